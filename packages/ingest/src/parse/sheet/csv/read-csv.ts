/** The rows of a text table (RFC 4180) on a grid, laid out like a sheet. */
import papaparse from 'papaparse';
import { NoPagesError, TooLargeError } from '../../../errors.ts';
import type { Decoded, Parsed } from '../../../stage.ts';
import { columnName, type SheetCell } from '../layout/grid.ts';
import { blocksOf } from '../layout/layout.ts';
import { mostRows } from '../workbook/library.ts';
import { separatorOf } from './separator.ts';

const byteOrderMark = /^\uFEFF/;
const number = /^[-+]?[\d,]{1,30}(?:\.\d{1,30})?[%％]?$/;
const blank = /^\s*$/u;
/** `="0571"`: how a program is told to keep a number as text. */
const keptAsText = /^="(.*)"$/su;
const lineEnd = /\r\n?/g;

/** Characters in which the separator is looked for. */
const sample = 65_536;

/** `sep=;` in the first line: how Excel is told the separator; it is no row. */
const separatorFirst = /^sep=(.)\r?\n/i;

function separatorLine(whole: string): { readonly text: string; readonly named?: string } {
  const [line, named] = separatorFirst.exec(whole) ?? [];
  return line !== undefined && named !== undefined
    ? { text: `\n${whole.slice(line.length)}`, named }
    : { text: whole };
}

function cellsOf(rows: readonly (readonly string[])[]): SheetCell[] {
  return rows.flatMap((fields, row) =>
    fields.flatMap((field, column) => {
      if (blank.test(field)) return [];
      const text = (keptAsText.exec(field)?.[1] ?? field).replace(lineEnd, '\n').trim();
      const numeric = number.test(text);
      return [{ text, row, column, rowSpan: 1, columnSpan: 1, numeric }];
    }),
  );
}

/**
 * @throws {TooLargeError} when it has more rows than are read.
 * @throws {NoPagesError} when all its fields are empty.
 */
export function readCsv(file: Decoded, version: string): Parsed {
  const { text, named } = separatorLine((file.text ?? '').replace(byteOrderMark, ''));
  const delimiter = named ?? separatorOf(text.slice(0, sample)) ?? ',';
  const { data } = papaparse.parse<string[]>(text, { delimiter, skipEmptyLines: false });
  if (data.length > mostRows) throw new TooLargeError('This CSV file', `${mostRows} rows`);
  const address = (row: number, column: number): string => `${columnName(column)}${row + 1}`;
  const blocks = blocksOf({ cells: cellsOf(data), empty: [], address });
  if (blocks.length === 0) throw new NoPagesError('CSV');
  return {
    pages: [{ kind: 'text', number: 1, readBy: 'text', blocks }],
    pageCount: null,
    cms: null,
    provenance: 'unknown',
    repairs: [],
    diagnostics: [],
    stages: { 'parse.csv': version },
  };
}
