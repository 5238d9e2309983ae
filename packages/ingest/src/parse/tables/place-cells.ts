/** Cells given row by row with their spans, laid out on a grid. */

/** A cell as Word writes it: merged cells below each other are separate and say so. */
export interface GivenCell {
  readonly text: string;
  readonly columnSpan: number;
  /** It continues the cell above it. */
  readonly goesOn: boolean;
  /** Where it stands in the source. */
  readonly path?: string;
}

export interface GivenRow {
  /** Columns left out before the first cell. */
  readonly before: number;
  readonly cells: readonly GivenCell[];
}

export interface PlacedCell {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly path?: string;
}

function placedAt(cell: GivenCell, row: number, column: number): PlacedCell {
  const { text, columnSpan, path } = cell;
  return { text, row, column, rowSpan: 1, columnSpan, ...(path === undefined ? {} : { path }) };
}

/** Each printed cell once, by row then column. */
export function placeCells(rows: readonly GivenRow[]): PlacedCell[] {
  const placed: PlacedCell[] = [];
  /** Index into `placed` of the lowest cell of each column. */
  let above = new Map<number, number>();
  for (const [row, { before, cells }] of rows.entries()) {
    const here = new Map<number, number>();
    let column = before;
    for (const cell of cells) {
      const over = above.get(column);
      const upper = over === undefined ? undefined : placed[over];
      const merges = cell.goesOn && upper !== undefined && upper.columnSpan === cell.columnSpan;
      if (merges && over !== undefined) {
        placed[over] = { ...upper, rowSpan: upper.rowSpan + 1, text: upper.text + cell.text };
        here.set(column, over);
      } else {
        here.set(column, placed.push(placedAt(cell, row, column)) - 1);
      }
      column += cell.columnSpan;
    }
    above = here;
  }
  return compact(placed.toSorted((a, b) => a.row - b.row || a.column - b.column));
}

/** Leaves out grid columns at which no cell begins: the layout of a writer, not of the table. */
function compact(cells: readonly PlacedCell[]): PlacedCell[] {
  const starts = [...new Set(cells.map((cell) => cell.column))].toSorted((a, b) => a - b);
  const at = new Map(starts.map((column, index) => [column, index]));
  const ends = (column: number): number => {
    const next = starts.findIndex((start) => start >= column);
    return next < 0 ? starts.length : next;
  };
  return cells.map((cell) => {
    const column = at.get(cell.column) ?? cell.column;
    return { ...cell, column, columnSpan: ends(cell.column + cell.columnSpan) - column };
  });
}

/** A grid of so many columns holds all cells. */
export const columnCount = (cells: readonly PlacedCell[]): number =>
  cells.reduce((most, cell) => Math.max(most, cell.column + cell.columnSpan), 0);
