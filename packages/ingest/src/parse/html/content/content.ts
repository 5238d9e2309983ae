/**
 * Finds the nodes that hold the text of a page: by the marks of the system that made it, else under
 * its title and byline, else where the sentences are.
 */

import { type Element, isTag } from '../tree/element.ts';
import type { Order } from '../tree/order.ts';
import { weightOfAll } from '../tree/weight.ts';
import { type Anchor, regionAfter } from './anchored.ts';
import type { Content, HeadSigns } from './content-signs.ts';
import { aText, hanIn, little, markedContent } from './marks.ts';
import { type Scored, scoredContent } from './scored.ts';

/** Share of what stands under the head that a box of a common name must hold to be the text. */
const nearlyAll = 0.7;
/** Elements between a title and a byline that belong to it. */
const near = 60;

/** The lowest piece of the head of the article: the byline under the title, the title, the index header. */
function anchorOf({ title, bylines, headers, order, consumed }: HeadSigns): Anchor | undefined {
  const head = title?.sure ? title.element : null;
  const at = head ? order.elements.indexOf(head) : -1;
  const byline = bylines.find((box) => !head || isNear(order.elements.indexOf(box) - at));
  const lower = byline && (!head || order.isBefore(head, byline)) ? byline : undefined;
  const element = lower ?? head ?? headers.at(-1);
  return element ? { element, consumed } : undefined;
}

const isNear = (distance: number): boolean => distance > -near && distance < near;

/** Whether the sentences of a page stand elsewhere than under what was taken for its head. */
function isElsewhere(region: Content, { around, letters, nodes }: Scored, order: Order): boolean {
  if (letters < aText) return false;
  const inside = region.nodes.filter(isTag);
  const shared = inside.some((node) => order.holds(node, around) || order.holds(around, node));
  return !shared && weightOfAll(nodes).han > 3 * hanIn(region);
}

/** A box of a common name inside a region, if it holds nearly all of it. */
function within(region: Content, likely: Content | undefined, order: Order): Content {
  const box = likely?.nodes[0];
  if (!likely || !box || !isTag(box)) return region;
  const inside = region.nodes.some((node) => isTag(node) && order.holds(node, box));
  return inside && hanIn(likely) >= hanIn(region) * nearlyAll ? likely : region;
}

/** The text of a page without marks of its own. */
function unmarked(body: Element, signs: HeadSigns, likely: Content | undefined): Content {
  const scored = scoredContent(body);
  const anchor = anchorOf(signs);
  const region = anchor && regionAfter(anchor, body);
  const anchored: Content | undefined = region && { ...region, by: 'anchored' };
  if (anchored && !isElsewhere(anchored, scored, signs.order)) {
    return within(anchored, likely, signs.order);
  }
  return likely ?? { nodes: scored.nodes, around: scored.around, by: 'scored' };
}

/** Where the text of a page is. */
export function contentOf(body: Element, signs: HeadSigns): Content {
  const { own, likely } = markedContent(body, signs);
  if (!own) return unmarked(body, signs, likely);
  // A box with little text is believed only if no place on the page says more.
  if (hanIn(own) >= little || weightOfAll(own.nodes).figures > 0) return own;
  return likely && hanIn(likely) >= aText ? likely : own;
}
