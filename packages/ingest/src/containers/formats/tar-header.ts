/**
 * The header blocks of TAR archives (POSIX.1-2017 pax, "ustar Interchange Format"; GNU tar).
 *
 * Read by hand: the libraries give names as text that was decoded as UTF-8, and names of the 2000s
 * are in GBK.
 */
import { ContainerError } from '../errors.ts';

export const blockSize = 512;

export interface TarHeader {
  readonly name: Buffer;
  /** Bytes of the content that follows. */
  readonly size: number;
  /** Type flag: `0` and NUL a file, `5` a folder, `x`, `g`, `L`, `K` about the entries that follow. */
  readonly type: string;
}

const at = { name: 0, size: 124, checksum: 148, type: 156, magic: 257, prefix: 345 } as const;

export const isTar = (head: Uint8Array): boolean =>
  head.length >= blockSize &&
  Buffer.from(head.subarray(at.magic, at.magic + 5)).equals(Buffer.from('ustar')) &&
  sumOf(head) === numberAt(Buffer.from(head.subarray(0, blockSize)), at.checksum, 8);

/** Undefined for a block of zeros: the end. @throws {ContainerError} when its checksum is wrong. */
export function headerOf(block: Buffer): TarHeader | undefined {
  if (block.every((byte) => byte === 0)) return undefined;
  if (sumOf(block) !== numberAt(block, at.checksum, 8)) {
    throw new ContainerError('unreadable', 'a header does not match its checksum');
  }
  const name = textAt(block, at.name, 100);
  // GNU tar keeps times where POSIX keeps the beginning of the name.
  const posix = block.toString('latin1', at.magic, at.magic + 6) === 'ustar\0';
  const prefix = posix ? textAt(block, at.prefix, 155) : Buffer.alloc(0);
  return {
    name: prefix.length > 0 ? Buffer.concat([prefix, Buffer.from('/'), name]) : name,
    size: numberAt(block, at.size, 12),
    type: String.fromCharCode(block[at.type] ?? 0),
  };
}

/** Bytes as unsigned numbers, those of the checksum itself as blanks. */
function sumOf(block: Uint8Array): number {
  let sum = 0;
  for (let index = 0; index < blockSize; index += 1) {
    const inChecksum = index >= at.checksum && index < at.checksum + 8;
    sum += inChecksum ? 0x20 : (block[index] ?? 0);
  }
  return sum;
}

function textAt(block: Buffer, start: number, length: number): Buffer {
  const field = block.subarray(start, start + length);
  const end = field.indexOf(0);
  return Buffer.from(end < 0 ? field : field.subarray(0, end));
}

const octal = /^[ \0]*([0-7]*)/;

/** Octal digits, or (GNU) a big-endian number that is marked by the highest bit. */
function numberAt(block: Buffer, start: number, length: number): number {
  const field = block.subarray(start, start + length);
  if (((field[0] ?? 0) & 0x80) === 0) {
    return Number.parseInt(octal.exec(field.toString('latin1'))?.[1] || '0', 8);
  }
  return field.subarray(1).reduce((value, byte) => value * 256 + byte, (field[0] ?? 0) & 0x7f);
}

/** Records `<length> <key>=<value>\n` of a pax header; the length counts all of the record. */
export function paxOf(content: Buffer): ReadonlyMap<string, Buffer> {
  const values = new Map<string, Buffer>();
  for (let start = 0; start < content.length; ) {
    const blank = content.indexOf(0x20, start);
    const length = Number.parseInt(content.toString('latin1', start, blank), 10);
    const equals = content.indexOf(0x3d, blank);
    const end = start + length;
    if (blank < 0 || equals < 0 || !(length > 0) || equals >= end || end > content.length) break;
    const value = content.subarray(equals + 1, end - 1);
    values.set(content.toString('latin1', blank + 1, equals), value);
    start = end;
  }
  return values;
}
