/**
 * Legacy Word files from raw bytes ([MS-DOC]): a text in pieces of one or two bytes a letter, the
 * properties of letters and paragraphs, lists, and a footer. Without styles.
 */
import { compoundFile } from '../ole.ts';
import { type DocLevel, listTables } from './lists.ts';
import { type DocBlock, type Mark, marksOf } from './marks.ts';
import { letterPage, pageSize, pageTable, paragraphPage, type Run } from './property-pages.ts';

export type { DocBlock } from './marks.ts';

export interface DocOptions {
  /** Sets only the flag by which a file under a password is known. */
  readonly encrypted?: boolean;
  readonly lists?: readonly (readonly DocLevel[])[];
  /** Of all pages. */
  readonly footer?: string;
}

interface Piece {
  readonly mark: Mark;
  /** Of its first letter in the text, and in the stream. */
  readonly start: number;
  readonly offset: number;
  readonly bytes: Buffer;
  readonly narrow: boolean;
}

const textAt = 1024;
const ascii = /^[\x00-\x7f]*$/;
const compressed = 0x40000000;

const longs = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [at, value] of values.entries()) bytes.writeUInt32LE(value, at * 4);
  return bytes;
};

function piecesOf(marks: readonly Mark[]): Piece[] {
  let start = 0;
  let offset = textAt;
  return marks
    .filter(({ text }) => text !== '')
    .map((mark) => {
      const narrow = ascii.test(mark.text);
      const bytes = Buffer.from(mark.text, narrow ? 'latin1' : 'utf16le');
      const piece = { mark, start, offset, bytes, narrow };
      start += mark.text.length;
      offset += bytes.length;
      return piece;
    });
}

/** The piece table (Clx, §2.9.38). */
function pieceTable(pieces: readonly Piece[], length: number): Buffer {
  const descriptors = pieces.map(({ offset, narrow }) =>
    Buffer.concat([
      Buffer.alloc(2),
      longs(narrow ? offset * 2 + compressed : offset),
      Buffer.alloc(2),
    ]),
  );
  const table = Buffer.concat([longs(...pieces.map(({ start }) => start), length), ...descriptors]);
  return Buffer.concat([Buffer.from([2]), longs(table.length), table]);
}

function letterRuns(pieces: readonly Piece[]): Run[] {
  return pieces.map(({ offset, bytes, mark }) => ({
    start: offset,
    end: offset + bytes.length,
    properties: mark.letters,
  }));
}

function paragraphRuns(pieces: readonly Piece[]): Run[] {
  let start = textAt;
  return pieces.flatMap(({ offset, bytes, mark }) => {
    if (mark.paragraph === undefined) return [];
    const run = { start, end: offset + bytes.length, properties: mark.paragraph };
    start = run.end;
    return [run];
  });
}

/** Places of the headers and footers: six that separate notes, then those of the section. */
function headerPlaces(length: number): Buffer {
  const [oddFooter, count] = [9, 12];
  const places = Array.from({ length: count + 1 }, (_, at) => (at > oddFooter ? length : 0));
  return longs(...places, length);
}

export function wordBinary(blocks: readonly DocBlock[], options: DocOptions = {}): Buffer {
  const { encrypted = false, lists = [], footer } = options;
  const body = blocks.flatMap(marksOf);
  const foot = footer === undefined ? [] : [...marksOf(footer), ...marksOf('')];
  const pieces = piecesOf([...body, ...foot]);
  const lengthOf = (marks: readonly Mark[]): number =>
    marks.reduce((sum, { text }) => sum + text.length, 0);
  const [bodyLength, footLength] = [lengthOf(body), lengthOf(foot)];

  const text = Buffer.concat(pieces.map(({ bytes }) => bytes));
  const filler = Buffer.alloc((pageSize - (text.length % pageSize)) % pageSize);
  const [ofLetters, ofParagraphs] = [letterRuns(pieces), paragraphRuns(pieces)];
  const firstPage = (textAt + text.length + filler.length) / pageSize;
  const { definitions, levels, uses } = listTables(lists);

  const header = Buffer.alloc(textAt);
  const parts: Buffer[] = [];
  /** Adds a structure, and what follows it uncounted. */
  const add = (index: number, bytes: Buffer, after: Buffer = Buffer.alloc(0)): void => {
    header.writeUInt32LE(Buffer.concat(parts).length, 0x9a + index * 8);
    header.writeUInt32LE(bytes.length, 0x9a + index * 8 + 4);
    parts.push(bytes, after);
  };
  header.writeUInt16LE(0xa5ec, 0);
  header.writeUInt16LE(0x00c1, 2);
  header.writeUInt16LE(0x0200 | (encrypted ? 0x0100 : 0), 10);
  header.writeUInt32LE(textAt, 24);
  header.writeUInt32LE(bodyLength, 76);
  header.writeUInt32LE(footLength, 84);
  add(33, pieceTable(pieces, bodyLength + footLength));
  add(12, pageTable(ofLetters, firstPage));
  add(13, pageTable(ofParagraphs, firstPage + ofLetters.length));
  if (footer !== undefined) add(11, headerPlaces(footLength - 1));
  add(73, definitions, levels);
  add(74, uses);

  const pages = [...ofLetters.map(letterPage), ...ofParagraphs.map(paragraphPage)];
  return compoundFile([
    { name: 'WordDocument', content: Buffer.concat([header, text, filler, ...pages]) },
    { name: '1Table', content: Buffer.concat(parts) },
  ]);
}
