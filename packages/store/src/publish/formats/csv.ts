/**
 * CSV after RFC 4180, as UTF-8 with a byte order mark, without which Excel takes it for GBK.
 *
 * A text that a spreadsheet would run as a formula gets an apostrophe before it, and so does one that
 * begins with an apostrophe: taking one leading apostrophe away gives the text back. Numbers are left
 * alone. NUL, at which readers stop, becomes U+FFFD.
 */
import type { Cell, Row, TableShape } from '../tables/column.ts';
import { type Format, type Part, partNumber } from './format.ts';
import { partsOfLines } from './lines.ts';

const byteOrderMark = '\uFEFF';
const lineEnd = '\r\n';
/** With the full-width forms, which some locales of Excel take for the plain ones. */
const formula = /^[=+\-@\t\r\n'＝＋－＠]/u;
const special = /[",\r\n]/u;
const nul = /\0/gu;

function fieldOf(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  // An empty text is told from null, which is no text at all.
  if (cell === '') return '""';
  const text = cell.replaceAll(nul, '\uFFFD');
  const guarded = formula.test(text) ? `'${text}` : text;
  return special.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

const lineOf = (cells: Row): string => cells.map(fieldOf).join(',') + lineEnd;

const write = ({ columns }: TableShape, rows: AsyncIterable<Row>): AsyncIterable<Part> =>
  partsOfLines(byteOrderMark + lineOf(columns.map(({ name }) => name)), lineOf, rows);

export const csv: Format = {
  name: 'csv',
  mediaType: 'text/csv',
  partitioned: false,
  columns: ({ columns }) => columns,
  path: ({ name }, part) => `${name}-${partNumber(part)}.csv`,
  write,
};
