/** The tables of a page: taken out before its text is read. */
import type { Box } from '@xxgk/extract/document';
import { type GridLine, type Ruled, type RuledGrid, ruledOf, trimmed } from '../tables/grid.ts';
import { textFrames } from './flow/frames.ts';
import type { Glyph, InkedPage } from './glyph.ts';
import { type Line, linesOf } from './lines.ts';
import { inside, type PageTable, pageTable } from './page-table.ts';
import { openTables } from './table/open-tables.ts';
import { refined } from './table/refined.ts';

/** A page with its tables taken out. */
export interface SortedPage {
  readonly page: InkedPage;
  readonly tables: readonly PageTable[];
  readonly frames: readonly Box[];
  readonly loose: readonly GridLine[];
  /** Lines outside tables. */
  readonly lines: readonly Line[];
}

const isUpright = (glyph: Glyph): boolean => Math.abs(glyph.angle) < 5;

const areaOf = ([left, top, right, bottom]: Box): number => (right - left) * (bottom - top);

/** Each glyph in the smallest grid that holds it: a table may stand inside a cell of another. */
function sharedOut(grids: readonly RuledGrid[], glyphs: readonly Glyph[]) {
  const inGrid = grids.map((): Glyph[] => []);
  const outside: Glyph[] = [];
  const order = [...grids.keys()].toSorted(
    (a, b) => areaOf(grids[a]?.box ?? [0, 0, 0, 0]) - areaOf(grids[b]?.box ?? [0, 0, 0, 0]),
  );
  for (const glyph of glyphs) {
    const at = order.find((index) => inside(grids[index]?.box ?? [0, 0, 0, 0], glyph));
    if (at === undefined) outside.push(glyph);
    else inGrid[at]?.push(glyph);
  }
  return { inGrid, outside };
}

function ruledTable(grid: RuledGrid, glyphs: readonly Glyph[], page: number): PageTable[] {
  if (!glyphs.some(isUpright)) return [];
  const table = pageTable(grid, glyphs, page);
  const better = refined(table, grid);
  return [better ? pageTable(better, glyphs, page) : table];
}

/** A table whose columns are known by its text. */
export const openTable = (
  grid: PageTable['grid'],
  lines: readonly Line[],
  page: number,
): PageTable => ({
  ...pageTable(
    grid,
    lines.flatMap((line) => line.glyphs),
    page,
  ),
  open: true,
});

/** What the lines of a page rule. */
function ruledOn({ ink }: InkedPage): Ruled {
  const { grids, frames, loose } = ruledOf(ink.rulings);
  const isEmpty = (box: Box): boolean => !ink.glyphs.some((glyph) => inside(box, glyph));
  const whole = grids.map((grid) => trimmed(grid, isEmpty));
  return {
    grids: whole.filter(({ fields }) => fields.length > 1),
    // What is left of a grid may be a frame.
    frames: [...frames, ...whole.flatMap(({ fields, box }) => (fields.length > 1 ? [] : [box]))],
    loose,
  };
}

/** Takes the tables out of a page that lines show, in whole or in part. */
export function sortPage(page: InkedPage): SortedPage {
  const { grids, frames, loose } = ruledOn(page);
  const { inGrid, outside } = sharedOut(grids, page.ink.glyphs);
  const ruled = grids.flatMap((grid, at) => ruledTable(grid, inGrid[at] ?? [], page.number));
  const lines = linesOf(outside.filter(isUpright));
  const open = openTables(loose, lines);
  const used = new Set(open.flatMap((table) => table.lines));
  const rest = used.size === 0 ? lines : lines.filter((line) => !used.has(line));
  const tables = [...ruled, ...open.map((each) => openTable(each.grid, each.lines, page.number))];
  return { page, tables, frames: textFrames(frames, rest, tables, page.width), loose, lines: rest };
}
