/**
 * The cells of a table on its grid, as the HTML Standard lays them out (§4.9.12), with three
 * differences that keep the grid what a reader sees: a cell never covers a place that another one has,
 * spans end with the table, and rows and columns in which no cell begins are left out.
 */
import { TooLargeError } from '../../../errors.ts';
import type { Element } from '../tree/element.ts';

/** A printed cell; text may hold `\n` where the source breaks the line. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
  readonly element: Element;
}

/** The cells of one row. */
export type Row = readonly Element[];

interface Placed {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly element: Element;
}

const maxColumnSpan = 1000;
/** Places of the grid that are walked over: a table of 100,000 rows and 50 columns. */
const maxWork = 5_000_000;
const maxRowSpan = 65_534;

function span(cell: Element, name: string, most: number): number {
  const value = Number.parseInt(cell.attribs[name] ?? '1', 10);
  return Number.isNaN(value) || value < 1 ? 1 : Math.min(value, most);
}

/** `rowspan="0"` covers the rest of the table. */
const rowSpanOf = (cell: Element, left: number): number =>
  cell.attribs['rowspan']?.trim() === '0'
    ? left
    : Math.min(span(cell, 'rowspan', maxRowSpan), left);

/** The places that are taken while a table is laid out row by row. */
class Places {
  /** First free row of each column. */
  readonly #free: number[] = [];
  #walked = 0;

  #isTaken(row: number, column: number): boolean {
    this.#walked += 1;
    if (this.#walked > maxWork) {
      throw new TooLargeError('The number of places in a table', `${maxWork}`);
    }
    return (this.#free[column] ?? 0) > row;
  }

  /** The next free column of a row. */
  next(row: number, from: number): number {
    let column = from;
    while (this.#isTaken(row, column)) column += 1;
    return column;
  }

  /** Takes up to `wanted` columns, as many as are free beside each other; the end of them. */
  take(row: number, column: number, wanted: number, rowSpan: number): number {
    let end = column + 1;
    while (end < column + wanted && !this.#isTaken(row, end)) end += 1;
    for (let at = column; at < end; at++) this.#free[at] = row + rowSpan;
    return end;
  }
}

function place(rows: readonly Row[]): Placed[] {
  const places = new Places();
  const placed: Placed[] = [];
  for (const [row, cells] of rows.entries()) {
    let from = 0;
    for (const element of cells) {
      const column = places.next(row, from);
      const rowSpan = rowSpanOf(element, rows.length - row);
      from = places.take(row, column, span(element, 'colspan', maxColumnSpan), rowSpan);
      placed.push({ row, column, rowSpan, columnSpan: from - column, element });
    }
  }
  return placed;
}

/** Number of each place on one axis when those at which nothing begins are left out. */
function renumbered(starts: readonly number[]): (place: number) => number {
  const places = [...new Set(starts)].toSorted((a, b) => a - b);
  const numbers = new Map(places.map((at, index) => [at, index]));
  return (wanted) => {
    const known = numbers.get(wanted);
    if (known !== undefined) return known;
    let [low, high] = [0, places.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

/** The grid of a table. */
export function layOut(
  rows: readonly Row[],
  textOf: (cell: Element) => string,
): { rows: number; columns: number; cells: GridCell[] } {
  const placed = place(rows);
  const rowAt = renumbered(placed.map(({ row }) => row));
  const columnAt = renumbered(placed.map(({ column }) => column));
  const cells = placed.map(({ row, column, rowSpan, columnSpan, element }): GridCell => {
    const [top, left] = [rowAt(row), columnAt(column)];
    return {
      row: top,
      column: left,
      rowSpan: rowAt(row + rowSpan) - top,
      columnSpan: columnAt(column + columnSpan) - left,
      text: textOf(element),
      element,
    };
  });
  const most = (end: (cell: GridCell) => number): number =>
    cells.reduce((sum, cell) => Math.max(sum, end(cell)), 0);
  return {
    rows: most((cell) => cell.row + cell.rowSpan),
    columns: most((cell) => cell.column + cell.columnSpan),
    cells,
  };
}
