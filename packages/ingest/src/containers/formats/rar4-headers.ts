/** The headers of RAR 1.5 to 4 archives (RAR 4.20 technote): what files there are. */
import { crc32 } from 'node:zlib';
import { asUtf8 } from '../../names/name-bytes.ts';
import type { Entry, RawName } from '../container.ts';
import { ContainerError } from '../errors.ts';
import type { ListedFile } from './listed-file.ts';

export const rar4Mark = Buffer.from('526172211a0700', 'hex');

const types = { main: 0x73, file: 0x74, end: 0x7b } as const;
/** Flags of any block, of the main block and of files. */
const hasData = 0x8000;
const mainFlags = { volume: 0x0001, encrypted: 0x0080 } as const;
const fileFlags = {
  split: 0x0003,
  encrypted: 0x0004,
  folder: 0x00e0,
  large: 0x0100,
  unicode: 0x0200,
} as const;
/** Bytes of a header before what its type adds. */
const baseSize = 7;
const unix = 3;

interface Block {
  readonly type: number;
  readonly flags: number;
  readonly header: Buffer;
}

/** @throws {ContainerError} */
export function rar4Files(bytes: Buffer): readonly ListedFile[] {
  const files: ListedFile[] = [];
  for (let at = rar4Mark.length; at + baseSize <= bytes.length; ) {
    const block = blockAt(bytes, at);
    if (block.type === types.end) break;
    if (block.type === types.main) refuseSpecial(block);
    if (block.type === types.file) files.push(fileOf(block));
    at += block.header.length + dataSize(block);
  }
  return files;
}

function blockAt(bytes: Buffer, at: number): Block {
  const size = bytes.readUInt16LE(at + 5);
  const header = bytes.subarray(at, at + size);
  const broken = size < baseSize || header.length < size;
  if (broken || (crc32(header.subarray(2)) & 0xffff) !== header.readUInt16LE(0)) {
    throw new ContainerError('unreadable', 'a header does not match its checksum');
  }
  return { type: header.readUInt8(2), flags: header.readUInt16LE(3), header };
}

function refuseSpecial({ flags }: Block): void {
  if (flags & mainFlags.encrypted) throw new ContainerError('encrypted');
  if (flags & mainFlags.volume)
    throw new ContainerError('unsupported', 'it is one of several parts');
}

function dataSize({ type, flags, header }: Block): number {
  if ((flags & hasData) === 0 || header.length < baseSize + 4) return 0;
  const low = header.readUInt32LE(baseSize);
  return type === types.file && flags & fileFlags.large ? low + high(header, 32) : low;
}

/** The upper half of a number of 64 bits. */
const high = (header: Buffer, at: number): number =>
  header.length < at + 4 ? 0 : header.readUInt32LE(at) * 2 ** 32;

function fileOf({ flags, header }: Block): ListedFile {
  const large = (flags & fileFlags.large) !== 0;
  const nameAt = large ? 40 : 32;
  if (header.length < nameAt) throw new ContainerError('unreadable', 'a header is too short');
  if (flags & fileFlags.split)
    throw new ContainerError('unsupported', 'it is one of several parts');
  const name = header.subarray(nameAt, nameAt + header.readUInt16LE(26));
  return {
    name: flags & fileFlags.unicode ? unicodeName(name) : Buffer.from(name),
    kind: kindOf(flags, header),
    size: header.readUInt32LE(11) + (large ? high(header, 36) : 0),
    crc: header.readUInt32LE(16),
    encrypted: (flags & fileFlags.encrypted) !== 0,
  };
}

function kindOf(flags: number, header: Buffer): Entry['kind'] {
  if ((flags & fileFlags.folder) === fileFlags.folder) return 'folder';
  const mode = header.readUInt8(15) === unix ? header.readUInt32LE(28) & 0xf000 : 0;
  return mode === 0 || mode === 0x8000 ? 'file' : 'other';
}

/** A name in the charset of its system, a NUL, and what makes UTF-16 of it; or UTF-8 alone. */
function unicodeName(name: Buffer): RawName {
  const end = name.indexOf(0);
  if (end < 0) return asUtf8(name) ?? Buffer.from(name);
  return decodedName(name.subarray(0, end), name.subarray(end + 1));
}

/**
 * Codes of two bits, four in a byte, say how the next characters are written: as a byte, as a byte
 * of the common page, as two bytes, or as a run of the plain name.
 */
function decodedName(plain: Buffer, coded: Buffer): string {
  const units: number[] = [];
  let at = 0;
  const next = (): number => coded[at++] ?? 0;
  const page = next() << 8;
  const run = (): void => {
    const count = next();
    const shift = count & 0x80 ? next() : 0;
    const onPage = count & 0x80 ? page : 0;
    for (let left = (count & 0x7f) + 2; left > 0 && units.length < plain.length; left -= 1) {
      units.push((((plain[units.length] ?? 0) + shift) & 0xff) | onPage);
    }
  };
  const ways = [
    () => units.push(next()),
    () => units.push(next() | page),
    () => units.push(next() | (next() << 8)),
    run,
  ];
  while (at < coded.length) {
    const codes = next();
    for (let bit = 6; bit >= 0 && at < coded.length; bit -= 2) ways[(codes >> bit) & 3]?.();
  }
  return String.fromCharCode(...units);
}
