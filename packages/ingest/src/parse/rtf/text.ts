/** One text of a file while it is read: the body, a header, a note, a text box. */
import type { Role } from '@xxgk/extract/document';
import { Fields } from '../word/field.ts';
import { Flow } from '../word/flow.ts';
import type { RowShape } from '../word/flow-row.ts';
import type { Found } from '../word/found.ts';
import { attachmentsOf } from '../word/link.ts';
import type { Look } from '../word/look.ts';
import { gapAfter } from '../word/numbering.ts';
import { blocksOf, type Item } from '../word/paragraph.ts';
import type { Picture } from '../word/picture.ts';
import { joined, type Run, shown } from '../word/run.ts';
import type { Format } from './format.ts';
import type { Head } from './head.ts';

const signs = /[\p{L}\p{N}]/u;
const gap = /\s+$/u;
const lineBreak = /\r\n|[\r\n\v]/;

export class Text {
  readonly role: Role;
  readonly fields = new Fields();
  readonly #flow: Flow;
  readonly #head: Head;
  readonly #found: Found;
  #lines: Run[][] = [[]];
  #number = '';
  /** What is anchored in the paragraph. */
  #anchored: Item[] = [];
  #path = '';
  #links = 0;

  constructor(role: Role, head: Head, found: Found) {
    this.role = role;
    this.#flow = new Flow(role);
    this.#head = head;
    this.#found = found;
  }

  /** @param at Byte of the file. */
  print(text: string, format: Format, at: number): void {
    if (this.fields.hiding) this.fields.code(text);
    else if (format.hidden) this.#found.hidden += text.length;
    else if (!format.deleted) this.#show(text, format, at);
  }

  #show(text: string, format: Format, at: number): void {
    if (this.#path === '') this.#path = `@${at}`;
    const look = this.#lookOf(format);
    const printed = shown(text, look);
    this.fields.print(printed);
    this.#lines.at(-1)?.push({ text: printed, look });
  }

  /** The number that the writer made for the paragraph (`\listtext`, `\pntext`). */
  number(text: string): void {
    const number = text.replace(gap, '');
    // Bullets are left out, as in other carriers.
    if (!signs.test(number)) return;
    this.#number = number + gapAfter(number, number === text ? 'nothing' : 'tab');
  }

  line(): void {
    if (!this.fields.hiding) this.#lines.push([]);
  }

  anchor(items: readonly Item[]): void {
    this.#anchored.push(...items);
  }

  /** Text that a shape draws: lines of their own, behind the paragraph that it is anchored in. */
  drawn(text: string, format: Format): void {
    if (text.trim() === '') return;
    const look = this.#lookOf(format);
    const lines = text.split(lineBreak).map((line) => [{ text: line, look }]);
    const paragraph = { lines, look, styleName: '', number: '', path: this.#path };
    this.#anchored.push(...blocksOf(paragraph, this.role));
  }

  picture(picture: Picture): void {
    const block = { kind: 'figure', role: this.role, text: '', path: picture.name } as const;
    if (this.role === 'body') this.#anchored.push({ block, picture });
  }

  /** Ends a paragraph; one whose mark is deleted or hidden goes on in the next. */
  paragraph(format: Format): void {
    if (format.deleted || format.hidden) return;
    this.#end(format, format.inTable ? format.depth : 0);
  }

  cell(format: Format, depth: number): void {
    const path = this.#path;
    this.#end(format, depth);
    this.#flow.endCell(depth, path);
  }

  row(depth: number, shape: RowShape | undefined): void {
    this.#flow.endRow(depth, shape, this.#path);
  }

  /** Ends the text. */
  items(format: Format): Item[] {
    // What stands after the last mark is text all the same.
    this.#end(format, format.inTable && this.#hasText() ? format.depth : 0);
    return this.#flow.end();
  }

  #hasText(): boolean {
    return this.#lines.some((line) => joined(line) !== '');
  }

  #lookOf(format: Format): Look {
    const { bold, size, color, raised } = format;
    const signFont = this.#head.signFontOf(format);
    return { bold, size, color: this.#head.colorOf(color), raised, signFont };
  }

  #end(format: Format, depth: number): void {
    const { align, firstLine, firstLineChars, outline, style } = format;
    const path = this.#path;
    const paragraph = {
      lines: this.#lines,
      look: { ...this.#lookOf(format), align, firstLine, firstLineChars, outline },
      styleName: this.#head.nameOf(style),
      number: this.#number,
      path,
    };
    const links = this.fields.links.slice(this.#links);
    const items = [
      ...blocksOf(paragraph, this.role),
      ...attachmentsOf(links, path),
      ...this.#anchored,
    ];
    this.#links = this.fields.links.length;
    this.#flow.add(items, depth, path);
    this.#lines = [[]];
    this.#number = '';
    this.#anchored = [];
    this.#path = '';
  }
}
