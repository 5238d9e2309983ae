/** One sheet of a workbook → what is seen of it. */
import type { CellObject, Range, WorkSheet } from '@e965/xlsx';
import { TooLargeError } from '../../errors.ts';
import { displayed, isNumeric } from './displayed.ts';
import { columnName, type EmptySpan, type SheetCell, type SheetGrid } from './grid.ts';
import { mostRows } from './library.ts';
import { type VisibleLines, visibleLines } from './visible-lines.ts';

/** What a reader of the text ought to know about a sheet. */
export interface SheetNotes {
  /** Hidden rows and columns with text in them. */
  readonly hiddenRows: number;
  readonly hiddenColumns: number;
  /** Formulas whose result is not in the file. */
  readonly uncomputed: number;
}

const bareName = /^[\p{L}_][\p{L}\p{N}_.]*$/u;

/** A sheet's name as formulas write it before an address. */
const quoted = (name: string): string =>
  bareName.test(name) ? name : `'${name.replaceAll("'", "''")}'`;

/** Places of the hidden among rows or columns, ascending; lists of them have holes. */
const hiddenOf = (lines: readonly ({ hidden?: boolean } | undefined)[] | undefined): number[] =>
  Object.entries(lines ?? [])
    .filter(([, line]) => line?.hidden === true)
    .map(([at]) => Number(at));

class Sheet {
  readonly #rows: VisibleLines;
  readonly #columns: VisibleLines;
  /** Merged ranges by the places they cover, `row,column`. */
  readonly #merges = new Map<string, Range>();
  readonly #filled = new Set<Range>();
  readonly #data: readonly (readonly (CellObject | undefined)[] | undefined)[];
  readonly #hidden = { rows: new Set<number>(), columns: new Set<number>() };
  #uncomputed = 0;

  constructor(sheet: WorkSheet) {
    this.#data = sheet['!data'] ?? [];
    if (this.#data.length > mostRows) {
      throw new TooLargeError('A sheet of this workbook', `${mostRows} rows`);
    }
    this.#rows = visibleLines(hiddenOf(sheet['!rows']));
    this.#columns = visibleLines(hiddenOf(sheet['!cols']));
    for (const range of sheet['!merges'] ?? []) this.#merge(range);
  }

  /** Only what overlaps no earlier range, and only as far as the sheet has cells. */
  #merge(range: Range): void {
    const last = Math.min(range.e.r, this.#data.length - 1);
    const keys: string[] = [];
    for (let row = range.s.r; row <= last; row += 1) {
      const end = Math.min(range.e.c, Math.max((this.#data[row]?.length ?? 0) - 1, range.s.c));
      for (let column = range.s.c; column <= end; column += 1) keys.push(`${row},${column}`);
    }
    if (keys.some((key) => this.#merges.has(key))) return;
    for (const key of keys) this.#merges.set(key, range);
  }

  #span(row: number, column: number, range: Range | undefined): EmptySpan | undefined {
    const end = range?.e ?? { r: row, c: column };
    const [top, left] = [this.#rows.seen(row), this.#columns.seen(column)];
    const rowSpan = this.#rows.seen(end.r + 1) - top;
    const columnSpan = this.#columns.seen(end.c + 1) - left;
    if (rowSpan < 1 || columnSpan < 1) return undefined;
    return { row: top, column: left, rowSpan, columnSpan };
  }

  #noteHidden(row: number, column: number): void {
    if (!this.#rows.shown(row)) this.#hidden.rows.add(row);
    else if (!this.#columns.shown(column)) this.#hidden.columns.add(column);
  }

  #read(cell: CellObject, row: number, column: number): SheetCell | undefined {
    const range = this.#merges.get(`${row},${column}`);
    // What lies under a merged cell is not seen.
    if (range && (range.s.r !== row || range.s.c !== column)) return undefined;
    if (cell.f !== undefined && cell.t === 'z') this.#uncomputed += 1;
    const text = displayed(cell);
    if (text === '') return undefined;
    const span = this.#span(row, column, range);
    if (!span) this.#noteHidden(row, column);
    if (range) this.#filled.add(range);
    return span && { text, ...span, numeric: isNumeric(cell) };
  }

  cells(): SheetCell[] {
    const cells: SheetCell[] = [];
    for (const [row, line] of this.#data.entries()) {
      for (const [column, cell] of (line ?? []).entries()) {
        const read = cell && this.#read(cell, row, column);
        if (read) cells.push(read);
      }
    }
    return cells;
  }

  empty(): EmptySpan[] {
    return [...new Set(this.#merges.values())]
      .filter((range) => !this.#filled.has(range))
      .flatMap((range) => this.#span(range.s.r, range.s.c, range) ?? []);
  }

  notes(): SheetNotes {
    const { rows, columns } = this.#hidden;
    return {
      hiddenRows: rows.size,
      hiddenColumns: columns.size,
      uncomputed: this.#uncomputed,
    };
  }

  address(row: number, column: number): string {
    return `${columnName(this.#columns.original(column))}${this.#rows.original(row) + 1}`;
  }
}

/** @throws {TooLargeError} when it has more rows than are read. */
export function readSheet(
  name: string,
  source: WorkSheet,
): { readonly grid: SheetGrid; readonly notes: SheetNotes } {
  const sheet = new Sheet(source);
  const cells = sheet.cells();
  const empty = sheet.empty();
  const address = (row: number, column: number): string =>
    `${quoted(name)}!${sheet.address(row, column)}`;
  return { grid: { cells, empty, address }, notes: sheet.notes() };
}
