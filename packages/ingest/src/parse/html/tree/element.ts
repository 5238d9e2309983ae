/** Small questions to a tree of elements: what a node says, whether it shows, where it stands. */
import { type AnyNode, Element, isTag, isText } from 'domhandler';

export type { AnyNode };
export { Element, isTag, isText };

const blanks = /[ \t\r\n\f]+/g;
/** Hidden, set off the page, or (in what Word saves as a page) a running head, a foot, a comment. */
const hiddenStyle =
  /display\s{0,4}:\s{0,4}none|mso-element\s{0,4}:\s{0,4}(header|footer|comment-list)\b|mso-hide\s{0,4}:\s{0,4}all\b|visibility\s{0,4}:\s{0,4}(hidden|collapse)|(left|top|text-indent)\s{0,4}:\s{0,4}-\d{4,}px|(?<![\w-])font-size\s{0,4}:\s{0,4}0(\.0{1,3})?\s{0,2}(px|pt|em|rem|%|;|!|$)|(?<![\w-])opacity\s{0,4}:\s{0,4}0(\.0{1,3})?\s{0,4}(;|!|$)/i;
/** A box of no height that shows nothing of what runs over its edge. */
const noHeight = /(?<![\w-])height\s{0,4}:\s{0,4}0(px|pt|em)?\s{0,4}(;|!|$)/i;
const cutAtEdge = /overflow\s{0,4}:\s{0,4}hidden/i;
const hiddenClass = /(^|\s)(ng-hide|d-none|layui-hide|visually-hidden|sr-only)(\s|$)/;

/** Elements that print nothing of their own. */
const silent = new Set(
  'script style noscript template iframe noframes noembed object applet svg select option button input textarea head map audio video canvas'.split(
    ' ',
  ),
);

/** Elements that stand inside a line. */
const inline = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small span strike strong sub sup time tt u var wbr img o:p st1:chsdate st1:personname'.split(
    ' ',
  ),
);

/** Whether an element stands inside a line, so that it begins and ends none. */
export const isInline = (element: Element): boolean =>
  inline.has(element.name) || element.name.includes(':');

export const classOf = (element: Element): string =>
  `${element.attribs['class'] ?? ''} ${element.attribs['id'] ?? ''}`.trim();

function stylesAway(style: string): boolean {
  return hiddenStyle.test(style) || (noHeight.test(style) && cutAtEdge.test(style));
}

/** Kept on the element itself, as weights are: every text that is read asks every element again. */
const unseen = Symbol('unseen');

type Seen = Element & { [unseen]?: boolean };

/** Whether a reader of the page does not see this element. */
export function isHidden(element: Seen): boolean {
  const known = element[unseen] ?? statesHidden(element);
  element[unseen] = known;
  return known;
}

/** What the attributes of an element say; they never change. */
function statesHidden({ attribs }: Element): boolean {
  const { style, class: classes, hidden } = attribs;
  if (hidden !== undefined && hidden !== 'until-found') return true;
  if (style !== undefined && stylesAway(style)) return true;
  return classes !== undefined && hiddenClass.test(classes);
}

/** Silent elements whose content was found to be the text of the page. */
const opened = new WeakSet<Element>();

/** From now on an element shows its content, whatever its name and its style. */
export const openSilent = (element: Seen): void => {
  opened.add(element);
  element[unseen] = false;
  reshaped();
};

/** Must be called where elements were put into a tree, or taken out of it. */
export const reshaped = (): void => {
  walks = new WeakMap();
};

/** From now on an element is hidden: a style sheet says so of its class. */
export const hideByName = (element: Seen): void => {
  element[unseen] = true;
};

/** Whether this element never holds text of the page. */
export const isSilent = (element: Element): boolean =>
  silent.has(element.name) && !opened.has(element);

/** Visible text, blanks as the source has them. */
export function rawText(node: AnyNode): string {
  if (isText(node)) return node.data;
  if (isTag(node)) {
    if (isSilent(node) || isHidden(node)) return '';
    if (node.name === 'br') return '\n';
  }
  if (!('children' in node)) return '';
  let text = '';
  for (const child of node.children) text += rawText(child);
  return text;
}

const line = Symbol('line');

type Lined = AnyNode & { [line]?: string };

/** Characters of a text that is kept: labels and lines, which every question asks for again. */
const shortLine = 256;

/**
 * Visible text on one line, with the blanks that a browser would show. The tree must not change
 * afterwards. Only short texts are kept, so that the tree grows by no more than its size.
 */
export function textOf(node: Lined): string {
  const known = node[line];
  if (known !== undefined) return known;
  const text = rawText(node).replace(blanks, ' ').trim();
  if (text.length <= shortLine) node[line] = text;
  return text;
}

const scripts = new Set(['script', 'style']);

function piecesOf(node: AnyNode): string {
  if (isText(node)) return node.data;
  if (!('children' in node) || (isTag(node) && scripts.has(node.name))) return '';
  return node.children.map(piecesOf).join(isTag(node) && isInline(node) ? '' : ' ');
}

/** All text of a node, shown or not, on one line: what is lost where an element is left out. */
export const wholeText = (node: AnyNode): string => piecesOf(node).replace(blanks, ' ').trim();

export const childElements = (node: AnyNode): Element[] =>
  'children' in node ? node.children.filter(isTag) : [];

/**
 * Every element under a node, in order. A list and no generator: pages are walked for a dozen
 * questions, and nested generators cost their depth at every step.
 */
export function descendants(node: AnyNode): readonly Element[] {
  // Whole pages are asked for again and again, the rest once or twice.
  const isPage = !node.parent || (isTag(node) && node.name === 'body');
  const before = isPage ? walks.get(node) : undefined;
  if (before) return before;
  const found = walked(node);
  if (isPage) walks.set(node, found);
  return found;
}

let walks = new WeakMap<AnyNode, readonly Element[]>();

function walked(node: AnyNode): readonly Element[] {
  const found: Element[] = [];
  const visit = (at: AnyNode): void => {
    if (!('children' in at)) return;
    for (const child of at.children) {
      if (!isTag(child)) continue;
      found.push(child);
      visit(child);
    }
  };
  visit(node);
  return found;
}

/** Elements around a node, the nearest first. */
export function* ancestors(node: AnyNode): Generator<Element> {
  for (let at = node.parent; at; at = at.parent) if (isTag(at)) yield at;
}

/** Kept on the element itself, as weights are. */
const step = Symbol('step');
const path = Symbol('path');

type Placed = Element & { [step]?: string; [path]?: string };

/** `p:nth-of-type(3)` of every child, reckoned once for each parent. */
function stepsUnder(parent: AnyNode): void {
  const counts = new Map<string, number>();
  for (const child of childElements(parent) as Placed[]) {
    const nth = (counts.get(child.name) ?? 0) + 1;
    counts.set(child.name, nth);
    child[step] = `${child.name}:nth-of-type(${nth})`;
  }
}

function stepOf(element: Placed): string {
  if (element[step] === undefined && element.parent) stepsUnder(element.parent);
  return element[step] ?? element.name;
}

const plainId = /^[A-Za-z][\w-]*$/;
const fixed = new Set(['html', 'head', 'body']);

function reckonedPath(element: Element): string {
  const id = element.attribs['id'];
  if (id !== undefined && plainId.test(id)) return `#${id}`;
  const last = fixed.has(element.name) ? element.name : stepOf(element);
  return element.parent && isTag(element.parent) ? `${pathOf(element.parent)} > ${last}` : last;
}

/** A CSS path to an element, from the nearest id or from the top. */
export function pathOf(element: Placed): string {
  const known = element[path] ?? reckonedPath(element);
  element[path] = known;
  return known;
}
