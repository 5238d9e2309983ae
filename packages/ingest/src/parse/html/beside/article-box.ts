/** The box in which an article stands with what belongs to it: its title, its files, its neighbours. */
import type { Content } from '../content/content-signs.ts';
import { ancestors, type Element, isTag } from '../tree/element.ts';
import { orderOf } from '../tree/order.ts';
import { weightOf } from '../tree/weight.ts';

/** Links to other pages that the box of an article may hold beside its text: those to its neighbours. */
const fewPages = 2;

/** Whether something stands in the box of the article: the text with what belongs to it, and no menu. */
export function isOfArticle(
  { around, nodes }: Content,
  body: Element,
): (element: Element) => boolean {
  const order = orderOf(body);
  const pages = order.elements.filter((each) => each.name === 'a' && weightOf(each).linked > 0);
  const inside = (box: Element): number => pages.filter((page) => order.holds(box, page)).length;
  const own = nodes.filter(isTag).reduce((sum, node) => sum + inside(node), 0);
  let box = around;
  for (const parent of ancestors(around)) {
    if (box === body || parent === body || inside(parent) - own > fewPages) break;
    box = parent;
  }
  return (element) => order.holds(box, element);
}
