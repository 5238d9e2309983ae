/** Tokens of an RTF file → groups, and the letters in them. */
import { TooLargeError } from '../../errors.ts';
import type { Found } from '../word/found.ts';
import type { Item } from '../word/paragraph.ts';
import { characterSigns } from './characters.ts';
import { type Apart, Content } from './content.ts';
import { kindOf } from './destinations.ts';
import { initialFormat } from './format.ts';
import { type Group, innerGroup, outermost } from './group.ts';
import { Letters } from './letters.ts';
import type { Handler } from './tokens.ts';

/** Deeper nesting is no document. */
const depthLimit = 2000;
/** Words that end a letter: the half of one before them was never completed. */
const ends = new Set(['par', 'cell', 'nestcell', 'line', 'sect', 'page', 'tab']);

export class Reader implements Handler {
  readonly #file: Buffer;
  readonly #content: Content;
  readonly #letters = new Letters();
  readonly #around: Group[] = [];
  #group: Group = outermost(initialFormat);
  #hex: number[] = [];
  /** Characters still to be skipped after `\u`. */
  #skip = 0;

  constructor(file: Buffer, found: Found) {
    this.#file = file;
    this.#content = new Content(file, found);
  }

  get apart(): Apart {
    return this.#content.apart;
  }

  /** Whether all groups have ended: at the end of the file, whether it is whole. */
  get isClosed(): boolean {
    return this.#around.length === 0;
  }

  /** Blocks of the body; call it at the end of the file. */
  items(): Item[] {
    this.#flush();
    while (this.#around.length > 0) this.close();
    return this.#content.items(this.#group);
  }

  place(at: number): void {
    this.#content.at = at;
  }

  open(): void {
    this.#flush();
    this.#skip = 0;
    if (this.#around.length >= depthLimit) {
      throw new TooLargeError('The nesting of this RTF', `${depthLimit} groups`);
    }
    this.#around.push(this.#group);
    this.#group = innerGroup(this.#group);
  }

  close(): void {
    this.#flush();
    this.#skip = 0;
    const around = this.#around.pop();
    if (!around) return;
    const ended = this.#group;
    this.#group = around;
    this.#content.end(ended, around);
  }

  word(name: string, value: number | undefined): void {
    if (name === 'u') this.#unicode(value ?? 0);
    else if (this.#skip > 0) this.#skip -= 1;
    else {
      this.#flush();
      const { starred } = this.#group;
      this.#group.starred = false;
      if (this.#group.kind !== 'skipped') this.#act(name, value, starred);
    }
  }

  sign(sign: string): void {
    this.#flush();
    if (sign === '*') this.#group.starred = true;
    else if (this.#skip > 0) this.#skip -= 1;
    else this.#content.print(characterSigns[sign] ?? '', this.#group);
  }

  hex(byte: number): void {
    if (this.#skip > 0) this.#skip -= 1;
    else if (this.#group.kind !== 'skipped') this.#hex.push(byte);
  }

  text(from: number, to: number): void {
    const start = Math.min(to, from + this.#skip);
    this.#skip -= start - from;
    const { kind, picture } = this.#group;
    if (start === to || kind === 'skipped') return;
    if (kind === 'picture') picture?.text(start, to);
    else {
      this.#flush();
      this.#decode(this.#file.subarray(start, to));
    }
  }

  binary(from: number, to: number): void {
    if (this.#group.kind === 'picture') this.#group.picture?.binary(from, to);
  }

  #act(name: string, value: number | undefined, starred: boolean): void {
    const kind = kindOf(name, starred);
    if (ends.has(name)) this.#content.print(this.#letters.end(), this.#group);
    if (kind !== undefined) this.#content.begin(kind, name, this.#group);
    else if (name === 'uc') this.#group.substitutes = Math.max(0, value ?? 1);
    else this.#content.control(name, value, this.#group);
  }

  #unicode(value: number): void {
    this.#flush();
    this.#skip = this.#group.substitutes;
    if (this.#group.kind === 'skipped') return;
    this.#content.print(String.fromCharCode(value & 0xffff), this.#group);
  }

  #flush(): void {
    if (this.#hex.length === 0) return;
    const bytes = Uint8Array.from(this.#hex);
    this.#hex = [];
    this.#decode(bytes);
  }

  #decode(bytes: Uint8Array): void {
    const page = this.#content.head.pageOf(this.#group.format);
    this.#content.print(this.#letters.decode(bytes, page), this.#group);
  }
}
