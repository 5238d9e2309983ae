/** The tree of a web page, made as the HTML Standard makes it (§13.2, with scripting). */
import type { Document } from 'domhandler';
import { parse } from 'parse5';
import { adapter } from 'parse5-htmlparser2-tree-adapter';
import { type AnyNode, descendants, Element, isText } from './element.ts';

/** Never fails: every text is a page to the standard. Call `tame` before, for its time has no bound. */
export const treeOf = (html: string): Document =>
  parse(html, { treeAdapter: adapter, scriptingEnabled: true });

/** The first element of a name, in the order of the page. */
export function firstNamed(name: string, node: AnyNode): Element | undefined {
  for (const element of descendants(node)) if (element.name === name) return element;
  return undefined;
}

/** The body of a tree; a page of frames has none and gives an empty one. */
export const bodyOf = (tree: Document): Element =>
  firstNamed('body', tree) ?? new Element('body', {});

/** The text of `<title>`, blanks as the source has them; empty where there is none. */
export const headTitle = (tree: AnyNode): string =>
  (firstNamed('title', tree)?.children ?? [])
    .map((node) => (isText(node) ? node.data : ''))
    .join('');
