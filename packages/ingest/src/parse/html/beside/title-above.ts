/** The title of a page that names it nowhere: the line above the byline, set larger or in the middle. */
import {
  childElements,
  type Element,
  isHidden,
  isInline,
  isSilent,
  isTag,
  textOf,
} from '../tree/element.ts';
import type { Order } from '../tree/order.ts';
import { styleIn } from '../tree/style.ts';
import { weightOf } from '../tree/weight.ts';

/** Characters. */
const longest = 120;
const shortest = 6;
/** Elements between a title and its byline. */
const near = 40;
const largeFont = /^(\+?[1-9]|[4-7])$/;

/** Whether an element, or what it consists of, is set as titles are. */
function isSetAsTitle(element: Element): boolean {
  for (let at: Element | undefined = element; at; at = onlyChild(at)) {
    const { align, bold, level, size } = styleIn(at, {});
    if (align === 'center' || bold || level !== undefined || (size ?? 0) >= 18) return true;
    if (at.name === 'font' && largeFont.test(at.attribs['size'] ?? '')) return true;
  }
  return false;
}

/** The one child that shows all that its parent shows. */
function onlyChild(element: Element): Element | undefined {
  const { ink } = weightOf(element);
  return childElements(element).find((child) => weightOf(child).ink === ink && ink > 0);
}

/** A whole line: not part of one, and nothing that is divided further. */
function isLine(element: Element): boolean {
  const { parent } = element;
  if (isSilent(element) || isHidden(element) || element.name === 'a') return false;
  if (
    isInline(element) &&
    parent &&
    isTag(parent) &&
    weightOf(parent).ink !== weightOf(element).ink
  ) {
    return false;
  }
  return childElements(element).every(
    (child) => isInline(child) || child.name === 'br' || weightOf(child).ink === 0,
  );
}

/**
 * The line that stands nearest above the first byline, if it is set as a title.
 *
 * @param elsewhere Boxes that are something else.
 */
export function titleAbove(
  bylines: readonly Element[],
  order: Order,
  elsewhere: readonly Element[],
): Element | undefined {
  const [byline] = bylines;
  if (!byline) return undefined;
  const at = order.elements.indexOf(byline);
  const above = order.elements
    .slice(Math.max(0, at - near), at)
    .filter((element) => order.isBefore(element, byline) && weightOf(element).ink > 0)
    .filter((element) => !elsewhere.some((box) => order.holds(box, element)));
  const line = above.findLast(isLine);
  if (!line) return undefined;
  const { length } = textOf(line);
  const fits = length >= shortest && length <= longest && weightOf(line).linked === 0;
  return fits && isSetAsTitle(line) ? line : undefined;
}
