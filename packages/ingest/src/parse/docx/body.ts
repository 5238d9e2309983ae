/** The content of a part in order: paragraphs, tables, and the text boxes anchored in them. */
import type { Role } from '@xxgk/extract/document';
import { child, elements, type XmlElement } from '../package/xml.ts';
import type { Item } from '../word/paragraph.ts';
import { tableItems } from '../word/table.ts';
import type { Context } from './context.ts';
import { continued, joinsNext } from './joined.ts';
import { drawnItem, readParagraph } from './paragraph.ts';
import { inner, isTransparent, rowsOf, wordRow } from './table.ts';

/** Reads the children of one element in order; the first may only become complete with the second. */
export class Body {
  readonly #role: Role;
  readonly #path: string;
  readonly #context: Context;
  readonly #counts = new Map<string, number>();
  /** A paragraph whose mark is not printed: it goes on in the next. */
  #open: XmlElement | undefined;

  /** @param path Of the parent, e.g. `word/document.xml/w:body`. */
  constructor(role: Role, path: string, context: Context) {
    this.#role = role;
    this.#path = path;
    this.#context = context;
  }

  /** Blocks of the next child. */
  take(element: XmlElement): Item[] {
    const path = this.#pathOf(element.name);
    if (element.name === 'w:p') return this.#paragraph(element, path);
    if (element.name === 'w:tbl') return [...this.end(), ...this.#table(element, path)];
    if (element.name === 'w:altChunk') this.#noteChunk(element);
    return isTransparent(element)
      ? [...this.end(), ...itemsOf(element, this.#role, path, this.#context)]
      : [];
  }

  /** Blocks of what waits for a next paragraph that does not come. */
  end(): Item[] {
    const open = this.#open;
    this.#open = undefined;
    return open ? this.#read(open, this.#pathOf('w:p', 0)) : [];
  }

  #pathOf(name: string, step = 1): string {
    const count = (this.#counts.get(name) ?? 0) + step;
    this.#counts.set(name, count);
    return `${this.#path}/${name}[${count}]`;
  }

  #paragraph(element: XmlElement, path: string): Item[] {
    const whole = this.#open ? continued(this.#open, element) : element;
    this.#open = joinsNext(element) ? whole : undefined;
    return this.#open ? [] : this.#read(whole, path);
  }

  #read(element: XmlElement, path: string): Item[] {
    const read = readParagraph(element, this.#role, path, this.#context);
    const drawn = read.drawn
      .filter((text) => text.trim() !== '')
      .map((text) => drawnItem(text, this.#role === 'body' ? 'body' : 'dropped', path));
    const boxes = read.boxes.flatMap((box, at) =>
      itemsOf(box, this.#role, `${path}//w:txbxContent[${at + 1}]`, this.#context),
    );
    const figures = this.#role === 'body' ? read.figures : [];
    return [...drawn, ...read.items, ...boxes, ...figures];
  }

  #table(table: XmlElement, path: string): Item[] {
    const rows = rowsOf(table).map(({ element, at }) =>
      wordRow(element, `${path}/w:tr[${at}]`, (cell, cellPath) =>
        itemsOf(cell, this.#role, cellPath, this.#context),
      ),
    );
    const all = inner(table, 'w:tr').length;
    this.#context.found.changes += all - rows.length;
    return tableItems(rows, this.#role, path);
  }

  #noteChunk({ attributes }: XmlElement): void {
    const { part, found } = this.#context;
    found.embedded.push(part.relations.get(attributes['r:id'] ?? '')?.target ?? 'another document');
  }
}

/** Blocks of a cell, text box, content control, header or footer. */
export function itemsOf(parent: XmlElement, role: Role, path: string, context: Context): Item[] {
  const body = new Body(role, path, context);
  const content = child(parent, 'w:sdtContent') ?? parent;
  const items = elements(content).flatMap((element) => body.take(element));
  return [...items, ...body.end()];
}
