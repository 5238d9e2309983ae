/**
 * Text that a page carries without printing it, until a script does: in a `<textarea>`, a template, a
 * string of a script, the `srcdoc` of a frame. Read only where the page prints no text of its own.
 */
import { type ChildNode, isDocument } from 'domhandler';
import { parseFragment } from 'parse5';
import { adapter } from 'parse5-htmlparser2-tree-adapter';
import { countHan } from '../../../chinese/han.ts';
import { sentences } from '../content/sentences.ts';
import { type AnyNode, descendants, Element, isText, openSilent } from '../tree/element.ts';
import { tame } from '../tree/guard.ts';
import { textsInScript } from './script-texts.ts';

/** Han characters that a carrier must hold in sentences. */
const aText = 24;
/** Characters of scripts that are searched. */
const searched = 2_000_000;

const carriers = new Set(['textarea', 'template', 'noscript', 'script', 'iframe']);
const textScript = /^(text\/(html|template|plain|x-[\w-]+)|application\/(ld\+)?json)$/i;

const ownText = (element: Element): string =>
  element.children.map((child) => (isText(child) ? child.data : '')).join('');

/** Pieces of HTML that an element carries. */
function carried(element: Element): readonly string[] {
  const { name, attribs } = element;
  if (name === 'iframe') return attribs['srcdoc'] === undefined ? [] : [attribs['srcdoc']];
  const text = ownText(element);
  if (name !== 'script') return [text];
  const raw = textScript.test(attribs['type'] ?? '') && !text.trimStart().startsWith('{');
  return raw ? [text] : textsInScript(text.slice(0, searched));
}

/** A fragment in a box of its own, so that what it says can be weighed. */
function boxOf(html: string): Element {
  const fragment = parseFragment(tame(html).html, { treeAdapter: adapter });
  return new Element('div', {}, fragment.children as AnyNode[] as Element['children']);
}

/** Children of a template, which hang on a root of their own inside it. */
const contentOf = ({ children }: Element): ChildNode[] =>
  children.flatMap((child) => (isDocument(child) ? child.children : [child]));

interface Carried {
  readonly carrier: Element;
  readonly box: Element;
  readonly letters: number;
}

function bestIn(carrier: Element): Carried | undefined {
  // Templates are trees already, whose text is weighed like any other.
  const pieces = carrier.name === 'template' ? [] : carried(carrier);
  const boxes =
    carrier.name === 'template'
      ? [new Element('div', {}, contentOf(carrier))]
      : pieces.filter((piece) => countHan(piece) >= aText).map(boxOf);
  let best: Carried | undefined;
  for (const box of boxes) {
    const letters = sentences(box).get(box) ?? 0;
    if (letters >= aText && letters > (best?.letters ?? 0)) best = { carrier, box, letters };
  }
  return best;
}

/**
 * Opens the element that carries the text of a page which prints none: its children become what it
 * carries. Must be called before anything on the page is weighed.
 */
export function openCarrier(root: AnyNode): Element | undefined {
  const found = descendants(root)
    .filter(({ name }) => carriers.has(name))
    .flatMap((element) => bestIn(element) ?? []);
  const best = found.toSorted((a, b) => b.letters - a.letters)[0];
  if (!best) return undefined;
  const { carrier, box } = best;
  carrier.children = box.children;
  for (const child of carrier.children) child.parent = carrier;
  openSilent(carrier);
  return carrier;
}
