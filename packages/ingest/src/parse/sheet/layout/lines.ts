/** The rows of cells that hang together. */
import { bottom, right, type SheetCell } from './grid.ts';

/** The cells that begin in a row. */
export interface Line {
  readonly cells: readonly SheetCell[];
  /** No cell reaches down into it from above, and none of its own into the next. */
  readonly apart: boolean;
}

/** First column, and the column after the last. */
export interface Edges {
  readonly left: number;
  readonly right: number;
}

/** Rows top to bottom, cells left to right. */
export function linesOf(cells: readonly SheetCell[]): Line[] {
  const rows = [...Map.groupBy(cells, (cell) => cell.row).entries()].toSorted(([a], [b]) => a - b);
  let reach = 0;
  return rows.map(([row, line], at) => {
    const next = rows[at + 1]?.[0] ?? Number.POSITIVE_INFINITY;
    const above = reach > row;
    for (const cell of line) reach = Math.max(reach, bottom(cell));
    return {
      cells: line.toSorted((a, b) => a.column - b.column),
      apart: !above && reach <= next,
    };
  });
}

export const cellsOf = (lines: readonly Line[]): SheetCell[] => lines.flatMap((line) => line.cells);

export function edgesOf(lines: readonly Line[]): Edges {
  let [left, end] = [Number.POSITIVE_INFINITY, 0];
  for (const cell of cellsOf(lines)) {
    left = Math.min(left, cell.column);
    end = Math.max(end, right(cell));
  }
  return { left, right: end };
}

/** The only cell of a line. */
export const single = ({ cells }: Line): SheetCell | undefined =>
  cells.length === 1 ? cells[0] : undefined;

export const hasNumber = ({ cells }: Line): boolean => cells.some((cell) => cell.numeric);

/** A text alone in its rows, merged over the whole width: a title, a note, or a label of rows. */
export function isBanner(line: Line, edges: Edges): boolean {
  const cell = single(line);
  if (!(cell && line.apart) || cell.numeric || cell.columnSpan < 2) return false;
  return cell.column === edges.left && right(cell) === edges.right;
}
