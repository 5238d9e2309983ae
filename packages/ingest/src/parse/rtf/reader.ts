/** Tokens of an RTF file → groups, and the letters in them. */
import { TooLargeError } from '../../errors.ts';
import type { Found } from '../word/found.ts';
import type { Item } from '../word/paragraph.ts';
import { characterSigns } from './characters.ts';
import { isWide } from './code-pages.ts';
import { type Apart, Content } from './content.ts';
import { kindOf } from './destinations.ts';
import { isRawUtf8, unnamedPage } from './encoding.ts';
import { initialFormat } from './format.ts';
import { type Group, innerGroup, outermost } from './group.ts';
import { Letters } from './letters.ts';
import { Substitutes } from './substitutes.ts';
import type { Handler } from './tokens.ts';

/** Deeper nesting is no document. */
const depthLimit = 2000;
/** Words that end a letter: the half of one before them was never completed. */
const ends = new Set(['par', 'cell', 'nestcell', 'line', 'sect', 'page', 'tab']);

const blanks = /^[\s\0]*$/;
const han = /^\p{Script=Han}$/u;
/** Signs of the format that may be the second byte of a letter. */
const escapedSigns = new Set(['\\', '{', '}']);

export class Reader implements Handler {
  readonly #file: Buffer;
  readonly #content: Content;
  readonly #letters = new Letters();
  readonly #around: Group[] = [];
  /** Whether letters that are not escaped are UTF-8. */
  readonly #rawUtf8: boolean;
  readonly #substitutes = new Substitutes();
  #group: Group = outermost(initialFormat);
  #hex: number[] = [];
  #ended = false;
  #mismatched = false;

  constructor(file: Buffer, found: Found) {
    this.#file = file;
    this.#content = new Content(file, found, unnamedPage(file));
    this.#rawUtf8 = isRawUtf8(file);
  }

  get apart(): Apart {
    return this.#content.apart;
  }

  get facts(): Item[] {
    return this.#content.facts;
  }

  /** Whether all groups have ended: at the end of the file, whether it is whole. */
  get isClosed(): boolean {
    return this.#around.length === 0;
  }

  /** Whether more groups ended than began, or something stands behind the last. */
  get isMismatched(): boolean {
    return this.#mismatched;
  }

  /** Blocks of the body; call it at the end of the file. */
  items(): Item[] {
    this.#flush();
    this.#content.print(this.#letters.end(), this.#group);
    while (this.#around.length > 0) this.close();
    return this.#content.items(this.#group);
  }

  place(at: number): void {
    this.#content.at = at;
  }

  open(): void {
    this.#flush();
    this.#substitutes.end();
    if (this.#ended) this.#mismatched = true;
    if (this.#around.length >= depthLimit) {
      throw new TooLargeError('The nesting of this RTF', `${depthLimit} groups`);
    }
    this.#around.push(this.#group);
    this.#group = innerGroup(this.#group);
  }

  close(): void {
    this.#flush();
    this.#substitutes.end();
    const around = this.#around.pop();
    if (!around) this.#mismatched = true;
    if (this.#around.length === 0) this.#ended = true;
    if (!around) return;
    const ended = this.#group;
    this.#group = around;
    this.#content.end(ended, around);
  }

  word(name: string, value: number | undefined): void {
    if (name === 'u') this.#unicode(value ?? 0);
    else if (!this.#substitutes.take()) {
      this.#flush();
      const { starred } = this.#group;
      this.#group.starred = false;
      if (this.#group.kind !== 'skipped') this.#act(name, value, starred);
    }
  }

  sign(sign: string): void {
    if (sign === '*') {
      this.#flush();
      this.#group.starred = true;
    } else if (this.#substitutes.take()) return;
    else if (escapedSigns.has(sign)) this.#byte(sign.charCodeAt(0));
    else {
      this.#flush();
      this.#content.print(characterSigns[sign] ?? '', this.#group);
    }
  }

  hex(byte: number): void {
    if (!this.#substitutes.takeByte(byte, this.#page)) this.#byte(byte);
  }

  text(from: number, to: number): void {
    const start = from + this.#substitutes.takeBytes(to - from);
    const { kind, picture } = this.#group;
    if (start === to || kind === 'skipped') return;
    if (kind === 'picture') picture?.text(start, to);
    else {
      this.#flush();
      const bytes = this.#file.subarray(start, to);
      if (this.#ended && !blanks.test(bytes.toString('latin1'))) this.#mismatched = true;
      this.#decode(bytes, this.#rawUtf8 && bytes.some((byte) => byte > 0x7f));
    }
  }

  letterLength(at: number): number {
    const page = this.#page;
    const [lead = 0, trail = 0] = this.#file.subarray(at, at + 2);
    if (this.#rawUtf8 || !isWide(page) || lead < 0x81 || lead > 0xfe) return 1;
    if (trail >= 0x80) return 2;
    const isSign = escapedSigns.has(String.fromCharCode(trail));
    return isSign && han.test(new TextDecoder(page).decode(Uint8Array.of(lead, trail))) ? 2 : 1;
  }

  binary(from: number, to: number): void {
    if (this.#substitutes.take()) return;
    if (this.#group.kind === 'picture') this.#group.picture?.binary(from, to);
  }

  get #page(): string {
    return this.#content.head.pageOf(this.#group.format);
  }

  #byte(byte: number): void {
    if (this.#group.kind !== 'skipped') this.#hex.push(byte);
  }

  #act(name: string, value: number | undefined, starred: boolean): void {
    const kind = kindOf(name, starred);
    if (this.#group.kind === 'twice' && kind !== 'unicode') return;
    if (ends.has(name)) this.#content.print(this.#letters.end(), this.#group);
    if (kind !== undefined) this.#content.begin(kind, name, this.#group);
    else if (name === 'uc') this.#group.substitutes = Math.max(0, value ?? 1);
    else this.#content.control(name, value, this.#group);
  }

  #unicode(value: number): void {
    this.#flush();
    const letter = String.fromCharCode(value & 0xffff);
    this.#substitutes.begin(letter, this.#group.substitutes);
    if (this.#group.kind !== 'skipped') this.#content.print(letter, this.#group);
  }

  #flush(): void {
    if (this.#hex.length === 0) return;
    const bytes = Uint8Array.from(this.#hex);
    this.#hex = [];
    this.#decode(bytes, false);
  }

  #decode(bytes: Uint8Array, asUtf8: boolean): void {
    const text = this.#letters.decode(bytes, asUtf8 ? 'utf-8' : this.#page);
    this.#content.print(text, this.#group);
  }
}
