/** Filled cells that belong together → a table: what is empty at its edges or between is trimmed. */
import type { Cell, Table } from '@xxgk/extract/document';
import { TooLargeError } from '../../../errors.ts';
import { bottom, distinct, type EmptySpan, right, type SheetCell, type SheetGrid } from './grid.ts';

/** Printed cells of one table, empty ones too. */
const mostCells = 2_000_000;

/** Place of the first line at or after a given one; the lines are those at which a cell begins. */
function indexOf(lines: readonly number[]): (at: number) => number {
  return (at) => {
    let [low, high] = [0, lines.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((lines[middle] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

/** The same on the table's own rows and columns. */
function fitted<Span extends EmptySpan>(
  span: Span,
  rowAt: (row: number) => number,
  columnAt: (column: number) => number,
): Span {
  const [row, column] = [rowAt(span.row), columnAt(span.column)];
  const rowSpan = rowAt(bottom(span)) - row;
  return { ...span, row, column, rowSpan, columnSpan: columnAt(right(span)) - column };
}

/** Which places of a table are taken. */
class Places {
  readonly #taken: Uint8Array;
  readonly #columns: number;

  constructor(rows: number, columns: number) {
    this.#taken = new Uint8Array(rows * columns);
    this.#columns = columns;
  }

  /** Whether a test holds for all places of a span. */
  #every(
    { row, column, rowSpan, columnSpan }: EmptySpan,
    test: (place: number) => boolean,
  ): boolean {
    for (let down = row; down < row + rowSpan; down += 1) {
      const first = down * this.#columns + column;
      for (let place = first; place < first + columnSpan; place += 1) {
        if (!test(place)) return false;
      }
    }
    return true;
  }

  /** Takes the places of a span; false when one of them is taken already. */
  take(span: EmptySpan): boolean {
    if (span.rowSpan < 1 || span.columnSpan < 1) return false;
    const taken = this.#taken;
    if (!this.#every(span, (place) => taken[place] === 0)) return false;
    return this.#every(span, (place) => {
      taken[place] = 1;
      return true;
    });
  }
}

/** Cells of a sheet as a table; `path` of the table is its range. */
export function tableOf(filled: readonly SheetCell[], grid: SheetGrid): Table {
  const rows = distinct(filled.map((cell) => cell.row));
  const columns = distinct(filled.map((cell) => cell.column));
  if (rows.length * columns.length > mostCells) {
    const size = `A table of ${rows.length} rows and ${columns.length} columns`;
    throw new TooLargeError(size, `${mostCells} cells`);
  }
  const [rowAt, columnAt] = [indexOf(rows), indexOf(columns)];
  const address = (row: number, column: number): string =>
    grid.address(rows[row] ?? 0, columns[column] ?? 0);
  const places = new Places(rows.length, columns.length);
  const cells: Cell[] = [];
  const put = (text: string, { row, column, rowSpan, columnSpan }: EmptySpan): void => {
    const span = { row, column, rowSpan, columnSpan };
    if (places.take(span)) cells.push({ text, ...span, path: address(row, column) });
  };
  for (const cell of filled) put(cell.text, fitted(cell, rowAt, columnAt));
  for (const span of grid.empty) put('', fitted(span, rowAt, columnAt));
  for (const row of rows.keys()) {
    for (const column of columns.keys()) put('', { row, column, rowSpan: 1, columnSpan: 1 });
  }
  const last = address(rows.length - 1, columns.length - 1);
  return {
    kind: 'table',
    role: 'body',
    rows: rows.length,
    columns: columns.length,
    cells: cells.toSorted((a, b) => a.row - b.row || a.column - b.column),
    path: `${address(0, 0)}:${last.slice(last.lastIndexOf('!') + 1)}`,
  };
}
