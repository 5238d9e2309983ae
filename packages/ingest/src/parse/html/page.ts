/** One page: what stands where on it, and the blocks that come of it. */
import type { Block } from '@xxgk/extract/document';
import type { Document } from 'domhandler';
import { isOfArticle } from './beside/article-box.ts';
import { attachmentBoxes, attachments } from './beside/attachments.ts';
import type { Beside } from './beside/beside.ts';
import { breadcrumb, waypointBlocks } from './beside/breadcrumb.ts';
import { byline, bylineBlocks, bylineParts, editorParts } from './beside/byline.ts';
import { indexHeader } from './beside/index-header.ts';
import { siteFacts } from './beside/site.ts';
import { type Title, titleOf } from './beside/title.ts';
import { contentOf } from './content/content.ts';
import type { Content } from './content/content-signs.ts';
import { besideBlock, droppedBlock, textOfItem } from './text/blocks.ts';
import { bodyBlocks } from './text/body.ts';
import type { HtmlItem } from './text/items.ts';
import { readItems } from './text/lines.ts';
import { furnitureRule, type Sorted, sortItems } from './text/sort-lines.ts';
import { furnitureClass } from './text/vocabulary.ts';
import {
  type AnyNode,
  ancestors,
  classOf,
  descendants,
  type Element,
  isTag,
  textOf,
} from './tree/element.ts';
import { orderOf } from './tree/order.ts';
import { weightOf } from './tree/weight.ts';

/** Characters of a box whose class says that it is furniture, if it is. */
const boxLength = 600;

type Resolve = (href: string) => string | undefined;

/** What was found on a page, before it is put in order. */
export interface Found {
  readonly meta: readonly Beside[];
  readonly index: readonly Beside[];
  readonly breadcrumb: readonly Beside[];
  readonly byline: readonly Beside[];
  readonly bylineBoxes: readonly Element[];
  readonly site: readonly Beside[];
  readonly content: Content;
  readonly title: Title | undefined;
  readonly consumed: ReadonlyMap<Element, string | null>;
}

/** What is around a content, and what is all of it: no box of something else may be among these. */
function aroundContent({ around, nodes }: Content): ReadonlySet<AnyNode> {
  const shown = nodes.filter((node) => weightOf(node).ink > 0);
  return new Set<AnyNode>([around, ...ancestors(around), ...(shown.length > 1 ? [] : shown)]);
}

const contentIn = (carrier: Element): Content => ({
  nodes: [carrier],
  around: carrier,
  by: 'marked',
});

/**
 * Finds everything that stands on a page.
 *
 * @param carrier The element that carries the text of a page which prints none.
 */
export function look(
  tree: Document,
  body: Element,
  meta: readonly Beside[],
  resolve: Resolve,
  carrier: Element | undefined,
): Found {
  const order = orderOf(body);
  const header = indexHeader(body);
  const way = breadcrumb(body, resolve);
  const line = byline(body, header.boxes);
  const read = [...header.boxes, ...(way.box ? [way.box] : [])];
  const entry = header.blocks.find(({ label }) => label === 'title');
  const title = titleOf(tree, { meta, entry, order, elsewhere: read, bylines: line.boxes });
  const boxes = [...read, ...line.boxes];
  const consumed = new Map(boxes.map((box) => [box, null]));
  const signs = { order, title, bylines: line.boxes, headers: header.boxes, consumed };
  const content = carrier ? contentIn(carrier) : contentOf(body, signs);
  const holding = aroundContent(content);
  return {
    meta,
    index: header.blocks,
    breadcrumb: way.blocks,
    byline: line.blocks,
    bylineBoxes: line.boxes,
    site: siteFacts(body),
    content,
    title,
    consumed: new Map(boxes.filter((box) => !holding.has(box)).map((box) => [box, null])),
  };
}

const isFurniture = (element: Element): string | undefined =>
  furnitureClass.test(classOf(element)) && weightOf(element).ink <= boxLength ? 'class' : undefined;

/** Items before the title of a guessed place: head of the page, unless a letterhead. */
function beforeTitle(sorted: readonly Sorted[], title: Title | undefined): Set<Sorted> {
  const element = title?.sure ? title.element : null;
  if (!element) return new Set();
  const inside = new Set<AnyNode>([element, ...descendants(element)]);
  const at = sorted.findIndex(({ item }) => inside.has(item.element));
  return new Set(sorted.slice(0, Math.max(0, at)).filter(({ item }) => !isLetterhead(item)));
}

const letterhead = /[〔[【]\d{4}[〕\]】]|文件$/;

const isLetterhead = (item: HtmlItem): boolean =>
  item.kind === 'line' && letterhead.test(item.text);

/** The items of the text, sorted into text and furniture. */
function textItems(found: Found): readonly Sorted[] {
  const { content, consumed, title } = found;
  const read = (hidden: boolean): readonly HtmlItem[] =>
    readItems(content.nodes, content.around, { consumed, tables: true, omit: isFurniture, hidden });
  const items = read(false);
  const sorted = sortItems(items, content.by === 'marked');
  if (content.by === 'marked') return sorted;
  const before = beforeTitle(sorted, title);
  return sorted.map((piece) =>
    before.has(piece) && piece.verdict.is === 'body'
      ? { ...piece, verdict: { is: 'dropped', rule: 'before-title' } }
      : piece,
  );
}

/** What the page prints outside of its text, line by line. */
function outside(body: Element, found: Found): readonly HtmlItem[] {
  const { content, consumed, title } = found;
  const elsewhere = new Map(consumed);
  for (const node of content.nodes) if (isTag(node)) elsewhere.set(node, null);
  if (content.by === 'scored') elsewhere.set(content.around, null);
  if (title?.element) elsewhere.set(title.element, null);
  return elsewhere.has(body) ? [] : readItems([body], body, { consumed: elsewhere, tables: false });
}

function dropped(item: HtmlItem, rule: string): Block[] {
  const text = textOfItem(item);
  return text.trim() === '' ? [] : [droppedBlock(item.element, text, rule)];
}

/** Why something outside of the text is left out: what it is, where a rule knows it. */
function ruleOutside(item: HtmlItem): string {
  if (item.kind === 'omission') return item.rule;
  return (item.kind === 'line' ? furnitureRule(item) : undefined) ?? 'outside-text';
}

/** Way and byline found only as lines of the text. */
function besideInText(sorted: readonly Sorted[], found: Found, resolve: Resolve): Beside[] {
  return sorted.flatMap(({ item, verdict }) => {
    if (item.kind !== 'line') return [];
    if (verdict.is === 'breadcrumb' && found.breadcrumb.length === 0) {
      return waypointBlocks(item.text, item.element, resolve);
    }
    if (verdict.is === 'byline' && found.byline.length === 0) {
      return bylineBlocks(bylineParts(item.text), item.element);
    }
    if (verdict.is === 'byline' && !found.byline.some(({ label }) => label === 'editor')) {
      return bylineBlocks(editorParts(item.text), item.element);
    }
    return [];
  });
}

/** The blocks of a page, and the items that are its text. */
export function blocksOf(
  body: Element,
  found: Found,
  resolve: Resolve,
): { blocks: Block[]; text: HtmlItem[] } {
  const sorted = textItems(found);
  const text = sorted.filter(({ verdict }) => verdict.is === 'body').map(({ item }) => item);
  const beside = [
    ...found.meta,
    ...found.site,
    ...found.index,
    ...found.breadcrumb,
    ...found.byline,
    ...besideInText(sorted, found, resolve),
  ];
  const omitted = sorted.flatMap(({ item, verdict }) => {
    if (verdict.is === 'dropped') return dropped(item, verdict.rule);
    return verdict.is === 'byline' ? dropped(item, 'byline') : [];
  });
  const bylines = found.bylineBoxes.filter((box) => found.consumed.has(box));
  const around = outside(body, found);
  const nodes = [
    ...found.content.nodes,
    ...attachmentBoxes(body, around, isOfArticle(found.content, body)),
  ];
  const blocks = [
    ...beside.map(besideBlock),
    ...bodyBlocks(text, found.title, resolve),
    ...attachments(nodes, resolve).map(besideBlock),
    ...bylines.map((box) => droppedBlock(box, textOf(box), 'byline')),
    ...omitted,
    ...around.flatMap((item) => dropped(item, ruleOutside(item))),
  ];
  return { blocks, text };
}
