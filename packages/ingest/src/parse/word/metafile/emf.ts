/** Text records of an enhanced metafile ([MS-EMF]). */
import type { DrawnPiece } from './piece.ts';

/** Record types (§2.1.1). */
const header = 1;
const textOutA = 83;
const textOutW = 84;
const smallTextOut = 108;
const signature = ' EMF';
/** Options (§2.1.11): glyphs in place of letters, no rectangle, letters of one byte. */
const glyphIndex = 0x10;
const noRectangle = 0x100;
const smallLetters = 0x200;
const recordLimit = 1_000_000;

export const isEmf = (bytes: Buffer): boolean =>
  bytes.length >= 88 &&
  bytes.readUInt32LE(0) === header &&
  bytes.toString('latin1', 40, 44) === signature;

const gb = new TextDecoder('gb18030');

/** EmrText (§2.2.5), which begins at byte 36 of its record. */
function longText(record: Buffer, wide: boolean): DrawnPiece[] {
  if (record.length < 76) return [];
  const [x, y] = [record.readInt32LE(36), record.readInt32LE(40)];
  const [count, at, options] = [44, 48, 52].map((place) => record.readUInt32LE(place));
  if (count === undefined || at === undefined || ((options ?? 0) & glyphIndex) !== 0) return [];
  const bytes = record.subarray(at, at + count * (wide ? 2 : 1));
  const text = wide ? bytes.toString('utf16le') : gb.decode(bytes);
  return [{ x, y, right: rightOf(record, x, count), text }];
}

/** The places of the letters give where the text ends. */
function rightOf(record: Buffer, x: number, count: number): number | undefined {
  const at = record.readUInt32LE(72);
  if (at < 76 || at + count * 4 > record.length) return undefined;
  let right = x;
  for (let index = 0; index < count; index += 1) right += record.readUInt32LE(at + index * 4);
  return right;
}

/** EMR_SMALLTEXTOUT (§2.3.5.37). */
function shortText(record: Buffer): DrawnPiece[] {
  if (record.length < 36) return [];
  const [x, y] = [record.readInt32LE(8), record.readInt32LE(12)];
  const [count, options] = [record.readUInt32LE(16), record.readUInt32LE(20)];
  if ((options & glyphIndex) !== 0) return [];
  const at = (options & noRectangle) === 0 ? 52 : 36;
  const narrow = (options & smallLetters) !== 0;
  const bytes = record.subarray(at, at + count * (narrow ? 1 : 2));
  return [{ x, y, right: undefined, text: bytes.toString(narrow ? 'latin1' : 'utf16le') }];
}

/** In the order in which they are drawn; what breaks off ends it. */
export function emfTexts(bytes: Buffer): DrawnPiece[] {
  const pieces: DrawnPiece[] = [];
  let at = 0;
  for (let count = 0; count < recordLimit && at + 8 <= bytes.length; count += 1) {
    const [type, size] = [bytes.readUInt32LE(at), bytes.readUInt32LE(at + 4)];
    if (size < 8 || at + size > bytes.length) break;
    const record = bytes.subarray(at, at + size);
    if (type === textOutW || type === textOutA) pieces.push(...longText(record, type === textOutW));
    else if (type === smallTextOut) pieces.push(...shortText(record));
    at += size;
  }
  return pieces;
}
