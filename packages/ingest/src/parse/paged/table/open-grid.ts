/**
 * Grids that lines rule only in part: what lines leave open, columns and rows of text close.
 *
 * The result is a lattice like that of a ruled table: real lines, and lines supposed between the
 * columns and rows of text.
 */
import type { Box } from '@xxgk/extract/document';
import { firstFrom } from '../../tables/ascending.ts';
import type { GridLine } from '../../tables/grid.ts';
import { type Grid, latticeOf } from '../../tables/lattice.ts';
import type { Line } from '../lines.ts';
import { headSpans } from './head-spans.ts';
import type { TextColumn } from './named-columns.ts';
import { listedColumns, rowGroups } from './row-groups.ts';
import { columnsUnder, gutters, textColumns } from './text-columns.ts';
import { isValue, type TextRow } from './text-rows.ts';

/** A part of a page that may be a table. */
export interface OpenRegion {
  readonly box: Box;
  /** Lines that separate rows, ascending; the first and the last need not be drawn. */
  readonly across: readonly GridLine[];
  readonly rows: readonly TextRow[];
  /** Places where uprights run elsewhere in the table. */
  readonly known?: readonly number[];
}

/** A table with how it was seen. */
export interface OpenGrid extends Grid {
  readonly columns: readonly TextColumn[];
  /** Rows of text, head first, each with its printed lines. */
  readonly groups: readonly (readonly TextRow[])[];
  /** Printed lines above the first values. */
  readonly head: readonly TextRow[];
}

/** Points by which a line that separates whole rows may miss the sides. */
const beside = 8;
/** So many whole lines rule each row: a cell of several lines is no list of rows. */
const ruledRows = 5;

/** Whether a line separates whole rows of a region. */
export const isWhole = (line: GridLine, [left, , right]: Box): boolean =>
  line.from <= left + beside && line.to >= right - beside;

const middle = ({ box }: TextRow): number => (box[1] + box[3]) / 2;

/** Printed lines in the order of their middles, to be found by height. */
class Rows {
  readonly all: readonly TextRow[];
  readonly #middles: readonly number[];

  constructor(rows: readonly TextRow[]) {
    this.all = rows.toSorted((a, b) => middle(a) - middle(b));
    this.#middles = this.all.map(middle);
  }

  between(top: number, bottom: number): TextRow[] {
    return this.all.slice(firstFrom(this.#middles, top), firstFrom(this.#middles, bottom));
  }
}

/** Edges of the bands between whole lines. */
function bandEdges({ box, across }: OpenRegion): number[] {
  const edges = across.filter((line) => isWhole(line, box)).map(({ at }) => at);
  const inner = edges.filter((at) => at > box[1] + 1 && at < box[3] - 1);
  return [box[1], ...inner, box[3]];
}

const bandsOf = (edges: readonly number[]): [top: number, bottom: number][] =>
  edges.slice(1).map((bottom, at) => [edges[at] ?? bottom, bottom]);

/** Where the labels beside values end. */
export const labelEnd = (rows: readonly TextRow[]): number =>
  rows.reduce(
    (most, { pieces: [label] }) => (label && !isValue(label) ? Math.max(most, label.box[2]) : most),
    0,
  );

/** Letter heights from a line of a label to the values half a line below it; to the next line. */
const halfLine = 1.1;
const line = 1.45;

/**
 * Whether a line above the first values is of the label beside them: half a line above, or a line
 * above and full.
 *
 * @param end Where labels end.
 */
export function isLabelOf(values: TextRow, row: TextRow, end: number): boolean {
  const [piece, ...others] = row.pieces;
  const beside = values.pieces.find(isValue);
  if (!piece || !beside || others.length > 0 || piece.box[2] >= beside.box[0]) return false;
  const distance = (values.baseline - row.baseline) / row.size;
  return distance < halfLine || (distance < line && end - piece.box[2] < halfLine * row.size);
}

/** Printed lines above the first value: in bands of their own, where whole lines make bands. */
function headOf(region: OpenRegion, edges: readonly number[]): TextRow[] {
  const isBody = ({ pieces }: TextRow): boolean => pieces.slice(1).some(isValue);
  const first = region.rows.find(isBody);
  if (!first) return [];
  const [, second = region.box[3]] = edges;
  // Values in the head are numbers of columns: the first band of several is the head.
  if (edges.length > 2) return region.rows.filter((row) => middle(row) < second);
  const end = labelEnd(region.rows.filter(isBody));
  return region.rows.filter((row) => middle(row) < first.box[1] && !isLabelOf(first, row, end));
}

/** Rows of the bands, and the supposed lines between rows of one band. */
function groupsOf(
  edges: readonly number[],
  columns: readonly TextColumn[],
  rows: Rows,
  head: ReadonlySet<TextRow>,
): { groups: TextRow[][]; cuts: number[] } {
  const groups: TextRow[][] = [];
  const cuts: number[] = [];
  for (const [top, bottom] of bandsOf(edges)) {
    const band = rows.between(top, bottom);
    const isList = edges.length <= ruledRows || listedColumns(band, columns) > 1;
    const own = isList ? splitBand(band, columns, head) : [band];
    for (const [at, group] of own.entries()) {
      const above = own[at - 1];
      if (above) cuts.push((bottomOf(above) + topOf(group)) / 2);
      groups.push(group);
    }
  }
  return { groups, cuts };
}

const bottomOf = (rows: readonly TextRow[]): number =>
  rows.reduce((most, { box }) => Math.max(most, box[3]), Number.NEGATIVE_INFINITY);
const topOf = (rows: readonly TextRow[]): number =>
  rows.reduce((least, { box }) => Math.min(least, box[1]), Number.POSITIVE_INFINITY);

/** A head above the first values of a band is one row; below, each row is known by its values. */
function splitBand(
  rows: readonly TextRow[],
  columns: readonly TextColumn[],
  head: ReadonlySet<TextRow>,
): TextRow[][] {
  const above = rows.filter((row) => head.has(row));
  const below = rows.filter((row) => !head.has(row));
  const body =
    listedColumns(below, columns) === 0 || below.length === 0
      ? [[...below]]
      : rowGroups(below, columns);
  return [above, ...body].filter((group) => group.length > 0);
}

/** Whether a piece runs over an edge into both columns beside it. */
function crosses(piece: Line, edge: number, columns: readonly TextColumn[]): boolean {
  const [first, last] = columnsUnder(piece, columns) ?? [0, 0];
  return edge > first && edge <= last;
}

/**
 * Edges that the cells above a line in the head leave open: the line joins the columns below it, and
 * where several texts stand above one line, the columns nearest to each.
 */
function openAbove(line: GridLine, xs: readonly number[], pieces: readonly Line[]): Set<number> {
  const inner = xs.flatMap((x, edge) => (x > line.from + 2 && x < line.to - 2 ? [edge] : []));
  const over = pieces
    .map(({ box }) => (box[0] + box[2]) / 2)
    .filter((x) => x > line.from && x < line.to)
    .toSorted((a, b) => a - b);
  const kept = new Set(
    over.slice(1).map((x, at) => {
      const place = ((over[at] ?? x) + x) / 2;
      const distance = (edge: number): number => Math.abs((xs[edge] ?? 0) - place);
      return inner.reduce((best, edge) => (distance(edge) < distance(best) ? edge : best), -1);
    }),
  );
  return new Set(inner.filter((edge) => !kept.has(edge)));
}

interface Edges {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

/** Supposed lines between columns: everywhere but where a text runs over, or a head spans. */
function uprights(
  { xs, ys }: Edges,
  rows: Rows,
  columns: readonly TextColumn[],
  partial: readonly GridLine[],
): GridLine[] {
  const lines: GridLine[] = [];
  for (const [top, bottom] of bandsOf(ys)) {
    const pieces = rows.between(top, bottom).flatMap((row) => row.pieces);
    const open = new Set<number>();
    for (const line of partial.filter(({ at }) => Math.abs(at - bottom) < 1)) {
      for (const edge of openAbove(line, xs, pieces)) open.add(edge);
    }
    for (let edge = 1; edge + 1 < xs.length; edge += 1) {
      if (open.has(edge) || pieces.some((piece) => crosses(piece, edge, columns))) continue;
      lines.push({ horizontal: false, at: xs[edge] ?? 0, from: top, to: bottom });
    }
  }
  return lines;
}

/** Supposed lines below the names of groups. */
const belowGroups = (
  head: readonly TextRow[],
  columns: readonly TextColumn[],
  xs: readonly number[],
): GridLine[] =>
  headSpans(head, columns).map(({ first, last, bottom }) => ({
    horizontal: true,
    at: bottom,
    from: xs[first] ?? 0,
    to: xs[last + 1] ?? 0,
  }));

/** The grid of a region as lines and text show it; undefined where text shows no columns. */
export function openGrid(region: OpenRegion): OpenGrid | undefined {
  const { box, across } = region;
  const rows = new Rows(region.rows);
  const edges = bandEdges(region);
  const head = headOf(region, edges);
  const columns = textColumns(rows.all.slice(head.length), head);
  if (columns.length < 2) return undefined;
  const { groups, cuts } = groupsOf(edges, columns, rows, new Set(head));
  const partial = across.filter((line) => !isWhole(line, box));
  const drawn = partial.filter(({ at }) => at < bottomOf(head) + 1);
  const known = [...(region.known ?? []), ...partial.flatMap(({ from, to }) => [from, to])];
  const xs = [box[0], ...gutters(columns, rows.all, known), box[2]];
  const inHead = drawn.length > 0 ? drawn : belowGroups(head, columns, xs);
  const ys = [...edges, ...cuts, ...inHead.map(({ at }) => at)].toSorted((a, b) => a - b);
  const distinct = ys.filter((y, at) => at === 0 || y - (ys[at - 1] ?? y) > 1);
  const separators = [...edges, ...cuts].map(
    (at): GridLine => ({ horizontal: true, at, from: box[0], to: box[2] }),
  );
  const down = uprights({ xs, ys: distinct }, rows, columns, inHead);
  const grid = latticeOf(xs, distinct, [...separators, ...inHead], down);
  return { ...grid, columns, groups, head };
}
