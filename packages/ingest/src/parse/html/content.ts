/**
 * Finds the nodes that hold the text of a page: by the marks of the system that made it, else by
 * where the sentences are.
 */
import { isComment } from 'domhandler';
import {
  type AnyNode,
  ancestors,
  childElements,
  descendants,
  type Element,
  isHidden,
  isInline,
  isSilent,
  isTag,
} from './element.ts';
import { contentComments, likelyContainers, ownContainers } from './families.ts';
import { sentences } from './sentences.ts';
import { weightOf, weightOfAll } from './weight.ts';

export interface Content {
  /** In order; siblings or whole elements. */
  readonly nodes: readonly AnyNode[];
  /** The element around them. */
  readonly around: Element;
  /** `marked` by the system, `likely` by name, `scored` by where the sentences are. */
  readonly by: 'marked' | 'likely' | 'scored';
}

/** Han characters that a box of a common name must hold to be believed. */
const aText = 200;
/** Share of linked characters above which a box is a list. */
const listLike = 0.4;
/** Share of a page's sentences that the text must hold. */
const most = 0.7;
/** A marked box with less text than this is believed only if no place on the page says more. */
const little = 30;

const blanks = /\s+/;
/** Linked Han characters that a box may add around a text. */
const fewLinks = 12;

const shows = (node: AnyNode): boolean => {
  const { ink, figures } = weightOf(node);
  return ink + figures > 0;
};

/** Nodes between two comments that are children of one element. */
function between(root: Element): Content | undefined {
  const elements = [root, ...descendants(root)];
  for (const [open, close] of contentComments) {
    for (const element of elements) {
      const at = (pattern: RegExp): number =>
        element.children.findIndex((child) => isComment(child) && pattern.test(child.data));
      const start = at(open);
      if (start < 0) continue;
      const end = at(close);
      const nodes = element.children.slice(start + 1, end > start ? end : undefined);
      if (nodes.some(shows)) return { nodes, around: element, by: 'marked' };
    }
  }
  return undefined;
}

/** Elements by `#id`, `.class` and name, in order: one walk instead of one for each selector. */
type Names = ReadonlyMap<string, readonly Element[]>;

/** `vsb_content_2`, `vsb_content_501`: one name for all of them. */
const numbered = /^(vsb_content)_\d+$/;

function namesIn(root: Element): Names {
  const names = new Map<string, Element[]>();
  for (const element of descendants(root)) {
    const { class: classes = '', id = '' } = element.attribs;
    const keys = [
      element.name,
      ...classes.split(blanks).map((name) => `.${name}`),
      `#${id.replace(numbered, '$1')}`,
    ];
    for (const key of keys) {
      const list = names.get(key);
      if (list) list.push(element);
      else names.set(key, [element]);
    }
  }
  return names;
}

/** Elements of a name that are in no other of them. */
function outermost(names: Names, selector: string): Element[] {
  const all = names.get(selector) ?? [];
  const set = new Set<AnyNode>(all);
  return all.filter((element) => [...ancestors(element)].every((at) => !set.has(at)));
}

const visible = (element: Element): boolean => {
  for (let at: AnyNode | null = element; at; at = at.parent) {
    if (isTag(at) && (isHidden(at) || isSilent(at))) return false;
  }
  return true;
};

function marked(names: Names): Content | undefined {
  for (const selector of ownContainers) {
    const [first, ...rest] = outermost(names, selector).filter((e) => visible(e) && shows(e));
    if (!first) continue;
    const nodes = [first, ...rest].filter((e) => !isList(e));
    if (nodes.length > 0) return { nodes, around: parentOf(first), by: 'marked' };
  }
  return undefined;
}

const parentOf = (element: Element): Element =>
  element.parent && isTag(element.parent) ? element.parent : element;

const isList = (element: Element): boolean => {
  const { han, linked } = weightOf(element);
  return han > 0 && linked > han * listLike && linked > aText / 2;
};

function likely(names: Names): Content | undefined {
  for (const selector of likelyContainers) {
    for (const element of outermost(names, selector)) {
      const { han, linked } = weightOf(element);
      if (han < aText || linked > han * listLike || !visible(element)) continue;
      return { nodes: [element], around: parentOf(element), by: 'likely' };
    }
  }
  return undefined;
}

const isLine = (element: Element): boolean =>
  childElements(element).every((child) => isInline(child) || child.name === 'br');

/** Whether a box adds little around a text: its title, a byline, but no list and no other column. */
function addsLittle(parent: Element, inner: Element): boolean {
  const cells = childElements(parent).filter(
    (child) => child.name === 'td' && weightOf(child).ink > 0,
  );
  if (parent.name === 'tr' && cells.length > 1) return false;
  const [all, own] = [weightOf(parent), weightOf(inner)];
  return all.linked - own.linked <= fewLinks && all.han - own.han <= aText;
}

/** Goes down as long as one child holds most of the sentences, and up again to the title. */
function scored(body: Element): Content {
  const sums = sentences(body);
  let at = body;
  for (;;) {
    const total = sums.get(at) ?? 0;
    const next = childElements(at).find((child) => (sums.get(child) ?? 0) > total * most);
    if (!next || total === 0 || isLine(next)) break;
    at = next;
  }
  while (at !== body && addsLittle(parentOf(at), at) && parentOf(at) !== at) at = parentOf(at);
  return { nodes: at.children, around: at, by: 'scored' };
}

/** Where the text of a page is. */
export function contentOf(body: Element): Content {
  const names = namesIn(body);
  const named = between(body) ?? marked(names);
  const rest = (): Content => likely(names) ?? scored(body);
  if (!named) return rest();
  const han = weightOfAll(named.nodes).han;
  if (han >= little || weightOfAll(named.nodes).figures > 0) return named;
  const other = rest();
  const more = weightOfAll(other.nodes).han;
  return other.by === 'likely' && more >= aText ? other : named;
}
