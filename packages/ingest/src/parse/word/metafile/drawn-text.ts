/** Letters that a drawing (EMF, WMF) sets: tables and stamps are pasted into documents so. */
import { gunzipSync, inflateSync } from 'node:zlib';
import { emfTexts, isEmf } from './emf.ts';
import type { DrawnPiece } from './piece.ts';
import { isWmf, wmfTexts } from './wmf.ts';

/** Bytes of a drawing when it is unpacked. */
const unpackedLimit = 64_000_000;
const gzip = 0x1f8b;
const zlib = 0x78;

/** Compressed ones (`.emz`, `.wmz`, and those of Word 97) unpacked; bytes that cannot be are left. */
function unpacked(bytes: Buffer): Buffer {
  const options = { maxOutputLength: unpackedLimit };
  try {
    if (bytes.length > 2 && bytes.readUInt16BE(0) === gzip) return gunzipSync(bytes, options);
    return bytes[0] === zlib ? inflateSync(bytes, options) : bytes;
  } catch {
    return bytes;
  }
}

const isBlank = (text: string): boolean => text.trim() === '';

/** Pieces of one line with a blank where the drawing leaves a gap of more than half a letter. */
function joined(pieces: readonly DrawnPiece[]): string {
  let line = '';
  let last: DrawnPiece | undefined;
  for (const piece of pieces.toSorted((a, b) => a.x - b.x)) {
    const letter = last?.right === undefined ? 0 : (last.right - last.x) / last.text.length;
    const gap = last?.right === undefined ? 0 : piece.x - last.right;
    line += gap > letter / 2 ? ` ${piece.text}` : piece.text;
    last = piece;
  }
  return line;
}

/** Lines from top to bottom; pieces at one height are one line. */
function linesOf(pieces: readonly DrawnPiece[]): string[] {
  const heights = Map.groupBy(
    pieces.filter(({ text }) => !isBlank(text)),
    ({ y }) => y,
  );
  return [...heights].toSorted(([a], [b]) => a - b).map(([, line]) => joined(line));
}

/** The lines of a drawing, none where it sets no letters; undefined for bytes that are none. */
export function drawnLines(packed: Uint8Array): readonly string[] | undefined {
  const bytes = unpacked(Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength));
  if (isEmf(bytes)) return linesOf(emfTexts(bytes));
  return isWmf(bytes) ? linesOf(wmfTexts(bytes)) : undefined;
}
