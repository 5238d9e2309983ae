/**
 * How much an element shows, reckoned once for each element: boxes are asked for it again and again,
 * and a tree may be deep.
 */
import { countHan } from '../../../chinese/han.ts';
import { type AnyNode, type Element, isHidden, isSilent, isTag, isText } from './element.ts';
import { leadsToFile } from './file-address.ts';

export interface Weight {
  /** Visible characters that are no blanks. */
  readonly ink: number;
  /** Han characters among them. */
  readonly han: number;
  /** Han characters of links to other pages: files and scripts do not count. */
  readonly linked: number;
  /** Pictures. */
  readonly figures: number;
}

const nothing: Weight = { ink: 0, han: 0, linked: 0, figures: 0 };
const script = /^\s{0,20}javascript:/i;
const blank = /\s/;

/** Kept on the node itself: a map of all nodes of a large page costs more than the counting. */
const kept = Symbol('weight');

type Weighed = AnyNode & { [kept]?: Weight };

function add(a: Weight, b: Weight): Weight {
  if (a === nothing) return b;
  if (b === nothing) return a;
  return {
    ink: a.ink + b.ink,
    han: a.han + b.han,
    linked: a.linked + b.linked,
    figures: a.figures + b.figures,
  };
}

function isLink({ name, attribs }: Element): boolean {
  const href = attribs['href'];
  return name === 'a' && href !== undefined && !script.test(href) && !leadsToFile(href);
}

function ofElement(element: Element): Weight {
  if (isSilent(element) || isHidden(element)) return nothing;
  if (element.name === 'img') return { ...nothing, figures: 1 };
  const sum = weightOfAll(element.children);
  return isLink(element) ? { ...sum, linked: sum.han } : sum;
}

/** Counts without making a list of the characters: a text may be megabytes. */
function inkIn(text: string): number {
  let ink = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x20 || code === 0x0a) continue;
    if (code < 0x80 ? code > 0x20 : !blank.test(text.charAt(at))) ink += 1;
  }
  return ink;
}

function reckoned(node: AnyNode): Weight {
  if (isText(node)) {
    const ink = inkIn(node.data);
    return ink === 0 ? nothing : { ...nothing, ink, han: countHan(node.data) };
  }
  if (isTag(node)) return ofElement(node);
  return 'children' in node ? weightOfAll(node.children) : nothing;
}

/** What a node shows. The tree must not change afterwards. */
export function weightOf(node: Weighed): Weight {
  const before = node[kept];
  if (before) return before;
  const weight = reckoned(node);
  node[kept] = weight;
  return weight;
}

/** Of several nodes together. */
export function weightOfAll(nodes: readonly AnyNode[]): Weight {
  let sum = nothing;
  for (const node of nodes) sum = add(sum, weightOf(node));
  return sum;
}
