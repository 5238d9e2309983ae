/** A document as rules see it: its lines in reading order, and what stands beside the text. */
import type { Block, Cell, Document, Page, Role, Table, TextBlock, Traced } from './document.ts';
import { type Address, onPage } from './trace.ts';

/** A paragraph or heading of the body, or one piece of what stands beside it. */
export interface Line {
  readonly kind: 'line';
  readonly text: string;
  readonly at: Address;
  readonly traced: Traced;
  readonly block: TextBlock;
}

export interface TableItem {
  readonly kind: 'table';
  readonly table: Table;
  readonly at: Address;
}

/** What the body is made of, in reading order. */
export type Item = Line | TableItem;

/** A piece of what stands beside the text (meta tag, index entry, breadcrumb item …). */
export interface Beside {
  readonly role: Role;
  readonly label: string;
  readonly text: string;
  readonly href: string | null;
  readonly at: Address;
  readonly traced: Traced;
}

export interface Reading {
  readonly document: Document;
  /** Body only. */
  readonly items: readonly Item[];
  /** Everything that is not body, in document order. */
  readonly beside: readonly Beside[];
}

const isText = (block: Block): block is TextBlock =>
  block.kind === 'heading' || block.kind === 'paragraph';

function itemOf(block: Block, at: Address): Item | undefined {
  if (block.kind === 'table') return { kind: 'table', table: block, at };
  if (isText(block) && block.text.trim() !== '') {
    return { kind: 'line', text: block.text, at, traced: block, block };
  }
  return undefined;
}

const besideOf = (block: Block, at: Address): Beside | undefined =>
  block.kind === 'table'
    ? undefined
    : {
        role: block.role,
        label: block.label ?? '',
        text: block.text,
        href: block.href ?? null,
        at,
        traced: block,
      };

const keyOf = (page: number, block: number): string => `${page}/${block}`;

/** For each block that goes on: the later pages, and the index of its continuation on each. */
function continuationsOf(document: Document): ReadonlyMap<string, ReadonlyMap<number, number>> {
  const found = new Map<string, Map<number, number>>();
  for (const { number, blocks } of document.pages) {
    for (const [index, block] of blocks.entries()) {
      if (block.kind !== 'continuation') continue;
      const key = keyOf(block.of.page, block.of.block);
      found.set(key, (found.get(key) ?? new Map<number, number>()).set(number, index));
    }
  }
  return found;
}

/** Where each block of a page begins, and where it goes on. */
function* addressed(
  { number, blocks }: Page,
  continuations: ReadonlyMap<string, ReadonlyMap<number, number>>,
): Generator<readonly [Block, Address]> {
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'continuation') continue;
    const continued = continuations.get(keyOf(number, index));
    yield [block, { page: number, block: index, cell: null, ...(continued && { continued }) }];
  }
}

/** Lays a document out for rules. */
export function readingOf(document: Document): Reading {
  const continuations = continuationsOf(document);
  const items: Item[] = [];
  const beside: Beside[] = [];
  for (const [block, at] of document.pages.flatMap((page) => [...addressed(page, continuations)])) {
    if (block.role === 'body') {
      const item = itemOf(block, at);
      if (item) items.push(item);
    } else {
      const piece = besideOf(block, at);
      if (piece) beside.push(piece);
    }
  }
  return { document, items, beside };
}

export const isLine = (item: Item): item is Line => item.kind === 'line';

/** Pieces of one role, and of one label where given (labels compare without case). */
export function besides(reading: Reading, role: Role, label?: string): readonly Beside[] {
  const wanted = label?.toLowerCase();
  return reading.beside.filter(
    (piece) =>
      piece.role === role && (wanted === undefined || piece.label.toLowerCase() === wanted),
  );
}

/** Address of a cell inside a table, on the page where the cell begins. */
export const cellAddress = (at: Address, cell: Cell): Address => ({
  ...onPage(at, cell.page ?? at.page),
  cell: [cell.row, cell.column],
});
