/** A ruled table of one page with the text of its cells. */
import type { Box, Cell } from '@xxgk/extract/document';
import type { Grid, GridField } from '../tables/grid.ts';
import type { Glyph } from './glyph.ts';
import { gapBetween } from './join-text.ts';
import { type Line, linesOf } from './lines.ts';

/** A cell with its printed lines: what joining over a page end looks at. */
export interface PageCell extends Cell {
  readonly box: Box;
  readonly lines: readonly Line[];
}

export interface PageTable {
  readonly page: number;
  readonly grid: Grid;
  readonly cells: readonly PageCell[];
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

function cellOf(field: GridField, glyphs: readonly Glyph[]): PageCell {
  const lines = linesOf(glyphs);
  return { ...field, text: cellText(lines), lines };
}

/** Fills the fields of `grid` with the glyphs that stand in them. */
export function pageTable(grid: Grid, glyphs: readonly Glyph[], page: number): PageTable {
  const cells = grid.fields.map((field) =>
    cellOf(
      field,
      glyphs.filter((glyph) => inside(field.box, glyph)),
    ),
  );
  return { page, grid, cells };
}
