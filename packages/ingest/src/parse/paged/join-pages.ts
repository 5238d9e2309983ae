/** Blocks page by page; what a page or column end cuts, paragraph or table, stays one block. */
import type { Block } from '@xxgk/extract/document';
import type { Measure } from './flow/measure.ts';
import { goesOn, type Measured } from './flow/paragraphs.ts';
import type { Item, Layout, TextItem } from './layout.ts';
import type { PageTable } from './page-table.ts';
import { tableOf } from './table/continued-table.ts';
import { repeatedTitle } from './table/repeated-title.ts';
import { sameColumns } from './table/shared-columns.ts';
import { type Standing, textBlock } from './text-blocks.ts';

/** Parts of one block, in page order. */
type Group =
  | {
      readonly kind: 'text';
      readonly standing: Standing;
      readonly parts: (Measured & { readonly page: number })[];
    }
  | { readonly kind: 'table'; readonly parts: PageTable[] };

const isBody = (item: Item): boolean => item.kind === 'table' || item.standing.role === 'body';

/** Adds `item` to the group that a page end cut, or tells that it is a new one. */
function joins(open: Group | undefined, item: Item, page: number): boolean {
  if (open?.kind === 'table') {
    if (item.kind !== 'table' || !sameColumns(open.parts, item.table)) return false;
    open.parts.push(item.table);
    return true;
  }
  const before = open?.parts.at(-1);
  if (item.kind !== 'text' || !item.first || !before || !goesOn(before, item)) return false;
  open?.parts.push({ page, run: item.run, measure: item.measure });
  return true;
}

const begin = (item: Item, page: number): Group =>
  item.kind === 'table'
    ? { kind: 'table', parts: [item.table] }
    : {
        kind: 'text',
        standing: item.standing,
        parts: [{ page, run: item.run, measure: item.measure }],
      };

/** A page whose text above a table only repeats what stands above its first part. */
function withoutTitle(open: Group | undefined, before: readonly Item[], items: readonly Item[]) {
  if (open?.kind !== 'table') return items;
  const at = items.findIndex((item) => item.kind === 'table');
  const table = items[at];
  if (table?.kind !== 'table' || !sameColumns(open.parts, table.table)) return items;
  const above = items.slice(0, at).filter((item): item is TextItem => isBody(item));
  const dropped = new Set<Item>(repeatedTitle(before, above));
  return items.map((item) =>
    item.kind === 'text' && dropped.has(item)
      ? { ...item, standing: { role: 'dropped', label: 'repeated-title' } as const }
      : item,
  );
}

/** Blocks by page number; a block stands on the page where it begins. */
export function blocksOf({ pages, measure }: Layout): Map<number, Block[]> {
  const groups = new Map<number, Group[]>();
  let open: Group | undefined;
  let previous = 0;
  let before: readonly Item[] = [];
  for (const { number, items: printed } of pages) {
    // A page between that has to be read by OCR is a gap, nothing is joined over it.
    if (number !== previous + 1) open = undefined;
    const own: Group[] = [];
    const items = withoutTitle(open, before, printed);
    const [first] = items.filter(isBody);
    for (const item of items) {
      const mayJoin = item === first || (item.kind === 'text' && item.first && isBody(item));
      if (mayJoin && joins(open, item, number)) continue;
      const group = begin(item, number);
      own.push(group);
      if (isBody(item)) open = group;
    }
    groups.set(number, own);
    previous = number;
    before = items;
  }
  return placed(groups, measure);
}

/** The blocks of the groups, and behind those of a page the heads that tables repeat on it. */
function placed(
  groups: ReadonlyMap<number, readonly Group[]>,
  measure: Measure,
): Map<number, Block[]> {
  const heads = new Map<number, Block[]>([...groups.keys()].map((number) => [number, []]));
  const blockOf = (group: Group): Block => {
    if (group.kind === 'text') return textBlock(group.parts, measure, group.standing);
    const joined = tableOf(group.parts);
    for (const head of joined.heads) heads.get(head.page)?.push(head.table);
    return joined.table;
  };
  const blocks = [...groups].map(([number, own]) => [number, own.map(blockOf)] as const);
  return new Map(blocks.map(([number, own]) => [number, [...own, ...(heads.get(number) ?? [])]]));
}
