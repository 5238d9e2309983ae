/** One sheet of a workbook → what is seen of it. */
import type { CellObject, Range, WorkSheet } from '@e965/xlsx';
import type { TextBlock } from '@xxgk/extract/document';
import { TooLargeError } from '../../../errors.ts';
import {
  columnName,
  type EmptySpan,
  quoted,
  type SheetCell,
  type SheetGrid,
} from '../layout/grid.ts';
import { displayed, isNumeric } from './displayed.ts';
import { mostRows } from './library.ts';
import { type VisibleLines, visibleLines } from './visible-lines.ts';

/** What a reader of the text ought to know about a sheet. */
export interface SheetNotes {
  /** Hidden rows and columns with text in them. */
  readonly hiddenRows: number;
  readonly hiddenColumns: number;
  /** Formulas whose result is not in the file. */
  readonly uncomputed: number;
  /** Cells that show an error of their formula: #DIV/0!, #REF! … */
  readonly errors: number;
}

const lineEnd = /\r\n?/g;
/** Places of the hidden among rows or columns, ascending; lists of them have holes. */
const hiddenOf = (lines: readonly ({ hidden?: boolean } | undefined)[] | undefined): number[] =>
  Object.entries(lines ?? [])
    .filter(([, line]) => line?.hidden === true)
    .map(([at]) => Number(at));

/** Rows that are longer are gone through by their filled places: most of the others are none. */
const longRow = 256;

const columnsOf = (line: readonly unknown[]): Iterable<number> =>
  line.length > longRow ? Object.keys(line).map(Number) : line.keys();

class Sheet {
  readonly #rows: VisibleLines;
  readonly #columns: VisibleLines;
  /** Merged ranges by the places they cover, `row,column`. */
  readonly #merges = new Map<string, Range>();
  readonly #filled = new Set<Range>();
  readonly #data: readonly (readonly (CellObject | undefined)[] | undefined)[];
  readonly #hidden = { rows: new Set<number>(), columns: new Set<number>() };
  readonly #comments: TextBlock[] = [];
  readonly #name: string;
  #uncomputed = 0;
  #errors = 0;

  constructor(name: string, sheet: WorkSheet) {
    this.#name = quoted(name);
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
    if (span && cell.t === 'e') this.#errors += 1;
    return span && { text, ...span, numeric: isNumeric(cell) };
  }

  /** Remarks that were fastened to a cell that is shown. */
  #noteComments({ c = [] }: CellObject, row: number, column: number): void {
    if (!(this.#rows.shown(row) && this.#columns.shown(column))) return;
    for (const { t } of c) {
      const text = (t ?? '').replace(lineEnd, '\n').trim();
      if (text === '') continue;
      const path = `${this.#name}!${columnName(column)}${row + 1}`;
      this.#comments.push({ kind: 'paragraph', role: 'note', label: 'comment', text, path });
    }
  }

  cells(): SheetCell[] {
    const cells: SheetCell[] = [];
    for (const [row, line] of this.#data.entries()) {
      for (const column of columnsOf(line ?? [])) {
        const cell = line?.[column];
        const read = cell && this.#read(cell, row, column);
        if (read) cells.push(read);
        if (cell?.c) this.#noteComments(cell, row, column);
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
      errors: this.#errors,
    };
  }

  comments(): readonly TextBlock[] {
    return this.#comments;
  }

  address(row: number, column: number): string {
    return `${this.#name}!${columnName(this.#columns.original(column))}${this.#rows.original(row) + 1}`;
  }
}

export interface ReadSheet {
  readonly grid: SheetGrid;
  readonly notes: SheetNotes;
  readonly comments: readonly TextBlock[];
}

/** @throws {TooLargeError} when it has more rows than are read. */
export function readSheet(name: string, source: WorkSheet): ReadSheet {
  const sheet = new Sheet(name, source);
  const cells = sheet.cells();
  const empty = sheet.empty();
  const address = (row: number, column: number): string => sheet.address(row, column);
  return { grid: { cells, empty, address }, notes: sheet.notes(), comments: sheet.comments() };
}
