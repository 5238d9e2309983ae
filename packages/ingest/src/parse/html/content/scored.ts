/** The text of a page by where its sentences are: for pages without marks and without a head. */

import { childElements, type Element, isInline, isTag } from '../tree/element.ts';
import { weightOf } from '../tree/weight.ts';
import type { Region } from './anchored.ts';
import { aText } from './marks.ts';
import { sentences } from './sentences.ts';

/** Share of a page's sentences that the text must hold. */
const most = 0.7;
/** Linked Han characters that a box may add around a text. */
const fewLinks = 12;

export interface Scored extends Region {
  /** Han characters of its sentences. */
  readonly letters: number;
}

const parentOf = (element: Element): Element =>
  element.parent && isTag(element.parent) ? element.parent : element;

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
export function scoredContent(body: Element): Scored {
  const sums = sentences(body);
  let at = body;
  for (;;) {
    const total = sums.get(at) ?? 0;
    const next = childElements(at).find((child) => (sums.get(child) ?? 0) > total * most);
    if (!next || total === 0 || isLine(next)) break;
    at = next;
  }
  const letters = sums.get(at) ?? 0;
  while (at !== body && addsLittle(parentOf(at), at) && parentOf(at) !== at) at = parentOf(at);
  return { nodes: at.children, around: at, letters };
}
