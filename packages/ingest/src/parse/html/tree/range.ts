/** The nodes that stand between two marks of a page, wherever in the tree the two are. */

import type { Region } from '../content/anchored.ts';
import { type AnyNode, type Element, isTag } from './element.ts';

const parentsOf = (node: AnyNode): AnyNode[] => {
  const found: AnyNode[] = [];
  for (let at: AnyNode | null = node.parent; at; at = at.parent) found.push(at);
  return found;
};

const childrenOf = (node: AnyNode): readonly AnyNode[] => ('children' in node ? node.children : []);

/** The child of `top` that is `node` or holds it. */
function branchOf(top: AnyNode, node: AnyNode): AnyNode {
  let at = node;
  while (at.parent && at.parent !== top) at = at.parent;
  return at;
}

/** Siblings behind a node, and behind each of its parents below `top`. */
function behind(node: AnyNode, top: AnyNode): AnyNode[] {
  const found: AnyNode[] = [];
  for (let at = node; at.parent && at.parent !== top; at = at.parent) {
    const siblings = childrenOf(at.parent);
    found.push(...siblings.slice(siblings.indexOf(at) + 1));
  }
  return found;
}

/** Siblings before a node, and before each of its parents below `top`, in the order of the page. */
function before(node: AnyNode, top: AnyNode): AnyNode[] {
  const levels: AnyNode[][] = [];
  for (let at = node; at.parent && at.parent !== top; at = at.parent) {
    const siblings = childrenOf(at.parent);
    levels.unshift(siblings.slice(0, siblings.indexOf(at)));
  }
  return levels.flat();
}

/**
 * Nodes between an opening and a closing mark; without a closing one, up to the end of the element
 * in which the opening one stands.
 */
export function rangeBetween(open: AnyNode, close: AnyNode | undefined): Region | undefined {
  const around = new Set(parentsOf(open));
  const top = close ? parentsOf(close).find((at) => around.has(at)) : open.parent;
  if (!top || !isTag(top)) return undefined;
  const siblings = childrenOf(top);
  const first = siblings.indexOf(branchOf(top, open));
  const last = close ? siblings.indexOf(branchOf(top, close)) : siblings.length;
  if (last <= first) return undefined;
  const nodes = [
    ...behind(open, top),
    ...siblings.slice(first + 1, last),
    ...(close ? before(close, top) : []),
  ];
  return { nodes, around: top satisfies Element };
}
