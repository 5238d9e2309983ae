/**
 * Text boxes and drawn letters of VML: they stand in conditional comments, and a browser shows a
 * picture of them. Seals' captions, signatures and red letterheads are often made so.
 */
import { type ChildNode, type Comment, isComment } from 'domhandler';
import { parseFragment } from 'parse5';
import { adapter } from 'parse5-htmlparser2-tree-adapter';
import { type AnyNode, descendants, Element, isTag, reshaped } from '../tree/element.ts';
import { tame } from '../tree/guard.ts';

const forVml = /^\[if[^\]]{0,40}\bvml\b/;
const shows = /<v:text(?:box|path)\b/i;
const paragraphs = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li']);

/** What the shapes of a comment show, each in a box of its own. */
function boxesIn({ data }: Comment): Element[] {
  const fragment = parseFragment(tame(data).html, { treeAdapter: adapter });
  return descendants(fragment).flatMap((element) => {
    if (element.name === 'v:textbox') return [boxOf(element.children)];
    const drawn = element.name === 'v:textpath' ? element.attribs['string'] : undefined;
    return drawn === undefined || drawn.trim() === '' ? [] : [boxOf(textIn(drawn))];
  });
}

const textIn = (drawn: string): ChildNode[] => {
  const escaped = drawn.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return parseFragment(escaped, { treeAdapter: adapter }).children;
};

function boxOf(children: readonly ChildNode[]): Element {
  const box = new Element('div', {}, [...children]);
  for (const child of box.children) child.parent = box;
  return box;
}

/** The paragraph that a shape is anchored in: its text is not to be broken by the box. */
function anchorOf(comment: Comment): ChildNode {
  for (let at: AnyNode | null = comment.parent; at; at = at.parent) {
    if (isTag(at) && paragraphs.has(at.name)) return at;
  }
  return comment;
}

function insertAfter(anchor: ChildNode, boxes: readonly Element[]): void {
  const { parent } = anchor;
  if (!parent) return;
  for (const box of boxes) box.parent = parent;
  parent.children.splice(parent.children.indexOf(anchor) + 1, 0, ...boxes);
}

/** Shows what shapes say behind the paragraphs that they are anchored in. */
export function showShapes(tree: AnyNode): void {
  const comments = [...descendants(tree)].flatMap(({ children }) =>
    children.filter((child): child is Comment => isComment(child)),
  );
  const drawings = comments.filter(({ data }) => forVml.test(data) && shows.test(data));
  for (const comment of drawings) insertAfter(anchorOf(comment), boxesIn(comment));
  if (drawings.length > 0) reshaped();
}
