/** Finds where a page prints a text that is known from elsewhere: its title, from the head of the page. */
import { keyOf } from '../../../chinese/key.ts';
import { type AnyNode, type Element, isHidden, isSilent, isTag, textOf } from '../tree/element.ts';
import type { Order } from '../tree/order.ts';
import { weightOf } from '../tree/weight.ts';

/** Elements that are compared in both scripts; comparing is dear, and a list has many titles. */
const maxCompared = 60;
/** Readings in brackets make a title longer, three times at most. */
const readings = 3;
const blanks = /\s+/g;

const bare = (text: string): string => text.replace(blanks, '');

/** Elements in the order of the page → those that are in no other of them. */
function outermost(elements: readonly Element[], order: Order): Element[] {
  const kept: Element[] = [];
  for (const element of elements) {
    const last = kept.at(-1);
    if (!last || !order.holds(last, element)) kept.push(element);
  }
  return kept;
}

function shows(element: Element): boolean {
  for (let at: AnyNode | null = element; at; at = at.parent) {
    if (isTag(at) && (at.name === 'a' || at.name === 'head' || isSilent(at) || isHidden(at))) {
      return false;
    }
  }
  return true;
}

/**
 * Elements that say a text and nothing else, the outermost of each place; links and hidden ones are none.
 *
 * @param elsewhere Boxes that are something else, as the breadcrumb.
 */
export function printedAs(text: string, order: Order, elsewhere: readonly Element[]): Element[] {
  const wanted = bare(text);
  const near = order.elements.filter((element) => {
    const { ink } = weightOf(element);
    return ink >= wanted.length * 0.7 && ink <= wanted.length * readings + 8;
  });
  const free = near.filter((element) => !elsewhere.some((box) => order.holds(box, element)));
  const same = free.filter((element) => bare(textOf(element)) === wanted);
  if (same.length > 0) return outermost(same.filter(shows), order);
  const key = keyOf(text);
  const alike = free
    .filter(shows)
    .slice(0, maxCompared)
    .filter((element) => keyOf(textOf(element)) === key);
  return outermost(alike, order);
}
