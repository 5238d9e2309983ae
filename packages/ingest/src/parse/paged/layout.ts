/** A page as a sequence of paragraphs, tables and furniture, from top to bottom. */
import type { Role } from '@xxgk/extract/document';
import { type Grid, gridsOf } from '../tables/grid.ts';
import { furniture } from './furniture.ts';
import type { InkedPage } from './glyph.ts';
import { type Line, linesOf } from './lines.ts';
import { type Measure, measureOf } from './measure.ts';
import { inside, type PageTable, pageTable } from './page-table.ts';
import { paragraphsOf, type Run } from './paragraphs.ts';

export type Item =
  | { readonly kind: 'text'; readonly role: Role; readonly run: Run }
  | { readonly kind: 'table'; readonly table: PageTable };

export interface LaidPage {
  readonly number: number;
  readonly items: readonly Item[];
}

export interface Layout {
  readonly pages: readonly LaidPage[];
  readonly measure: Measure;
}

interface Sorted {
  readonly page: InkedPage;
  readonly tables: readonly PageTable[];
  /** Lines outside tables. */
  readonly lines: readonly Line[];
}

function sort(page: InkedPage): Sorted {
  const upright = page.ink.glyphs.filter((glyph) => Math.abs(glyph.angle) < 5);
  const grids = gridsOf(page.ink.rulings).filter((grid) =>
    upright.some((glyph) => inside(grid.box, glyph)),
  );
  const within = (grid: Grid) => page.ink.glyphs.filter((glyph) => inside(grid.box, glyph));
  const tables = grids.map((grid) => pageTable(grid, within(grid), page.number));
  const outside = upright.filter((glyph) => !grids.some((grid) => inside(grid.box, glyph)));
  return { page, tables, lines: linesOf(outside) };
}

const topOf = (item: Item): number =>
  item.kind === 'table' ? item.table.grid.box[1] : (item.run.lines[0]?.box[1] ?? 0);

/** Lines between two tables are read by themselves: a paragraph never runs around a table. */
function stretches(lines: readonly Line[], tables: readonly PageTable[]): Line[][] {
  const tops = tables.map((table) => table.grid.box[1]);
  const groups = Map.groupBy(lines, (line) => tops.filter((top) => top < line.box[1]).length);
  return [...groups.values()];
}

/** Lays out the pages of a document; what they have in common is measured over all of them. */
export function layOut(pages: readonly InkedPage[]): Layout {
  const sorted = pages.map(sort);
  const roleOf = furniture(
    sorted.map(({ page, lines }) => ({ number: page.number, height: page.height, lines })),
  );
  const body = sorted.map(({ page, lines }) => lines.filter((l) => !roleOf(l, page.height)));
  const measure = measureOf(body, pages[0]?.width ?? 0);
  const laid = sorted.map(({ page, tables, lines }, at) => {
    const runs = stretches(body[at] ?? [], tables).flatMap((each) => paragraphsOf(each, measure));
    const items: Item[] = [
      ...runs.map((run): Item => ({ kind: 'text', role: 'body', run })),
      ...tables.map((table): Item => ({ kind: 'table', table })),
      ...lines.flatMap((line): Item[] => {
        const role = roleOf(line, page.height);
        return role
          ? [{ kind: 'text', role, run: { lines: [line], align: 'left', indent: 0 } }]
          : [];
      }),
    ];
    return { number: page.number, items: items.toSorted((a, b) => topOf(a) - topOf(b)) };
  });
  return { pages: laid, measure };
}
