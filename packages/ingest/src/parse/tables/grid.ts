/**
 * What the lines on a page rule: tables, frames around text, and lines that separate.
 *
 * Lines that touch form one table. Its columns and rows are the places where lines run.
 */
import type { Box } from '@xxgk/extract/document';
import { type GridLine, joined, near } from './grid-line.ts';
import { groupsOf, type LineGroup } from './groups.ts';
import { type Grid, latticeOf } from './lattice.ts';

export type { GridLine } from './grid-line.ts';
export type { Grid } from './lattice.ts';

/** A grid with the lines that make it. */
export interface RuledGrid extends Grid {
  readonly lines: LineGroup;
}

export interface Ruled {
  /** Ruled in both directions, top to bottom. */
  readonly grids: readonly RuledGrid[];
  /** Frames around text: nothing is ruled inside of them. */
  readonly frames: readonly Box[];
  /** Horizontal lines that no vertical one touches, top to bottom. */
  readonly loose: readonly GridLine[];
}

/** Lines may stick out so far without making a row or a column. */
const overhang = 6;
/** More fields than this are a drawing. */
const mostFields = 100_000;

/** Places along one axis, those close together as one. */
function places(values: readonly number[]): number[] {
  const clusters: number[][] = [];
  for (const value of values.toSorted((a, b) => a - b)) {
    const cluster = clusters.at(-1);
    if (cluster && value - (cluster[0] ?? value) <= near * 1.5) cluster.push(value);
    else clusters.push([value]);
  }
  return clusters.map((cluster) => cluster.reduce((sum, value) => sum + value, 0) / cluster.length);
}

/** Adds the ends of the lines of the other direction: they close what is printed without a border. */
function closedBy(edges: readonly number[], lines: readonly GridLine[]): number[] {
  const low = lines.reduce((least, line) => Math.min(least, line.from), Number.POSITIVE_INFINITY);
  const high = lines.reduce((most, line) => Math.max(most, line.to), Number.NEGATIVE_INFINITY);
  const [first = low, last = high] = [edges[0], edges.at(-1)];
  return [
    ...(low < first - overhang || edges.length === 0 ? [low] : []),
    ...edges,
    ...(high > last + overhang || edges.length === 0 ? [high] : []),
  ];
}

/** The edges of a group; none where its lines enclose nothing. */
function edgesOf({ across, down }: LineGroup): { xs: number[]; ys: number[] } | undefined {
  const xs = closedBy(places(down.map(({ at }) => at)), across);
  const ys = closedBy(places(across.map(({ at }) => at)), down);
  const fields = (xs.length - 1) * (ys.length - 1);
  return fields < 1 || fields > mostFields ? undefined : { xs, ys };
}

/** What the lines of a page rule. */
export function ruledOf(lines: readonly GridLine[]): Ruled {
  const across = joined(lines.filter((line) => line.horizontal));
  const down = joined(lines.filter((line) => !line.horizontal));
  const grids: RuledGrid[] = [];
  const frames: Box[] = [];
  const loose: GridLine[] = [];
  for (const group of groupsOf(across, down)) {
    if (group.down.length === 0) loose.push(...group.across);
    // A cross of two lines, or a lone upright, encloses nothing.
    if (group.across.length + group.down.length < 3) continue;
    const edges = group.across.length > 0 && group.down.length > 0 ? edgesOf(group) : undefined;
    if (!edges) continue;
    const grid = latticeOf(edges.xs, edges.ys, group.across, group.down);
    if (grid.fields.length > 1) grids.push({ ...grid, lines: group });
    else frames.push(grid.box);
  }
  return {
    grids: grids.toSorted((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]),
    frames,
    loose: loose.toSorted((a, b) => a.at - b.at),
  };
}

/** Whether `side` of a grid is the end of a single line: it may belong to something else. */
function isLone(ends: readonly number[], sides: readonly GridLine[], side: number): boolean {
  const reaching = ends.filter((end) => Math.abs(end - side) <= overhang).length;
  return reaching === 1 && !sides.some(({ at }) => Math.abs(at - side) <= overhang);
}

/** Edges without those that only a single line reaches, over nothing. */
function trimmedEdges(
  edges: readonly number[],
  lines: readonly GridLine[],
  sides: readonly GridLine[],
  isEmpty: (from: number, to: number) => boolean,
): readonly number[] {
  const [first = 0, second = 0] = edges;
  const [beforeLast = 0, last = 0] = edges.slice(-2);
  const starts = lines.map(({ from }) => from);
  const ends = lines.map(({ to }) => to);
  const low = edges.length > 2 && isLone(starts, sides, first) && isEmpty(first, second) ? 1 : 0;
  const high = edges.length - low > 2 && isLone(ends, sides, last) && isEmpty(beforeLast, last);
  return high ? edges.slice(low, -1) : edges.slice(low);
}

/**
 * A grid without a column or row that a single line makes by sticking out, where nothing stands in it.
 *
 * @param isEmpty Tells whether nothing stands in a part of the page.
 */
export function trimmed(grid: RuledGrid, isEmpty: (box: Box) => boolean): RuledGrid {
  const { xs, ys, lines, box } = grid;
  const [left, top, right, bottom] = box;
  const columns = trimmedEdges(xs, lines.across, lines.down, (from, to) =>
    isEmpty([from, top, to, bottom]),
  );
  const rows = trimmedEdges(ys, lines.down, lines.across, (from, to) =>
    isEmpty([left, from, right, to]),
  );
  if (columns.length === xs.length && rows.length === ys.length) return grid;
  return { ...latticeOf(columns, rows, lines.across, lines.down), lines };
}

/** The tables that are ruled in both directions, top to bottom. */
export const gridsOf = (lines: readonly GridLine[]): readonly RuledGrid[] => ruledOf(lines).grids;
