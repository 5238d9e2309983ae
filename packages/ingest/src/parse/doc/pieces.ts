/** The piece table ([MS-DOC] §2.4.1, §2.8.35): the text lies in pieces, of one or two bytes a letter. */
import { UnreadableError } from '../../errors.ts';
import { u8, u16, u32 } from './bytes.ts';

export interface Piece {
  /** First and last (exclusive) character. */
  readonly start: number;
  readonly end: number;
  /** Of the first character in the stream. */
  readonly offset: number;
  readonly bytesPerLetter: 1 | 2;
  /** Property changes of a file that was saved fast; empty mostly. */
  readonly changes: Buffer;
}

export interface Pieces {
  readonly text: string;
  /** The piece that holds a character. */
  at(character: number): Piece | undefined;
}

const changesMark = 1;
const tableMark = 2;
const compressed = 0x40000000;
const none = Buffer.alloc(0);

interface Clx {
  readonly table: Buffer;
  readonly changes: readonly Buffer[];
}

function clxOf(bytes: Buffer): Clx {
  const changes: Buffer[] = [];
  let at = 0;
  while (at < bytes.length && u8(bytes, at) === changesMark) {
    const length = u16(bytes, at + 1);
    changes.push(bytes.subarray(at + 3, at + 3 + length));
    at += 3 + length;
  }
  if (u8(bytes, at) !== tableMark) throw new UnreadableError('DOC', 'its piece table is missing');
  return { table: bytes.subarray(at + 5, at + 5 + u32(bytes, at + 1)), changes };
}

/** The second kind of `Prm` names one of the changes; the first kind repeats what pages say. */
const changesOf = (prm: number, changes: readonly Buffer[]): Buffer =>
  (prm & 1) === 1 ? (changes[prm >> 1] ?? none) : none;

function piecesOf({ table, changes }: Clx): Piece[] {
  const count = Math.max(0, Math.floor((table.length - 4) / 12));
  return Array.from({ length: count }, (_, at) => {
    const start = u32(table, at * 4);
    const end = Math.max(start, u32(table, at * 4 + 4));
    const descriptor = (count + 1) * 4 + at * 8;
    const place = u32(table, descriptor + 2);
    const narrow = (place & compressed) !== 0;
    const offset = (place & ~compressed) >>> 0;
    return {
      start,
      end,
      offset: narrow ? offset >>> 1 : offset,
      bytesPerLetter: narrow ? 1 : 2,
      changes: changesOf(u16(table, descriptor + 6), changes),
    };
  });
}

/** @throws {UnreadableError} when pieces lie outside of the file. */
export function readPieces(clx: Buffer, main: Buffer): Pieces {
  const pieces = piecesOf(clxOf(clx));
  const western = new TextDecoder('windows-1252');
  let text = '';
  for (const { start, end, offset, bytesPerLetter } of pieces) {
    const last = offset + (end - start) * bytesPerLetter;
    if (start !== text.length || last > main.length) {
      throw new UnreadableError('DOC', 'its text is cut off or damaged');
    }
    const bytes = main.subarray(offset, last);
    text += bytesPerLetter === 1 ? western.decode(bytes) : bytes.toString('utf16le');
  }
  return {
    text,
    at(character) {
      let low = 0;
      let high = pieces.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((pieces[middle]?.end ?? 0) <= character) low = middle + 1;
        else high = middle;
      }
      return pieces[low];
    },
  };
}
