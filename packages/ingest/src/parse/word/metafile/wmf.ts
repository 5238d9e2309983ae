/** Text records of a Windows metafile ([MS-WMF]). Its letters are bytes of the code page of the writer. */
import type { DrawnPiece } from './piece.ts';

/** Record types (§2.1.1.1). */
const textOut = 0x0521;
const extTextOut = 0x0a32;
/** Options of the latter (§2.1.2.2) under which a rectangle follows: opaque, clipped. */
const withRectangle = 0x0006;
const placeable = 0x9ac6cdd7;
const placeableSize = 22;
const headerSize = 18;
const recordLimit = 1_000_000;

const gb = new TextDecoder('gb18030');

const startOf = (bytes: Buffer): number =>
  bytes.length >= placeableSize && bytes.readUInt32LE(0) === placeable ? placeableSize : 0;

/** Of memory or of a disk, header of nine words, version 1 or 3 (§2.3.2.2). */
export function isWmf(bytes: Buffer): boolean {
  const at = startOf(bytes);
  if (bytes.length < at + headerSize) return false;
  const [type, words, version] = [0, 2, 4].map((place) => bytes.readUInt16LE(at + place));
  const known = version === 0x0100 || version === 0x0300;
  return (type === 1 || type === 2) && words === 9 && known;
}

function plain(record: Buffer): DrawnPiece[] {
  const length = record.readUInt16LE(6);
  const after = 8 + length + (length % 2);
  if (after + 4 > record.length) return [];
  const text = gb.decode(record.subarray(8, 8 + length));
  const [y, x] = [record.readInt16LE(after), record.readInt16LE(after + 2)];
  return [{ x, y, right: undefined, text }];
}

function extended(record: Buffer): DrawnPiece[] {
  if (record.length < 14) return [];
  const [y, x] = [record.readInt16LE(6), record.readInt16LE(8)];
  const [length, options] = [record.readUInt16LE(10), record.readUInt16LE(12)];
  const at = (options & withRectangle) === 0 ? 14 : 22;
  const text = gb.decode(record.subarray(at, at + length));
  const places = at + length + (length % 2);
  if (places + length * 2 > record.length) return [{ x, y, right: undefined, text }];
  let right = x;
  for (let index = 0; index < length; index += 1) right += record.readInt16LE(places + index * 2);
  return [{ x, y, right, text }];
}

/** In the order in which they are drawn; what breaks off ends it. */
export function wmfTexts(bytes: Buffer): DrawnPiece[] {
  const pieces: DrawnPiece[] = [];
  let at = startOf(bytes) + headerSize;
  for (let count = 0; count < recordLimit && at + 8 <= bytes.length; count += 1) {
    const size = bytes.readUInt32LE(at) * 2;
    if (size < 6 || at + size > bytes.length) break;
    const record = bytes.subarray(at, at + size);
    const type = bytes.readUInt16LE(at + 4);
    if (type === textOut && record.length >= 8) pieces.push(...plain(record));
    else if (type === extTextOut) pieces.push(...extended(record));
    at += size;
  }
  return pieces;
}
