/** The 信息公开 index header: a table, list or row of pairs above the text. */
import { keyOf } from '../../../chinese/key.ts';
import { childElements, type Element, isTag, textOf } from '../tree/element.ts';
import { weightOf } from '../tree/weight.ts';
import { type Beside, beside } from './beside.ts';
import { indexKey, indexLetters, screenLabel } from './labels.ts';

/** Different keys that a box must hold to be an index header: two also stand in bylines. */
const enough = 3;
/** Characters; a box that says more is a text with a header in it. */
const longest = 2500;
/** Characters that may stand beside a part of a header. */
const beyond = 200;
/** What of a part of a header is pairs, at the least; and how long a label is, about. */
const share = 0.6;
const labelLength = 4;
/** Elements around a header that are looked at. */
const maxSteps = 4;

const boxes = new Set(['table', 'ul', 'ol', 'dl', 'div', 'section', 'form']);
/** A label at the beginning, or behind a blank. */
const labelled = /(?<![^\s|；;])([\p{Script=Han}/][\p{Script=Han}/\s]{1,14})[:：]/gu;

/** A piece that begins with a pair; asked first, for most pieces do not. */
const beginsLabelled = /^[\p{Script=Han}/][\p{Script=Han}/\s]{1,14}[:：]/u;

interface Entry {
  readonly key: string;
  readonly value: string;
  readonly element: Element;
}

/** Elements of a box that hold a text of their own and nothing that is split further. */
function leaves(element: Element): Element[] {
  const parts = childElements(element).filter((child) => weightOf(child).ink > 0);
  const inner = parts.reduce((sum, part) => sum + weightOf(part).ink, 0);
  // Text beside the children (`<td><b>索引号：</b>value</td>`) belongs to the element as a whole.
  const mixed = inner !== weightOf(element).ink;
  return parts.length === 0 || mixed ? [element] : parts.flatMap(leaves);
}

/** A value ends where a counter or a tool of the page begins. */
const beforeScreen = (text: string): string => text.split(screenLabel, 1)[0] ?? '';

/** What one element says by itself. */
interface Piece {
  /** Pairs `label: value` that it holds, from its first letter on. */
  readonly pairs: readonly Entry[];
  /** Its key, when all of it is a label. */
  readonly key: string | undefined;
}

/** Kept on the element itself: every box around a piece asks for it again. */
const piece = Symbol('piece');

type Read = Element & { [piece]?: Piece };

function pieceOf(element: Read): Piece {
  const known = element[piece] ?? { pairs: pairsWithin(element), key: ownKey(element) };
  element[piece] = known;
  return known;
}

/** The key of an element that is a label; its letters are counted already, and tell most of them apart. */
function ownKey(element: Element): string | undefined {
  const { ink, han } = weightOf(element);
  const fits = ink >= indexLetters.least && han <= indexLetters.most;
  return fits ? indexKey(keyOf(textOf(element))) : undefined;
}

function pairsWithin(element: Element): Entry[] {
  const text = textOf(element);
  if (!beginsLabelled.test(text)) return [];
  const marks = [...text.matchAll(labelled)].flatMap((match) => {
    const key = indexKey(keyOf(match[1] ?? ''));
    return key === undefined
      ? []
      : [{ key, start: match.index, end: match.index + match[0].length }];
  });
  if (marks[0]?.start !== 0) return [];
  return marks.map(({ key, end }, at) => ({
    key,
    value: beforeScreen(text.slice(end, marks[at + 1]?.start)).trim(),
    element,
  }));
}

function entriesOf(box: Element): Entry[] {
  const pieces = leaves(box);
  const entries: Entry[] = [];
  for (let at = 0; at < pieces.length; at++) {
    const element = pieces[at];
    if (!element) break;
    const { pairs, key: own } = pieceOf(element);
    if (pairs.some(({ value }) => value !== '')) {
      entries.push(...pairs);
      continue;
    }
    const key = pairs[0]?.key ?? own;
    const next = pieces[at + 1];
    if (key === undefined || !next || isLabel(next) || !sameRow(element, next)) continue;
    entries.push({ key, value: textOf(next), element: next });
    at += 1;
  }
  return entries;
}

function isLabel(element: Element): boolean {
  const { pairs, key } = pieceOf(element);
  return pairs.length > 0 || key !== undefined;
}

/** A value stands in the row, item or line of its label: an empty cell has no leaf. */
function sameRow(label: Element, value: Element): boolean {
  const row = (element: Element): Element | undefined => {
    for (let at: Element | undefined = element; at; ) {
      if (['tr', 'li', 'p', 'dl'].includes(at.name)) return at;
      at = at.parent && 'attribs' in at.parent ? at.parent : undefined;
    }
    return undefined;
  };
  const [a, b] = [row(label), row(value)];
  return a === b;
}

/** Whether a box says little besides pairs: a text may hold a line 附件：… without being a header. */
function isPairs(box: Element): boolean {
  const told = entriesOf(box).reduce((sum, { value }) => sum + value.length + labelLength, 0);
  return told >= weightOf(box).ink * share;
}

const keysIn = (box: Element): number => new Set(entriesOf(box).map(({ key }) => key)).size;

/** The box with what is set beside it: a header may be printed in two tables. */
function widened(header: Element): Element {
  let box = header;
  let keys = keysIn(box);
  let at = box;
  for (let step = 0; step < maxSteps; step++) {
    const parent = at.parent;
    if (!parent || !isTag(parent) || weightOf(parent).ink > weightOf(box).ink + beyond) break;
    const others = childElements(parent).filter((child) => child !== at && weightOf(child).ink > 0);
    if (!others.every(isPairs)) break;
    const more = keysIn(parent);
    if (more > keys) [box, keys] = [parent, more];
    at = parent;
  }
  return box;
}

/** The smallest boxes that are headers. */
function headersIn(element: Element): Element[] {
  const { ink } = weightOf(element);
  if (ink < enough * indexLetters.least) return [];
  const inner = childElements(element).flatMap(headersIn);
  if (inner.length > 0 || ink > longest || !boxes.has(element.name)) return inner;
  return keysIn(element) >= enough ? [element] : [];
}

export interface IndexHeader {
  readonly blocks: readonly Beside[];
  /** Elements that were read and are no text. */
  readonly boxes: readonly Element[];
}

/** Finds the header; where it is printed twice, the first value that is not blank counts. */
export function indexHeader(root: Element): IndexHeader {
  const found = [...new Set(headersIn(root).map(widened))];
  const seen = new Map<string, Beside>();
  for (const { key, value, element } of found.flatMap(entriesOf)) {
    if (value === '' || seen.has(key)) continue;
    seen.set(key, beside(element, { role: 'index', label: key, text: value }));
  }
  return { blocks: [...seen.values()], boxes: found };
}
