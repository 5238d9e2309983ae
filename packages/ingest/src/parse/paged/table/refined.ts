/**
 * Ruled tables of which some lines are missing: rows without uprights between their columns, and
 * columns without lines between their rows. Text in line supposes them.
 */
import type { GridLine, RuledGrid } from '../../tables/grid.ts';
import { type Grid, latticeOf } from '../../tables/lattice.ts';
import { around, type Line } from '../lines.ts';
import type { PageCell, PageTable } from '../page-table.ts';
import type { TextColumn } from './named-columns.ts';
import { type OpenGrid, openGrid } from './open-grid.ts';
import { listedColumns, rowGroups } from './row-groups.ts';
import { isRuledTable, isValueTable } from './sure.ts';
import { isValue, type TextRow, textRow } from './text-rows.ts';

/** Letter heights of a cell that may hold columns. */
const roomy = 6;
/** Fewer printed lines show no columns and no rows. */
const fewest = 3;
/** Part of the printed lines that show columns: labels of three lines leave one between them. */
const tellingShare = 0.3;
/** Points by which edges of cells that stand below each other may differ. */
const tolerance = 2;
/** Points of paper around a text, and letter heights of one more digit: a whole number leaves both. */
const padding = 12;
const digit = 0.6;
/** Part of the supposed rows that have to hold values. */
const valueShare = 0.6;

type Supposed = readonly GridLine[];

const upright = (at: number, from: number, to: number): GridLine => ({
  horizontal: false,
  at,
  from,
  to,
});
const level = (at: number, from: number, to: number): GridLine => ({
  horizontal: true,
  at,
  from,
  to,
});

/** Wide cells of one width below each other that show columns when read together. */
function missingUprights(table: PageTable, { lines, xs }: RuledGrid): Supposed {
  const wide = table.cells.filter(({ box, lines: own }) => {
    const size = own[0]?.size ?? 0;
    return size > 0 && box[2] - box[0] > roomy * size;
  });
  const groups = Map.groupBy(
    wide,
    ({ box }) => `${Math.round(box[0] / tolerance)} ${Math.round(box[2] / tolerance)}`,
  );
  return [...groups.values()].flatMap((cells) => {
    const rows = cells.flatMap((cell) => cell.lines.map(textRow));
    const telling = rows.filter(({ pieces }) => pieces.length > 1).length;
    if (telling < fewest || telling < tellingShare * rows.length) return [];
    const box = around(cells.map((cell) => cell.box));
    const across = lines.across.filter(
      ({ at, from, to }) =>
        at >= box[1] - tolerance && at <= box[3] + tolerance && from < box[2] && to > box[0],
    );
    const known = xs.filter((x) => x > box[0] + tolerance && x < box[2] - tolerance);
    const grid = openGrid({ box, across, rows, known });
    return grid && isSure(grid, known) ? sidesOf(grid) : [];
  });
}

const isSure = (grid: OpenGrid, known: readonly number[]): boolean =>
  isValueTable(grid) ||
  (isRuledTable(grid) && grid.xs.slice(1, -1).every((x) => known.includes(x)));

/** The inner sides of the cells of a supposed grid. */
const sidesOf = ({ fields, box }: Grid): GridLine[] =>
  fields.flatMap(({ box: [left, top, right, bottom] }) => [
    ...(left > box[0] + 1 ? [upright(left, top, bottom)] : []),
    ...(top > box[1] + 1 ? [level(top, left, right)] : []),
  ]);

/** The printed lines of cells beside each other, by baseline. */
function rowsAcross(cells: readonly PageCell[]): TextRow[] {
  const rows: { baseline: number; size: number; pieces: Line[] }[] = [];
  const lines = cells.flatMap((cell) => cell.lines).toSorted((a, b) => a.baseline - b.baseline);
  for (const line of lines) {
    const row = rows.at(-1);
    if (row && line.baseline - row.baseline <= 0.35 * row.size) row.pieces.push(line);
    else rows.push({ baseline: line.baseline, size: line.size, pieces: [line] });
  }
  return rows.map((row) => ({ ...row, box: around(row.pieces.map(({ box }) => box)) }));
}

/** A number that fills its cell may go on in the next line. */
const isWhole = (line: Line, { box }: PageCell): boolean =>
  !isValue(line) || box[2] - box[0] - (line.box[2] - line.box[0]) >= padding + digit * line.size;

/** Lines between the rows of cells that hold lists of values. */
function missingLevels(table: PageTable): Supposed {
  const byRow = Map.groupBy(table.cells, ({ row }) => row);
  return [...byRow.values()].flatMap((cells) => {
    if (cells.length < 2 || cells.some(({ rowSpan }) => rowSpan > 1)) return [];
    const columns = cells.map(({ box }): TextColumn => ({ left: box[0], right: box[2] }));
    const rows = rowsAcross(cells);
    if (rows.length < fewest || listedColumns(rows, columns) < Math.min(2, cells.length - 1)) {
      return [];
    }
    if (!cells.every((cell) => cell.lines.every((line) => isWhole(line, cell)))) return [];
    const text = columns.map(({ left }, at) => ({ left, right: rightOf(cells[at]) }));
    const groups = rowGroups(rows, text);
    const holding = groups.filter((group) =>
      group.some(({ pieces }) => pieces.slice(1).some(isValue)),
    );
    if (groups.length < fewest || holding.length < valueShare * groups.length) return [];
    return groups.slice(1).map((group, at) => {
      const above = around((groups[at] ?? group).map(({ box }) => box));
      const below = around(group.map(({ box }) => box));
      const [first, last] = [columns[0], columns.at(-1)];
      return level((above[3] + below[1]) / 2, first?.left ?? 0, last?.right ?? 0);
    });
  });
}

const rightOf = (cell: PageCell | undefined): number =>
  cell ? Math.max(cell.box[0] + 1, ...cell.lines.map(({ box }) => box[2])) : 0;

const merged = (edges: readonly number[], more: readonly number[]): number[] => {
  const all = [...edges];
  for (const place of more) {
    if (!all.some((each) => Math.abs(each - place) <= tolerance)) all.push(place);
  }
  return all.toSorted((a, b) => a - b);
};

/** The grid with the lines that its text supposes; undefined where none is missing. */
export function refined(table: PageTable, grid: RuledGrid): Grid | undefined {
  const supposed = [...missingUprights(table, grid), ...missingLevels(table)];
  if (supposed.length === 0) return undefined;
  const across = supposed.filter((line) => line.horizontal);
  const down = supposed.filter((line) => !line.horizontal);
  return latticeOf(
    merged(
      grid.xs,
      down.map(({ at }) => at),
    ),
    merged(
      grid.ys,
      across.map(({ at }) => at),
    ),
    [...grid.lines.across, ...across],
    [...grid.lines.down, ...down],
  );
}
