/** The headers of RAR 5 archives (RAR 5.0 archive format): what files there are. */
import { crc32 } from 'node:zlib';
import { asUtf8 } from '../../names/name-bytes.ts';
import { ContainerError } from '../errors.ts';
import type { ListedFile } from './listed-file.ts';

export const rar5Mark = Buffer.from('526172211a070100', 'hex');

const types = { main: 1, file: 2, encryption: 4, end: 5 } as const;
const headerFlags = { extra: 0x01, data: 0x02, split: 0x18 } as const;
const mainFlags = { volume: 0x01 } as const;
const fileFlags = { folder: 0x01, time: 0x02, crc: 0x04, unknownSize: 0x08 } as const;
/** Types of records in the extra area of a file. */
const extras = { encryption: 1, redirection: 5 } as const;

/** Reads fields one after the other. */
class Fields {
  readonly #bytes: Buffer;
  at: number;

  constructor(bytes: Buffer, at = 0) {
    this.#bytes = bytes;
    this.at = at;
  }

  get left(): number {
    return this.#bytes.length - this.at;
  }

  /** Seven bits a byte, the lowest first; the highest bit says that more follow. */
  number(): number {
    let value = 0;
    for (let factor = 1, more = true; more; factor *= 128) {
      const byte = this.take(1).readUInt8();
      value += (byte & 0x7f) * factor;
      more = byte >= 0x80;
      if (factor > Number.MAX_SAFE_INTEGER) throw broken('a number is too long');
    }
    return value;
  }

  take(count: number): Buffer {
    if (count > this.left) throw broken('a header is too short');
    this.at += count;
    return this.#bytes.subarray(this.at - count, this.at);
  }
}

const broken = (why: string): ContainerError => new ContainerError('unreadable', why);

interface Header {
  readonly type: number;
  readonly flags: number;
  /** Fields of its type. */
  readonly fields: Fields;
  readonly extra: Buffer;
  /** Where the next one begins. */
  readonly end: number;
}

/** @throws {ContainerError} */
export function rar5Files(bytes: Buffer): readonly ListedFile[] {
  const files: ListedFile[] = [];
  for (let at = rar5Mark.length; at < bytes.length; ) {
    const header = headerAt(bytes, at);
    if (header.type === types.end) break;
    refuseSpecial(header);
    if (header.type === types.file) files.push(fileOf(header));
    at = header.end;
  }
  return files;
}

function headerAt(bytes: Buffer, at: number): Header {
  const outer = new Fields(bytes, at);
  const sum = outer.take(4).readUInt32LE();
  const sumStart = outer.at;
  const size = outer.number();
  const content = outer.take(size);
  if (crc32(bytes.subarray(sumStart, outer.at)) !== sum) {
    throw broken('a header does not match its checksum');
  }
  const fields = new Fields(content);
  const type = fields.number();
  const flags = fields.number();
  const extraSize = flags & headerFlags.extra ? fields.number() : 0;
  const dataSize = flags & headerFlags.data ? fields.number() : 0;
  const extra = content.subarray(Math.max(0, content.length - extraSize));
  return { type, flags, fields, extra, end: outer.at + dataSize };
}

function refuseSpecial({ type, flags, fields }: Header): void {
  if (type === types.encryption) throw new ContainerError('encrypted');
  const isVolume = type === types.main && (fields.number() & mainFlags.volume) !== 0;
  if (isVolume || (type === types.file && flags & headerFlags.split)) {
    throw new ContainerError('unsupported', 'it is one of several parts');
  }
}

function fileOf({ fields, extra }: Header): ListedFile {
  const flags = fields.number();
  const size = fields.number();
  fields.number();
  if (flags & fileFlags.time) fields.take(4);
  const crc = flags & fileFlags.crc ? fields.take(4).readUInt32LE() : null;
  fields.number();
  fields.number();
  const name = fields.take(fields.number());
  const records = extraTypes(extra);
  const kind = records.has(extras.redirection) ? 'other' : 'file';
  return {
    name: asUtf8(name) ?? Buffer.from(name),
    kind: flags & fileFlags.folder ? 'folder' : kind,
    size: flags & fileFlags.unknownSize ? null : size,
    crc,
    encrypted: records.has(extras.encryption),
  };
}

function extraTypes(extra: Buffer): ReadonlySet<number> {
  const found = new Set<number>();
  const fields = new Fields(extra);
  while (fields.left > 0) {
    const record = new Fields(fields.take(fields.number()));
    if (record.left > 0) found.add(record.number());
  }
  return found;
}
