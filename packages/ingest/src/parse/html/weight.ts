/**
 * How much an element shows, reckoned once for each element: boxes are asked for it again and again,
 * and a tree may be deep.
 */
import { countHan } from '../../chinese/han.ts';
import { type AnyNode, type Element, isHidden, isSilent, isTag, isText } from './element.ts';

export interface Weight {
  /** Visible characters that are no blanks. */
  readonly ink: number;
  /** Han characters among them. */
  readonly han: number;
  /** Han characters that are links to somewhere. */
  readonly linked: number;
  /** Pictures. */
  readonly figures: number;
}

const nothing: Weight = { ink: 0, han: 0, linked: 0, figures: 0 };
const script = /^\s{0,20}javascript:/i;
const visible = /\S/g;

const known = new WeakMap<AnyNode, Weight>();

const add = (a: Weight, b: Weight): Weight => ({
  ink: a.ink + b.ink,
  han: a.han + b.han,
  linked: a.linked + b.linked,
  figures: a.figures + b.figures,
});

const isLink = ({ name, attribs }: Element): boolean =>
  name === 'a' && attribs['href'] !== undefined && !script.test(attribs['href']);

function ofElement(element: Element): Weight {
  if (isSilent(element) || isHidden(element)) return nothing;
  if (element.name === 'img') return { ...nothing, figures: 1 };
  const sum = element.children.map(weightOf).reduce(add, nothing);
  return isLink(element) ? { ...sum, linked: sum.han } : sum;
}

function reckoned(node: AnyNode): Weight {
  if (isText(node)) {
    const ink = node.data.match(visible)?.length ?? 0;
    return ink === 0 ? nothing : { ...nothing, ink, han: countHan(node.data) };
  }
  if (isTag(node)) return ofElement(node);
  return 'children' in node ? node.children.map(weightOf).reduce(add, nothing) : nothing;
}

/** What a node shows. The tree must not change afterwards. */
export function weightOf(node: AnyNode): Weight {
  const before = known.get(node);
  if (before) return before;
  const weight = reckoned(node);
  known.set(node, weight);
  return weight;
}

/** Of several nodes together. */
export const weightOfAll = (nodes: readonly AnyNode[]): Weight =>
  nodes.map(weightOf).reduce(add, nothing);
