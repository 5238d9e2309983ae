/** 7z archives of stored files (7zFormat.txt of the LZMA SDK), their header plain or packed itself. */
import { crc32 } from 'node:zlib';
import { hex, little, type Stored } from './bytes.ts';

const signature = hex('377abcaf271c 0004');

export interface SevenZipOptions {
  /** The header is a packed stream as well, as 7-Zip writes it. */
  readonly packedHeader?: boolean;
}

export function sevenZip(
  files: readonly (Stored & { readonly name: string; readonly crc?: number })[],
  { packedHeader = true }: SevenZipOptions = {},
): Buffer {
  const contents = files.map(({ content }) => Buffer.from(content));
  const sums = files.map(({ crc }, at) => crc ?? crc32(contents[at] ?? Buffer.alloc(0)));
  const plain = Buffer.concat([
    hex('01 04'),
    streams(
      0,
      contents.map(({ length }) => length),
      sums,
    ),
    // Says nothing new, for each folder holds one file; readers want it.
    hex('08 00 00'),
    filesInfo(files.map(({ name }) => name)),
    hex('00'),
  ]);
  const data = Buffer.concat(contents);
  if (!packedHeader) return archive(data, plain);
  const about = streams(data.length, [plain.length], [crc32(plain)]);
  return archive(Buffer.concat([data, plain]), Buffer.concat([hex('17'), about, hex('00')]));
}

function archive(data: Buffer, header: Buffer): Buffer {
  const start = Buffer.concat([
    little(data.length, 8),
    little(header.length, 8),
    little(crc32(header), 4),
  ]);
  return Buffer.concat([signature, little(crc32(start), 4), start, data, header]);
}

/** The leading ones of the first byte tell how many bytes follow; here always none or four. */
const number = (value: number): Buffer =>
  value < 0x80 ? little(value, 1) : Buffer.concat([hex('f0'), little(value, 4)]);

/** Streams one after the other, each of a folder with the one coder Copy. */
function streams(position: number, sizes: readonly number[], sums: readonly number[]): Buffer {
  return Buffer.concat([
    hex('06'),
    number(position),
    number(sizes.length),
    hex('09'),
    ...sizes.map(number),
    hex('00 07 0b'),
    number(sizes.length),
    hex('00'),
    ...sizes.map(() => hex('01 01 00')),
    hex('0c'),
    ...sizes.map(number),
    hex('0a 01'),
    ...sums.map((sum) => little(sum, 4)),
    hex('00'),
  ]);
}

function filesInfo(names: readonly string[]): Buffer {
  const written = Buffer.from(names.map((name) => `${name}\0`).join(''), 'utf16le');
  return Buffer.concat([
    hex('05'),
    number(names.length),
    hex('11'),
    number(written.length + 1),
    hex('00'),
    written,
    hex('00'),
  ]);
}
