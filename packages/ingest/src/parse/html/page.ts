/** One page: what stands where on it, and the blocks that come of it. */
import type { Block } from '@xxgk/extract/document';
import type { Document } from 'domhandler';
import { attachmentBoxes, attachments } from './attachments.ts';
import type { Beside } from './beside.ts';
import { besideBlock, droppedBlock, textOfItem } from './blocks.ts';
import { bodyBlocks } from './body.ts';
import { breadcrumb, waypointBlocks } from './breadcrumb.ts';
import { byline, bylineBlocks, bylineParts } from './byline.ts';
import { type Content, contentOf } from './content.ts';
import { type AnyNode, ancestors, classOf, descendants, type Element, isTag } from './element.ts';
import { indexHeader } from './index-header.ts';
import type { HtmlItem } from './items.ts';
import { readItems } from './lines.ts';
import { siteFacts } from './site.ts';
import { type Sorted, sortItems } from './sort-lines.ts';
import { type Title, titleOf } from './title.ts';
import { furnitureClass } from './vocabulary.ts';
import { weightOf } from './weight.ts';

/** Characters of a box whose class says that it is furniture, if it is. */
const boxLength = 600;

type Resolve = (href: string) => string | undefined;

/** What was found on a page, before it is put in order. */
export interface Found {
  readonly meta: readonly Beside[];
  readonly index: readonly Beside[];
  readonly breadcrumb: readonly Beside[];
  readonly byline: readonly Beside[];
  readonly site: readonly Beside[];
  readonly content: Content;
  readonly title: Title | undefined;
  readonly consumed: ReadonlyMap<Element, string | null>;
}

/** The nodes of a content and everything around them: no box of something else may be among these. */
const aroundContent = ({ around, nodes }: Content): ReadonlySet<AnyNode> =>
  new Set<AnyNode>([around, ...ancestors(around), ...nodes]);

/** Finds everything that stands on a page. */
export function look(
  tree: Document,
  body: Element,
  meta: readonly Beside[],
  resolve: Resolve,
): Found {
  const content = contentOf(body);
  const header = indexHeader(body);
  const way = breadcrumb(body, resolve);
  const line = byline(body, header.boxes);
  const holding = aroundContent(content);
  const boxes = [...header.boxes, ...line.boxes, ...(way.box ? [way.box] : [])];
  return {
    meta,
    index: header.blocks,
    breadcrumb: way.blocks,
    byline: line.blocks,
    site: siteFacts(body),
    content,
    title: titleOf(
      tree,
      meta,
      header.blocks.find(({ label }) => label === 'title'),
    ),
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
  const omitted = sorted.flatMap(({ item, verdict }) =>
    verdict.is === 'dropped' ? dropped(item, verdict.rule) : [],
  );
  const around = outside(body, found);
  const nodes = [...found.content.nodes, ...attachmentBoxes(body, around)];
  const blocks = [
    ...beside.map(besideBlock),
    ...bodyBlocks(text, found.title, resolve),
    ...attachments(nodes, resolve).map(besideBlock),
    ...omitted,
    ...around.flatMap((item) =>
      dropped(item, item.kind === 'omission' ? item.rule : 'outside-text'),
    ),
  ];
  return { blocks, text };
}
