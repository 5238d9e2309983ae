/** Builds the grid of a ruled table from its lines: rows, columns, and cells that span several. */
import type { Box } from '@xxgk/extract/document';
import type { Rulings } from './rulings.ts';

export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** Between the middles of the lines around it. */
  readonly box: Box;
}

export interface Grid {
  readonly box: Box;
  readonly rows: number;
  readonly columns: number;
  /** Each printed cell once, by row then column. */
  readonly cells: readonly GridCell[];
}

/** A line must run along this share of a cell's side to close it. */
const enough = 0.6;

/** @param em Lines nearer than a third of it are the same line. */
export function gridsOf(rulings: Rulings, em: number): readonly Grid[] {
  return groups(rulings, Math.max(4, em / 3))
    .map((group) => gridOf(group, em))
    .filter((grid): grid is Grid => grid !== null)
    .sort((a, b) => a.box[1] - b.box[1]);
}

/** Lines that touch belong to one table. */
function groups({ level, upright }: Rulings, slack: number): readonly Rulings[] {
  const found: { level: Box[]; upright: Box[] }[] = [];
  const touches = (a: Box, b: Box): boolean =>
    a[0] - slack <= b[2] && b[0] - slack <= a[2] && a[1] - slack <= b[3] && b[1] - slack <= a[3];
  for (const line of upright) {
    const joined = found.filter((group) => group.level.some((other) => touches(line, other)));
    const reached = level.filter((other) => touches(line, other));
    const group = {
      level: [...new Set([...joined.flatMap((one) => one.level), ...reached])],
      upright: [...joined.flatMap((one) => one.upright), line],
    };
    found.splice(0, found.length, ...found.filter((one) => !joined.includes(one)), group);
  }
  return found;
}

function gridOf({ level, upright }: Rulings, em: number): Grid | null {
  const slack = Math.max(4, em / 3);
  const ys = positions(
    level.map(([, y0, , y1]) => (y0 + y1) / 2),
    slack,
  );
  const ends = level.flatMap(([x0, , x1]) => [x0, x1]);
  const xs = withOpenSides(
    positions(
      upright.map(([x0, , x1]) => (x0 + x1) / 2),
      slack,
    ),
    ends,
    em,
  );
  if (ys.length < 2 || xs.length < 2 || upright.length < 1) return null;
  if ((ys.length - 1) * (xs.length - 1) < 2) return null;
  return {
    box: [xs[0] ?? 0, ys[0] ?? 0, xs.at(-1) ?? 0, ys.at(-1) ?? 0],
    rows: ys.length - 1,
    columns: xs.length - 1,
    cells: cellsOf(xs, ys, { level, upright }, slack),
  };
}

/** Tables are often printed without lines at their left and right ends. */
function withOpenSides(xs: readonly number[], ends: readonly number[], em: number): number[] {
  const left = Math.min(...ends);
  const right = Math.max(...ends);
  const first = xs[0] ?? left;
  const last = xs.at(-1) ?? right;
  return [...(first - left > em ? [left] : []), ...xs, ...(right - last > em ? [right] : [])];
}

/** Means of values that lie close together, ascending, in whole pixels. */
function positions(values: readonly number[], slack: number): number[] {
  const clusters: number[][] = [];
  for (const value of values.toSorted((a, b) => a - b)) {
    const cluster = clusters.at(-1);
    if (cluster && value - (cluster.at(-1) ?? 0) <= slack) cluster.push(value);
    else clusters.push([value]);
  }
  return clusters.map((cluster) =>
    Math.round(cluster.reduce((sum, value) => sum + value, 0) / cluster.length),
  );
}

/** Grows each cell over its missing right and lower sides; the result is always rectangles. */
function cellsOf(
  xs: readonly number[],
  ys: readonly number[],
  lines: Rulings,
  slack: number,
): readonly GridCell[] {
  const walls: Walls = { xs, ys, lines, slack };
  const columns = xs.length - 1;
  const taken = new Set<number>();
  const cells: GridCell[] = [];
  for (const row of range(0, ys.length - 1)) {
    for (const column of range(0, columns)) {
      if (taken.has(row * columns + column)) continue;
      const cell = grown(row, column, walls, taken);
      for (const r of range(row, row + cell.rowSpan)) {
        for (const c of range(column, column + cell.columnSpan)) taken.add(r * columns + c);
      }
      cells.push(cell);
    }
  }
  return cells;
}

interface Walls {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly lines: Rulings;
  readonly slack: number;
}

function grown(row: number, column: number, walls: Walls, taken: ReadonlySet<number>): GridCell {
  const { xs, ys } = walls;
  const [rows, columns] = [ys.length - 1, xs.length - 1];
  const isFree = (r: number, c: number): boolean => !taken.has(r * columns + c);
  let right = column + 1;
  while (right < columns && !isWalled(row, right, walls) && isFree(row, right)) right++;
  const width = range(column, right);
  const isOpen = (r: number): boolean =>
    width.every((c) => !isFloored(r, c, walls) && isFree(r, c));
  let below = row + 1;
  while (below < rows && isOpen(below)) below++;
  const at = (values: readonly number[], i: number): number => values[i] ?? 0;
  return {
    row,
    column,
    rowSpan: below - row,
    columnSpan: right - column,
    box: [at(xs, column), at(ys, row), at(xs, right), at(ys, below)],
  };
}

/** Whether a line runs down the left side of a cell. */
const isWalled = (row: number, column: number, { xs, ys, lines, slack }: Walls): boolean =>
  isClosed(lines.upright, 1, xs[column] ?? 0, [ys[row] ?? 0, ys[row + 1] ?? 0], slack);

/** Whether a line runs along the upper side of a cell. */
const isFloored = (row: number, column: number, { xs, ys, lines, slack }: Walls): boolean =>
  isClosed(lines.level, 0, ys[row] ?? 0, [xs[column] ?? 0, xs[column + 1] ?? 0], slack);

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, i) => from + i);

/**
 * Whether lines at a position run along a side.
 *
 * @param along 1 for upright lines (the side runs down), 0 for level ones.
 */
function isClosed(
  lines: readonly Box[],
  along: 0 | 1,
  position: number,
  [from, to]: readonly [number, number],
  slack: number,
): boolean {
  const across = along === 0 ? 1 : 0;
  let covered = 0;
  for (const line of lines) {
    const middle = (line[across] + line[across === 0 ? 2 : 3]) / 2;
    if (Math.abs(middle - position) > 1.5 * slack) continue;
    const end = along === 0 ? line[2] : line[3];
    covered += Math.max(0, Math.min(to, end) - Math.max(from, line[along]));
  }
  return covered >= enough * (to - from);
}
