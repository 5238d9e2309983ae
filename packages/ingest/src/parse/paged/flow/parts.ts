/** The parts of a page in reading order: stretches of text, each with its own edges, and tables. */
import type { Box } from '@xxgk/extract/document';
import type { Glyph } from '../glyph.ts';
import { type Line, linesOf } from '../lines.ts';
import type { PageTable } from '../page-table.ts';
import { type Gutter, gutterOf } from './page-columns.ts';

export type Part =
  | {
      readonly kind: 'flow';
      readonly lines: readonly Line[];
      /** It is a column, stands in a frame or beside a table: its edges are its own. */
      readonly own: boolean;
      /** It stands in a frame: nothing goes on into it or out of it. */
      readonly framed?: true;
    }
  | { readonly kind: 'table'; readonly table: PageTable };

interface Content {
  readonly lines: readonly Line[];
  readonly tables: readonly PageTable[];
  /** Frames around text, none inside another. */
  readonly frames: readonly Box[];
}

/** Columns inside of columns. */
const deepest = 2;

const middleX = ({ box }: Pick<Glyph, 'box'>): number => (box[0] + box[2]) / 2;
const middleY = ({ box }: { readonly box: Box }): number => (box[1] + box[3]) / 2;

/** A table or a frame: text beside it is read by itself. */
interface Solid {
  readonly box: Box;
  readonly table?: PageTable;
}

/** Tables and frames that stand beside each other, from left to right, one group below the other. */
function clusters({ tables, frames }: Content): Solid[][] {
  const solids: Solid[] = [
    ...tables.map((table): Solid => ({ box: table.grid.box, table })),
    ...frames.map((box): Solid => ({ box })),
  ];
  const found: Solid[][] = [];
  let bottom = Number.NEGATIVE_INFINITY;
  for (const solid of solids.toSorted((a, b) => a.box[1] - b.box[1])) {
    // The lower edge of one table may be the upper edge of the next.
    if (solid.box[1] < bottom - 2) {
      found.at(-1)?.push(solid);
      bottom = Math.max(bottom, solid.box[3]);
    } else {
      found.push([solid]);
      bottom = solid.box[3];
    }
  }
  return found.map((cluster) => cluster.toSorted((a, b) => a.box[0] - b.box[0]));
}

const linesIn = (lines: readonly Line[], [, top, , bottom]: Box): Line[] =>
  lines.filter((line) => middleY(line) > top && middleY(line) < bottom);

const within = (line: Line, [left, top, right, bottom]: Box): boolean =>
  middleX(line) > left && middleX(line) < right && middleY(line) > top && middleY(line) < bottom;

/** What stands beside the solids of a cluster, strip by strip, with the solids between them. */
function besides(cluster: readonly Solid[], lines: readonly Line[]): Part[] {
  const framed = cluster.map(({ box, table }) =>
    table ? [] : lines.filter((line) => within(line, box)),
  );
  const inFrames = new Set(framed.flat());
  const glyphs = lines.filter((line) => !inFrames.has(line)).flatMap((line) => line.glyphs);
  const strips = Map.groupBy(
    glyphs,
    (glyph) => cluster.filter((solid) => middleX(solid) < middleX(glyph)).length,
  );
  const strip = (at: number): Part[] => {
    const own = linesOf(strips.get(at) ?? []);
    return own.length > 0 ? [{ kind: 'flow', lines: own, own: true }] : [];
  };
  return [
    ...cluster.flatMap(({ table }, at): Part[] => [
      ...strip(at),
      table
        ? { kind: 'table', table }
        : { kind: 'flow', lines: framed[at] ?? [], own: true, framed: true },
    ]),
    ...strip(cluster.length),
  ];
}

function around(cluster: readonly Solid[]): Box {
  return [
    Math.min(...cluster.map(({ box }) => box[0])),
    Math.min(...cluster.map(({ box }) => box[1])),
    Math.max(...cluster.map(({ box }) => box[2])),
    Math.max(...cluster.map(({ box }) => box[3])),
  ];
}

/** Text between tables is read by itself: a paragraph never runs around a table. */
function inTurn(content: Content, own: boolean): Part[] {
  const parts: Part[] = [];
  let rest = content.lines;
  for (const cluster of clusters(content)) {
    const box = around(cluster);
    const above = rest.filter((line) => middleY(line) <= box[1]);
    const beside = linesIn(rest, box);
    if (above.length > 0) parts.push({ kind: 'flow', lines: above, own });
    parts.push(...besides(cluster, beside));
    const used = new Set([...above, ...beside]);
    rest = rest.filter((line) => !used.has(line));
  }
  return rest.length > 0 ? [...parts, { kind: 'flow', lines: rest, own }] : parts;
}

const among = (content: Content, test: (each: { readonly box: Box }) => boolean): Content => ({
  lines: content.lines.filter(test),
  tables: content.tables.filter(({ grid }) => test(grid)),
  frames: content.frames.filter((box) => test({ box })),
});

/** The left and the right column between the heights of a gutter. */
function columnsAt({ lines, tables, frames }: Content, { x }: Gutter): [Content, Content] {
  const isRight = (each: { readonly box: Box }): boolean => middleX(each) >= x;
  const glyphs = lines.flatMap((line) => line.glyphs);
  const side = (right: boolean): Content => ({
    lines: linesOf(glyphs.filter((glyph) => glyph.box[0] >= x - 3 === right)),
    tables: tables.filter(({ grid }) => isRight(grid) === right),
    frames: frames.filter((box) => isRight({ box }) === right),
  });
  return [side(false), side(true)];
}

function laid(content: Content, own: boolean, depth: number): Part[] {
  const gutter =
    depth < deepest
      ? gutterOf(
          content.lines,
          content.tables.map(({ grid }) => grid),
        )
      : undefined;
  if (!gutter) return inTurn(content, own);
  const { top, bottom } = gutter;
  const between = among(content, (each) => middleY(each) >= top && middleY(each) <= bottom);
  const [left, right] = columnsAt(between, gutter);
  return [
    ...laid(
      among(content, (each) => middleY(each) < top),
      own,
      depth,
    ),
    ...laid(left, true, depth + 1),
    ...laid(right, true, depth + 1),
    ...laid(
      among(content, (each) => middleY(each) > bottom),
      own,
      depth,
    ),
  ];
}

/** The parts of a page in reading order. */
export const partsOf = (content: Content): Part[] => laid(content, false, 0);
