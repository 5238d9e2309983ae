/** Where the sentences of a page are: what tells a text from menus, lists and labels. */
import { countHan } from '../../../chinese/han.ts';
import { furnitureClass } from '../text/vocabulary.ts';
import {
  childElements,
  classOf,
  type Element,
  isHidden,
  isSilent,
  isText,
} from '../tree/element.ts';

const punctuation = /[，。；：、]/g;
/** Han characters of a line that is no label. */
const longEnough = 12;

/** Letters of a text, if it is a sentence: a label or an entry of a menu is none. */
function letters(text: string): number {
  const count = countHan(text);
  return count >= longEnough || (text.match(punctuation)?.length ?? 0) > 1 ? count : 0;
}

const holdsNoText = (element: Element): boolean =>
  isHidden(element) ||
  isSilent(element) ||
  element.name === 'a' ||
  (element.name !== 'body' && furnitureClass.test(classOf(element)));

/** Han characters in sentences that are no links, of each element under one. */
export function sentences(element: Element): ReadonlyMap<Element, number> {
  const sums = new Map<Element, number>();
  const visit = (at: Element): number => {
    if (holdsNoText(at)) return 0;
    const own = at.children.filter(isText).map(({ data }) => data);
    const inner = childElements(at).map(visit);
    const sum = inner.reduce((all, each) => all + each, letters(own.join('')));
    sums.set(at, sum);
    return sum;
  };
  visit(element);
  return sums;
}
