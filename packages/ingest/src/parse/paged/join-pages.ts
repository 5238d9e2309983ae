/** Blocks page by page; what a page end cuts, paragraph or table, stays one block. */
import type { Block, Role } from '@xxgk/extract/document';
import { sameColumns } from './columns.ts';
import { tableOf } from './continued-table.ts';
import type { Item, Layout } from './layout.ts';
import type { Measure } from './measure.ts';
import type { PageTable } from './page-table.ts';
import { goesOn, type Run } from './paragraphs.ts';
import { textBlock } from './text-blocks.ts';

/** Parts of one block, in page order. */
type Group =
  | {
      readonly kind: 'text';
      readonly role: Role;
      readonly parts: { readonly page: number; readonly run: Run }[];
    }
  | { readonly kind: 'table'; readonly parts: PageTable[] };

const isBody = (item: Item): boolean => item.kind === 'table' || item.role === 'body';

/** Adds `item` to the group that a page end cut, or tells that it is a new one. */
function joins(open: Group | undefined, item: Item, page: number, measure: Measure): boolean {
  if (!open) return false;
  if (open.kind === 'table') {
    if (item.kind !== 'table' || !sameColumns(open.parts, item.table)) return false;
    open.parts.push(item.table);
    return true;
  }
  const before = open.parts.at(-1)?.run;
  if (item.kind !== 'text' || !before || !goesOn(before, item.run, measure)) return false;
  open.parts.push({ page, run: item.run });
  return true;
}

const begin = (item: Item, page: number): Group =>
  item.kind === 'table'
    ? { kind: 'table', parts: [item.table] }
    : { kind: 'text', role: item.role, parts: [{ page, run: item.run }] };

/** Blocks by page number; a block stands on the page where it begins. */
export function blocksOf({ pages, measure }: Layout): Map<number, Block[]> {
  const groups = new Map<number, Group[]>();
  let open: Group | undefined;
  let previous = 0;
  for (const { number, items } of pages) {
    // A page between that has to be read by OCR is a gap, nothing is joined over it.
    if (number !== previous + 1) open = undefined;
    const own: Group[] = [];
    const [first] = items.filter(isBody);
    for (const item of items) {
      if (item === first && joins(open, item, number, measure)) continue;
      const group = begin(item, number);
      own.push(group);
      if (isBody(item)) open = group;
    }
    groups.set(number, own);
    previous = number;
  }
  const block = (group: Group): Block =>
    group.kind === 'table' ? tableOf(group.parts) : textBlock(group.parts, measure, group.role);
  return new Map([...groups].map(([number, own]) => [number, own.map(block)]));
}
