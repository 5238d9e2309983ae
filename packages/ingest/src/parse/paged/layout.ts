/** Pages as sequences of paragraphs, tables and furniture, in reading order. */
import { footnotes } from './flow/footnotes.ts';
import { furniture } from './flow/furniture.ts';
import { type Measure, measureOf } from './flow/measure.ts';
import { paragraphsOf, type Run } from './flow/paragraphs.ts';
import { type Part, partsOf } from './flow/parts.ts';
import { tabbed } from './flow/tabbed.ts';
import type { InkedPage } from './glyph.ts';
import type { Line } from './lines.ts';
import type { PageTable } from './page-table.ts';
import { openTable, type SortedPage, sortPage } from './page-tables.ts';
import { unruledTables } from './table/unruled-tables.ts';
import type { Standing } from './text-blocks.ts';

/** A paragraph, or the part of one that stands in one column of one page. */
export interface TextItem {
  readonly kind: 'text';
  readonly standing: Standing;
  readonly run: Run;
  readonly measure: Measure;
  /** It is the first of its column: it may go on with what stands before. */
  readonly first: boolean;
}

export type Item = TextItem | { readonly kind: 'table'; readonly table: PageTable };

export interface LaidPage {
  readonly number: number;
  readonly items: readonly Item[];
}

export interface Layout {
  readonly pages: readonly LaidPage[];
  readonly measure: Measure;
}

const body: Standing = { role: 'body' };

/** The measure of a column, a box, or of what stands beside a table. */
function ownMeasure(lines: readonly Line[], whole: Measure): Measure {
  const left = lines.reduce((least, { box }) => Math.min(least, box[0]), Number.POSITIVE_INFINITY);
  const right = lines.reduce((most, { box }) => Math.max(most, box[2]), Number.NEGATIVE_INFINITY);
  const own = measureOf([lines], right - left);
  return { ...own, right, size: whole.size };
}

/**
 * The paragraphs of a stretch of text, and the tables that no line rules.
 *
 * @param joins Whether the first paragraph may go on with what stands before.
 */
function flowItems(lines: readonly Line[], measure: Measure, page: number, joins: boolean): Item[] {
  const items: Item[] = [];
  let from = 0;
  const text = (to: number): void => {
    const { lines: own, apart } = tabbed(lines.slice(from, to));
    for (const [at, run] of paragraphsOf(own, measure, apart).entries()) {
      items.push({
        kind: 'text',
        standing: body,
        run,
        measure,
        first: joins && from === 0 && at === 0,
      });
    }
  };
  for (const table of unruledTables(lines)) {
    text(table.from);
    const own = lines.slice(table.from, table.to);
    items.push({ kind: 'table', table: openTable(table.grid, own, page) });
    from = table.to;
  }
  text(lines.length);
  return items;
}

function itemsOf(part: Part, before: Part | undefined, measure: Measure, page: number): Item[] {
  if (part.kind === 'table') return [part];
  const joins = !part.framed && !(before?.kind === 'flow' && before.framed);
  const own = part.own ? ownMeasure(part.lines, measure) : measure;
  return flowItems(part.lines, own, page, joins);
}

const aside = (line: Line, standing: Standing, measure: Measure): Item => ({
  kind: 'text',
  standing,
  run: { lines: [line], align: 'left', indent: 0 },
  measure,
  first: false,
});

interface Page extends SortedPage {
  readonly furniture: readonly { readonly line: Line; readonly standing: Standing }[];
  readonly parts: readonly Part[];
}

/** Lays out the pages of a document; what they have in common is measured over all of them. */
export function layOut(pages: readonly InkedPage[]): Layout {
  const sorted = pages.map(sortPage);
  const roleOf = furniture(
    sorted.map(({ page, lines }) => ({ number: page.number, height: page.height, lines })),
  );
  const cleared = sorted.map((each): Page => {
    const roles = each.lines.map((line) => roleOf(line, each.page.height));
    const lines = each.lines.filter((_, at) => roles[at] === undefined);
    return {
      ...each,
      furniture: each.lines.flatMap((line, at) => {
        const role = roles[at];
        return role ? [{ line, standing: { role } }] : [];
      }),
      parts: partsOf({ ...each, lines }),
    };
  });
  const measure = measureOf(flowing(cleared), pages[0]?.width ?? 0);
  return { pages: cleared.map((page) => laidPage(page, measure)), measure };
}

/** The lines that show the measure: those of the pages, or those of columns where most stand there. */
function flowing(pages: readonly Page[]): Line[][] {
  const linesWhere = (own: boolean): Line[][] =>
    pages.map(({ parts }) =>
      parts.flatMap((part) => (part.kind === 'flow' && part.own === own ? part.lines : [])),
    );
  const count = (lines: readonly Line[][]): number =>
    lines.flat().reduce((sum, line) => sum + line.glyphs.length, 0);
  const [wide, narrow] = [linesWhere(false), linesWhere(true)];
  return count(wide) >= count(narrow) ? wide : narrow;
}

function laidPage({ page, parts, furniture: around, loose }: Page, measure: Measure): LaidPage {
  const flows = parts.flatMap((part) => (part.kind === 'flow' ? part.lines : []));
  const notes = new Set(footnotes(flows, loose, measure, page.height));
  const text = parts.map((part): Part => {
    if (part.kind === 'table' || notes.size === 0) return part;
    return { ...part, lines: part.lines.filter((line) => !notes.has(line)) };
  });
  const items = text.flatMap((part, at) => itemsOf(part, text[at - 1], measure, page.number));
  const noteRuns = paragraphsOf([...notes], measure).map(
    (run): Item => ({
      kind: 'text',
      standing: { role: 'note', label: 'footnote' },
      run,
      measure,
      first: false,
    }),
  );
  const above = around.filter(({ line }) => line.baseline < page.height / 2);
  const below = around.filter(({ line }) => line.baseline >= page.height / 2);
  return {
    number: page.number,
    items: [
      ...above.map(({ line, standing }) => aside(line, standing, measure)),
      ...items,
      ...noteRuns,
      ...below.map(({ line, standing }) => aside(line, standing, measure)),
    ],
  };
}
