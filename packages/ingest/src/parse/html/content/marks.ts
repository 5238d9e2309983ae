/** The text of a page by the marks of the system that made it: comments, meta tags, names of boxes. */
import { isComment } from 'domhandler';
import { type AnyNode, type Element, isHidden, isSilent, isTag } from '../tree/element.ts';
import { rangeBetween } from '../tree/range.ts';
import { weightOf, weightOfAll } from '../tree/weight.ts';
import type { Content, HeadSigns } from './content-signs.ts';
import { contentComments, layoutComments, likelyContainers, ownContainers } from './families.ts';

/** Han characters that a box of a common name must hold to be believed. */
export const aText = 200;
/** Han characters of a box that is more than a label. */
export const little = 30;
/** Boxes of other names that are looked at: a page has a handful. */
const maxApart = 50;
/** Share of linked characters above which a box is a list. */
const listLike = 0.4;

const blanks = /\s+/;

const shows = (node: AnyNode): boolean => {
  const { ink, figures } = weightOf(node);
  return ink + figures > 0;
};

function isListOfLinks(element: Element): boolean {
  const { han, linked } = weightOf(element);
  return han > 0 && linked > han * listLike && linked > aText / 2;
}

/** Marks that are nodes of their own: comments, and `<meta name="ContentStart">`. */
function marksIn(root: AnyNode): AnyNode[] {
  const found: AnyNode[] = [];
  const visit = (node: AnyNode): void => {
    if (isComment(node) || (isTag(node) && node.name === 'meta')) found.push(node);
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(root);
  return found;
}

const says = (node: AnyNode, pattern: RegExp): boolean =>
  isComment(node)
    ? pattern.test(node.data)
    : isTag(node) && pattern.test(`meta:${node.attribs['name'] ?? ''}`);

/** Nodes between two marks of one kind, the first pair that has anything between. */
function between(
  marks: readonly AnyNode[],
  pairs: readonly (readonly [RegExp, RegExp])[],
  by: Content['by'],
): Content | undefined {
  for (const [opens, closes] of pairs) {
    for (const [at, open] of marks.entries()) {
      if (!says(open, opens)) continue;
      const close = marks.slice(at + 1).find((mark) => says(mark, closes));
      const range = rangeBetween(open, close);
      if (range?.nodes.some(shows)) return { ...range, by };
    }
  }
  return undefined;
}

/** Elements by `#id`, `.class` and name, in order: one walk instead of one for each selector. */
type Names = ReadonlyMap<string, readonly Element[]>;

/** `vsb_content_2`, `vsb_content_501`: one name for all of them. */
const numbered = /^(vsb_content)_\d+$/;

function namesIn(elements: readonly Element[]): Names {
  const names = new Map<string, Element[]>();
  const add = (key: string, element: Element): void => {
    const list = names.get(key);
    if (list) list.push(element);
    else names.set(key, [element]);
  };
  for (const element of elements) {
    const { class: classes, id } = element.attribs;
    add(element.name, element);
    if (id !== undefined) add(`#${id.replace(numbered, '$1')}`, element);
    if (classes === undefined) continue;
    for (const name of classes.split(blanks)) add(`.${name}`, element);
  }
  return names;
}

/** Elements of a name that are in no other of them. */
function outermost(names: Names, selector: string, { order }: HeadSigns): Element[] {
  const kept: Element[] = [];
  for (const element of names.get(selector) ?? []) {
    const last = kept.at(-1);
    if (!last || !order.holds(last, element)) kept.push(element);
  }
  return kept;
}

const isVisible = (element: Element): boolean => {
  for (let at: AnyNode | null = element; at; at = at.parent) {
    if (isTag(at) && (isHidden(at) || isSilent(at))) return false;
  }
  return true;
};

const parentOf = (element: Element): Element =>
  element.parent && isTag(element.parent) ? element.parent : element;

/** Whether a box holds the head of the article too: then a narrower one is the text. */
const holdsHead = (box: Element, { title, bylines, order }: HeadSigns): boolean =>
  [...bylines, ...(title?.element ? [title.element] : [])].some((head) => order.holds(box, head));

/** Boxes that systems make for the text, of every name, the widest first. */
function ownBoxes(names: Names, signs: HeadSigns): Element[][] {
  return ownContainers.map((selector) =>
    outermost(names, selector, signs).filter(
      (box) => isVisible(box) && shows(box) && !isListOfLinks(box),
    ),
  );
}

/** The boxes of one name, and the large ones of other names that stand apart from them. */
function ownContent(names: Names, signs: HeadSigns): Content | undefined {
  const byName = ownBoxes(names, signs);
  const bare = byName.filter((boxes) => boxes.some((box) => !holdsHead(box, signs)));
  const chosen = (bare.length > 0 ? bare : byName).find((boxes) => boxes.length > 0);
  const [first] = chosen ?? [];
  if (!chosen || !first) return undefined;
  const nodes = [...chosen];
  for (const box of bare.flat().slice(0, maxApart)) {
    const apart = nodes.every(
      (node) => !signs.order.holds(node, box) && !signs.order.holds(box, node),
    );
    if (apart && weightOf(box).han >= little) nodes.push(box);
  }
  const inOrder = nodes.toSorted((a, b) => (signs.order.isBefore(a, b) ? -1 : 1));
  return { nodes: inOrder, around: parentOf(inOrder[0] ?? first), by: 'marked' };
}

/** A box of a common name that holds a text. */
function likelyContent(names: Names, signs: HeadSigns): Content | undefined {
  for (const selector of likelyContainers) {
    for (const element of outermost(names, selector, signs)) {
      const { han, linked } = weightOf(element);
      if (han < aText || linked > han * listLike || !isVisible(element)) continue;
      return { nodes: [element], around: parentOf(element), by: 'likely' };
    }
  }
  return undefined;
}

/** What the marks of a page say about its text. */
export interface Marked {
  /** By marks that stand around texts only. */
  readonly own: Content | undefined;
  /** By names that other boxes bear too. */
  readonly likely: Content | undefined;
}

export function markedContent(body: Element, signs: HeadSigns): Marked {
  const marks = marksIn(body);
  const names = namesIn(signs.order.elements);
  return {
    own: between(marks, contentComments, 'marked') ?? ownContent(names, signs),
    likely: between(marks, layoutComments, 'likely') ?? likelyContent(names, signs),
  };
}

export const hanIn = (content: Content): number => weightOfAll(content.nodes).han;
