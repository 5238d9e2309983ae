/**
 * The text of a page without marks, by what stands above it: under the title and the byline, before
 * what a site prints at the end. Holds for one sentence or one table as for a long text.
 */

import { readItems } from '../text/lines.ts';
import { sortItems } from '../text/sort-lines.ts';
import { furnitureClass } from '../text/vocabulary.ts';
import { type AnyNode, classOf, type Element, isHidden, isTag, isText } from '../tree/element.ts';
import { isPanel } from '../tree/panels.ts';
import { weightOf } from '../tree/weight.ts';

/** Where a text may begin. */
export interface Anchor {
  /** Title or byline, whichever stands lower. */
  readonly element: Element;
  /** Boxes that are read elsewhere. */
  readonly consumed: ReadonlyMap<Element, string | null>;
}

export interface Region {
  readonly nodes: readonly AnyNode[];
  readonly around: Element;
}

/** Share of characters linked to other pages above which a box is a list of them. */
const listLike = 0.3;
/** Characters; boxes that say more are taken for text without reading their lines. */
const readUpTo = 1500;
/** Elements above the anchor that are looked at. */
const maxSteps = 12;

/** Whether something of a node is left when the furniture of pages is taken away. */
function saysSomething(node: AnyNode, { consumed }: Anchor): boolean {
  const { ink, han, linked, figures } = weightOf(node);
  if (ink + figures === 0) return isTag(node) && isHidden(node) && isPanel(node);
  if (!isTag(node)) return isText(node) && han > 1;
  if (consumed.has(node) || linked > han * listLike) return false;
  if (ink > readUpTo) return true;
  if (furnitureClass.test(classOf(node))) return false;
  const items = readItems([node], node, { consumed, tables: true });
  return sortItems(items, false).some(
    ({ item, verdict }) => verdict.is === 'body' && item.kind !== 'omission',
  );
}

/** What follows the anchor inside one element around it. */
function followers(inner: Element, parent: Element): AnyNode[] {
  return parent.children.slice(parent.children.indexOf(inner) + 1);
}

/** Rows of a layout table go on below, cells of a row stand beside. */
const standsBeside = (parent: Element): boolean => parent.name === 'tr';

/** Without what follows the last node that says something. */
function trimmed(nodes: readonly AnyNode[], anchor: Anchor): AnyNode[] {
  const last = nodes.findLastIndex((node) => saysSomething(node, anchor));
  return nodes.slice(0, last + 1);
}

/** The nodes after the anchor in the nearest element in which any of them says something. */
export function regionAfter(anchor: Anchor, body: Element): Region | undefined {
  let inner = anchor.element;
  for (let step = 0; step < maxSteps && inner !== body; step++) {
    const { parent } = inner;
    if (!parent || !isTag(parent)) return undefined;
    if (!standsBeside(parent)) {
      const nodes = trimmed(followers(inner, parent), anchor);
      if (nodes.length > 0) return { nodes, around: parent };
    }
    inner = parent;
  }
  return undefined;
}
