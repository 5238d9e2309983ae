/** RAR 1.5 to 4 archives of stored files (RAR 4.20 technote): no free program writes them. */
import { crc32 } from 'node:zlib';
import { hex, little, type Stored } from './bytes.ts';

const marker = hex('52617221 1a0700');
const end = hex('c43d7b00400700');
const longBlock = 0x8000;
const unicodeName = 0x0200;
const encrypted = 0x0004;

export interface Rar4File extends Stored {
  /** Instead of the checksum of the content. */
  readonly crc?: number;
  readonly encrypted?: boolean;
}

/** @param flags Of the main header: 0x0080 says that the headers are encrypted. */
export function rar4(files: readonly Rar4File[], flags = 0): Buffer {
  const main = block(0x73, flags, Buffer.alloc(6));
  return Buffer.concat([marker, main, ...files.map(fileOf), end]);
}

/** Its checksum is the lower half of a CRC-32. */
function block(type: number, flags: number, body: Buffer): Buffer {
  const size = 7 + body.length;
  const rest = Buffer.concat([little(type, 1), little(flags, 2), little(size, 2), body]);
  return Buffer.concat([little(crc32(rest) & 0xffff, 2), rest]);
}

/** A text name is written twice, as WinRAR does: with `_` outside of ASCII, and in its own coding. */
function fileOf({ name, content, crc, encrypted: locked }: Rar4File): Buffer {
  const data = Buffer.from(content);
  const unicode = typeof name === 'string' ? encodedName(name) : undefined;
  const written = unicode ?? Buffer.from(name);
  const flags = longBlock | (unicode ? unicodeName : 0) | (locked ? encrypted : 0);
  const body = Buffer.concat([
    little(data.length, 4),
    little(data.length, 4),
    little(2, 1),
    little(crc ?? crc32(data), 4),
    little(0x52a53c00, 4),
    little(20, 1),
    little(0x30, 1),
    little(written.length, 2),
    little(0x20, 4),
    written,
  ]);
  return Buffer.concat([block(0x74, flags, body), data]);
}

const beyondAscii = /[^ -~]/g;
const hasBeyondAscii = /[^ -~]/;

/** Of each four characters a byte of two-bit codes stands before them; code 2: both bytes follow. */
function encodedName(name: string): Buffer | undefined {
  if (!hasBeyondAscii.test(name)) return undefined;
  const units = Buffer.from(name, 'utf16le');
  const groups: Buffer[] = [];
  for (let at = 0; at < units.length; at += 8) {
    groups.push(hex('aa'), units.subarray(at, at + 8));
  }
  const plain = Buffer.from(name.replaceAll(beyondAscii, '_'), 'latin1');
  return Buffer.concat([plain, hex('00 00'), ...groups]);
}
