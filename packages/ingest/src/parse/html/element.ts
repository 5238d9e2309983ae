/** Small questions to a tree of elements: what a node says, whether it shows, where it stands. */
import { type AnyNode, Element, isTag, isText } from 'domhandler';

export type { AnyNode };
export { Element, isTag, isText };

const blanks = /[ \t\r\n\f]+/g;
const hiddenStyle =
  /display\s{0,4}:\s{0,4}none|visibility\s{0,4}:\s{0,4}hidden|(left|top|text-indent)\s{0,4}:\s{0,4}-\d{4,}px/i;
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

/** Whether a reader of the page does not see this element. */
export const isHidden = (element: Element): boolean =>
  element.attribs['hidden'] !== undefined ||
  hiddenStyle.test(element.attribs['style'] ?? '') ||
  hiddenClass.test(element.attribs['class'] ?? '');

/** Whether this element never holds text of the page. */
export const isSilent = (element: Element): boolean => silent.has(element.name);

/** Visible text, blanks as the source has them. */
export function rawText(node: AnyNode): string {
  if (isText(node)) return node.data;
  if (isTag(node)) {
    if (isSilent(node) || isHidden(node)) return '';
    if (node.name === 'br') return '\n';
  }
  return 'children' in node ? node.children.map(rawText).join('') : '';
}

/** Visible text on one line, with the blanks that a browser would show. */
export const textOf = (node: AnyNode): string => rawText(node).replace(blanks, ' ').trim();

export const childElements = (node: AnyNode): Element[] =>
  'children' in node ? node.children.filter(isTag) : [];

/** Every element under a node, in order. */
export function* descendants(node: AnyNode): Generator<Element> {
  for (const child of childElements(node)) {
    yield child;
    yield* descendants(child);
  }
}

/** Elements around a node, the nearest first. */
export function* ancestors(node: AnyNode): Generator<Element> {
  for (let at = node.parent; at; at = at.parent) if (isTag(at)) yield at;
}

const positions = new WeakMap<Element, string>();

/** `p:nth-of-type(3)` of every child, reckoned once for each parent. */
function stepsUnder(parent: AnyNode): void {
  const counts = new Map<string, number>();
  for (const child of childElements(parent)) {
    const nth = (counts.get(child.name) ?? 0) + 1;
    counts.set(child.name, nth);
    positions.set(child, `${child.name}:nth-of-type(${nth})`);
  }
}

function stepOf(element: Element): string {
  if (!positions.has(element) && element.parent) stepsUnder(element.parent);
  return positions.get(element) ?? element.name;
}

const plainId = /^[A-Za-z][\w-]*$/;
const fixed = new Set(['html', 'head', 'body']);
const paths = new WeakMap<Element, string>();

function reckonedPath(element: Element): string {
  const id = element.attribs['id'];
  if (id !== undefined && plainId.test(id)) return `#${id}`;
  const step = fixed.has(element.name) ? element.name : stepOf(element);
  return element.parent && isTag(element.parent) ? `${pathOf(element.parent)} > ${step}` : step;
}

/** A CSS path to an element, from the nearest id or from the top. */
export function pathOf(element: Element): string {
  const path = paths.get(element) ?? reckonedPath(element);
  paths.set(element, path);
  return path;
}
