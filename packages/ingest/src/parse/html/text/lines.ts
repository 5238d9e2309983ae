/**
 * Reads part of a tree as lines, tables and pictures in the order in which a reader meets them.
 *
 * Every block element and every `<br>` ends a line, as on the screen; blanks of the source collapse
 * as a browser collapses them, and a line break of the source between two Han characters is no blank.
 */
import {
  type AnyNode,
  type Element,
  isHidden,
  isInline,
  isSilent,
  isTag,
  isText,
} from '../tree/element.ts';
import { isPanel } from '../tree/panels.ts';
import { type Style, styleIn } from '../tree/style.ts';
import type { HtmlItem, Link } from './items.ts';
import { gridOf, isDataTable } from './table.ts';

const blanks = /[ \t\r\n\f]+/g;
const han = /[\p{Script=Han}，。、；：？！（）《》“”]/u;

/** Elements that show words to choose from, which are no text. */
const controls = new Set(['select', 'button']);

/** Readings over rare characters and their brackets: notes to the letters, not letters of the text. */
const readings = new Set(['rt', 'rp']);

/** A piece of running text with the style it is set in. */
interface Piece {
  readonly text: string;
  readonly style: Style;
}

/** Joins pieces as a browser shows them. */
function shown(text: string): string {
  const collapsed = text.replace(blanks, (blank, at: number) => {
    const broken = blank.includes('\n');
    const before = text[at - 1] ?? '';
    const after = text[at + blank.length] ?? '';
    return broken && han.test(before) && han.test(after) ? '' : ' ';
  });
  return collapsed.replace(/^ +| +$/g, '');
}

/** Holds for all letters of the line, or not at all. */
function common(pieces: readonly Piece[]): Style {
  const written = pieces.filter(({ text }) => text.trim() !== '');
  const first = written[0]?.style ?? {};
  const bold = written.length > 0 && written.every(({ style }) => style.bold === true);
  const red = written.length > 0 && written.every(({ style }) => style.red === true);
  return { ...first, bold, red };
}

/** What a reader of elements has to be told. */
export interface LineOptions {
  /** Elements that are read elsewhere, with the rule under which they are left out here, if any. */
  readonly consumed: ReadonlyMap<Element, string | null>;
  /** Whether a table is read as a table; layout tables are read through. */
  readonly tables: boolean;
  /** Decides that an element is furniture: the rule's id. */
  readonly omit?: (element: Element) => string | undefined;
  /** Hidden elements are read too: for pages that show their text by script. */
  readonly hidden?: boolean;
}

class Reader {
  readonly items: HtmlItem[] = [];
  readonly #options: LineOptions;
  #pieces: Piece[] = [];
  #links: Link[] = [];
  #element: Element | undefined;

  constructor(options: LineOptions) {
    this.#options = options;
  }

  flush(): void {
    const text = shown(this.#pieces.map((piece) => piece.text).join(''));
    if (text !== '' && this.#element) {
      this.items.push({
        kind: 'line',
        text,
        links: this.#links,
        element: this.#element,
        style: common(this.#pieces),
      });
    }
    this.#pieces = [];
    this.#links = [];
    this.#element = undefined;
  }

  read(node: AnyNode, style: Style, block: Element): void {
    if (isText(node)) {
      this.#text(node.data, style, block);
    } else if (isTag(node)) {
      this.#tag(node, style, block);
    }
  }

  /** Where the page keeps the lines of its source (`<pre>`), each is a line. */
  #text(text: string, style: Style, block: Element): void {
    const lines = style.keepsLines ? text.split('\n') : [text];
    for (const [at, line] of lines.entries()) {
      if (at > 0) this.flush();
      this.#element ??= block;
      this.#pieces.push({ text: line, style });
    }
  }

  #tag(element: Element, style: Style, block: Element): void {
    const { consumed, omit, hidden } = this.#options;
    const elsewhere = consumed.get(element);
    if (elsewhere !== undefined) {
      this.#boundary(element);
      if (elsewhere !== null) this.items.push({ kind: 'omission', element, rule: elsewhere });
      return;
    }
    if (isSilent(element)) {
      if (controls.has(element.name))
        this.items.push({ kind: 'omission', element, rule: 'control' });
      return;
    }
    if (readings.has(element.name)) {
      this.items.push({ kind: 'omission', element, rule: 'reading' });
      return;
    }
    if (isHidden(element) && !hidden && !isPanel(element)) {
      this.items.push({ kind: 'omission', element, rule: 'hidden' });
      return;
    }
    const rule = omit?.(element);
    if (rule !== undefined) {
      this.#boundary(element);
      this.items.push({ kind: 'omission', element, rule });
      return;
    }
    this.#visible(element, style, block);
  }

  #boundary(element: Element): void {
    if (!isInline(element)) this.flush();
  }

  #visible(element: Element, style: Style, block: Element): void {
    const { name } = element;
    const inner = styleIn(element, style);
    if (name === 'br' || name === 'hr') this.flush();
    else if (name === 'img') this.#figure(element);
    else if (name === 'table' && this.#options.tables && isDataTable(element)) this.#table(element);
    else if (isInline(element)) this.#inline(element, inner, block);
    else this.#block(element, inner);
  }

  #block(element: Element, style: Style): void {
    this.flush();
    for (const child of element.children) this.read(child, style, element);
    this.flush();
  }

  #inline(element: Element, style: Style, block: Element): void {
    const from = this.#pieces.length;
    for (const child of element.children) this.read(child, style, block);
    if (element.name !== 'a') return;
    const text = shown(
      this.#pieces
        .slice(from)
        .map((piece) => piece.text)
        .join(''),
    );
    this.#element ??= block;
    this.#links.push({ text, element });
  }

  #figure(element: Element): void {
    this.items.push({ kind: 'figure', element, alt: (element.attribs['alt'] ?? '').trim() });
  }

  #table(element: Element): void {
    this.flush();
    const { grid, captions, nested, hidden } = gridOf(element);
    for (const caption of captions) this.read(caption, {}, caption);
    this.flush();
    this.items.push({ kind: 'table', element, grid });
    for (const each of hidden) this.items.push({ kind: 'omission', element: each, rule: 'hidden' });
    for (const inner of nested) this.#table(inner);
  }
}

/** Everything that can be read in some nodes of one tree. */
export function readItems(
  nodes: readonly AnyNode[],
  around: Element,
  options: LineOptions,
): readonly HtmlItem[] {
  const reader = new Reader(options);
  for (const node of nodes) reader.read(node, {}, around);
  reader.flush();
  return reader.items;
}
