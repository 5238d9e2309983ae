/** A table of one page with the text of its cells. */
import type { Box, Cell } from '@xxgk/extract/document';
import { firstFrom } from '../tables/ascending.ts';
import type { Grid } from '../tables/grid.ts';
import type { Glyph } from './glyph.ts';
import { gapBetween } from './join-text.ts';
import type { Line } from './lines.ts';
import { cellLines } from './table/cell-lines.ts';

/** A cell with its printed lines: what joining over a page end looks at. */
export interface PageCell extends Cell {
  readonly box: Box;
  readonly lines: readonly Line[];
}

export interface PageTable {
  readonly page: number;
  readonly grid: Grid;
  readonly cells: readonly PageCell[];
  /** Its columns are known by its text: their edges differ from page to page. */
  readonly open?: true;
}

export const inside = ([left, top, right, bottom]: Box, glyph: Glyph): boolean => {
  const x = (glyph.box[0] + glyph.box[2]) / 2;
  const y = (glyph.box[1] + glyph.box[3]) / 2;
  return x >= left && x <= right && y >= top && y <= bottom;
};

/** The lines of a cell as one text. */
export function cellText(lines: readonly Pick<Line, 'text'>[]): string {
  return lines.reduce((text, line) => text + gapBetween(text, line.text) + line.text, '');
}

/** The stretch between ascending edges in which a place lies. */
const stretchAt = (edges: readonly number[], at: number): number =>
  Math.min(Math.max(firstFrom(edges, at) - 1, 0), edges.length - 2);

/** For each field of the finest grid, the index of the printed cell that covers it. */
function ownersOf({ xs, fields }: Grid): Map<number, number> {
  const owners = new Map<number, number>();
  for (const [index, { row, column, rowSpan, columnSpan }] of fields.entries()) {
    for (let r = row; r < row + rowSpan; r += 1) {
      for (let c = column; c < column + columnSpan; c += 1) owners.set(r * xs.length + c, index);
    }
  }
  return owners;
}

/** Fills the fields of `grid` with the glyphs that stand in them; each glyph stands in one. */
export function pageTable(grid: Grid, glyphs: readonly Glyph[], page: number): PageTable {
  const { xs, ys, fields } = grid;
  const owners = ownersOf(grid);
  const own = fields.map((): Glyph[] => []);
  for (const glyph of glyphs) {
    const column = stretchAt(xs, (glyph.box[0] + glyph.box[2]) / 2);
    const row = stretchAt(ys, (glyph.box[1] + glyph.box[3]) / 2);
    own[owners.get(row * xs.length + column) ?? -1]?.push(glyph);
  }
  const cells = fields.map((field, at): PageCell => {
    const lines = cellLines(own[at] ?? []);
    return { ...field, text: cellText(lines), lines };
  });
  return { page, grid, cells };
}
