/**
 * Legacy Word files from raw bytes ([MS-DOC]): a text in one piece, and the paragraph properties
 * that mark where rows of tables end. Without styles, so Word itself would show it plainly.
 */
import { compoundFile } from '../ole.ts';

/** A paragraph, or a table as rows of cells; a line break in a cell begins a paragraph of it. */
export type DocBlock = string | readonly (readonly string[])[];

interface Mark {
  /** Length with its mark, in characters. */
  readonly length: number;
  readonly rowEnd: boolean;
}

const page = 512;
const textAt = 1024;
/** Runs of one page of properties; the format would hold a few more. */
const runsOfPage = 20;
/** `sprmPFTtp` 1: this mark ends a row ([MS-DOC] §2.6.2). */
const rowEndProperties = Buffer.from('03000017240100', 'hex');
const plainProperties = Buffer.from('02000000', 'hex');

const cellEnd = '\u0007';
const paragraphEnd = '\r';

function marksOf(blocks: readonly DocBlock[]): { text: string; marks: Mark[] } {
  let text = '';
  const marks: Mark[] = [];
  const add = (piece: string, rowEnd: boolean): void => {
    text += piece;
    marks.push({ length: piece.length, rowEnd });
  };
  for (const block of blocks) {
    if (typeof block === 'string') add(block + paragraphEnd, false);
    else {
      for (const row of block) {
        for (const cell of row) add(cell.replaceAll('\n', paragraphEnd) + cellEnd, false);
        add(cellEnd, true);
      }
    }
  }
  return { text, marks };
}

/** One page of paragraph properties (PapxFkp, [MS-DOC] §2.9.181). */
function propertyPage(start: number, marks: readonly Mark[]): Buffer {
  const bytes = Buffer.alloc(page);
  const [plainAt, rowEndAt] = [480, 490];
  plainProperties.copy(bytes, plainAt);
  rowEndProperties.copy(bytes, rowEndAt);
  let at = start;
  for (const [index, mark] of marks.entries()) {
    bytes.writeUInt32LE(at, index * 4);
    const place = (marks.length + 1) * 4 + index * 13;
    bytes.writeUInt8((mark.rowEnd ? rowEndAt : plainAt) / 2, place);
    at += mark.length * 2;
  }
  bytes.writeUInt32LE(at, marks.length * 4);
  bytes.writeUInt8(marks.length, page - 1);
  return bytes;
}

function propertyPages(marks: readonly Mark[]): { starts: number[]; pages: Buffer[]; end: number } {
  const starts: number[] = [];
  const pages: Buffer[] = [];
  let at = textAt;
  for (let first = 0; first < marks.length; first += runsOfPage) {
    const own = marks.slice(first, first + runsOfPage);
    starts.push(at);
    pages.push(propertyPage(at, own));
    at += own.reduce((sum, mark) => sum + mark.length * 2, 0);
  }
  return { starts, pages, end: at };
}

const longs = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [at, value] of values.entries()) bytes.writeUInt32LE(value, at * 4);
  return bytes;
};

/** The piece table: one piece of 16-bit characters (Clx, [MS-DOC] §2.9.38). */
function pieceTable(length: number): Buffer {
  const piece = Buffer.concat([longs(0, length), Buffer.alloc(2), longs(textAt), Buffer.alloc(2)]);
  return Buffer.concat([Buffer.from([2]), longs(piece.length), piece]);
}

/** @param encrypted Sets only the flag by which a file under a password is known. */
export function wordBinary(blocks: readonly DocBlock[], encrypted = false): Buffer {
  const { text, marks } = marksOf(blocks);
  const body = Buffer.from(text, 'utf16le');
  const filler = Buffer.alloc((page - (body.length % page)) % page);
  const { starts, pages, end } = propertyPages(marks);
  const firstPage = (textAt + body.length + filler.length) / page;
  const pieces = pieceTable(text.length);
  const properties = Buffer.concat([
    longs(...starts, end),
    longs(...pages.map((_, at) => firstPage + at)),
  ]);

  const header = Buffer.alloc(textAt);
  header.writeUInt16LE(0xa5ec, 0);
  header.writeUInt16LE(0x0200 | (encrypted ? 0x0100 : 0), 10);
  header.writeUInt32LE(textAt, 24);
  header.writeUInt32LE(text.length, 76);
  header.writeUInt32LE(pieces.length, 0x0102);
  header.writeUInt32LE(properties.length, 0x0106);
  header.writeUInt32LE(0, 0x01a2);
  header.writeUInt32LE(pieces.length, 0x01a6);
  return compoundFile([
    { name: 'WordDocument', content: Buffer.concat([header, body, filler, ...pages]) },
    { name: '1Table', content: Buffer.concat([pieces, properties]) },
  ]);
}
