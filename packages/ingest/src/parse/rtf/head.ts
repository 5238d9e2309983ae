/** The tables at the head of a file: fonts, colours, styles. */
import { isSignFont } from '../word/signs.ts';
import { pageOf, pageOfFont, standardPage } from './code-pages.ts';
import type { Kind } from './destinations.ts';
import type { Format } from './format.ts';

interface Font {
  charset: number | undefined;
  /** Number of its code page, where the file gives that. */
  page: number | undefined;
  name: string;
  /** Whether its letters are signs; undefined before somebody asks. */
  sign: boolean | undefined;
}

const semicolons = /;/g;
/** No style has this number: names of styles of letters and sections go there. */
const noStyle = -1;

const nameIn = (text: string): string => text.replace(semicolons, '').trim();

/** Collects the tables while their groups are read. */
export class Head {
  standardFont = 0;
  /** Label of the code page of the file, and of one that names none or the Western one. */
  #page: string;
  readonly #unnamed: string;
  readonly #fonts = new Map<number, Font>();
  readonly #colors: string[] = [];
  readonly #styles = new Map<number, string>();
  readonly #rgb = { red: 0, green: 0, blue: 0, given: false };
  #font = 0;
  #style = 0;

  /** @param unnamed Label of the code page that the bytes have where the file names none. */
  constructor(unnamed: string) {
    this.#unnamed = unnamed;
    this.#page = unnamed;
  }

  /** Takes a control word inside of a table; false when the group is none. */
  word(kind: Kind, name: string, value: number): boolean {
    if (kind === 'fonts') this.#fontWord(name, value);
    else if (kind === 'styles') this.#styleWord(name, value);
    else if (kind === 'colors') this.#colorWord(name, value);
    else return false;
    return true;
  }

  /** Takes text inside of a table; false when the group is none. */
  text(kind: Kind, text: string): boolean {
    if (kind === 'fonts') {
      const font = this.#fonts.get(this.#font);
      if (font) font.name += text;
    } else if (kind === 'styles') {
      this.#styles.set(this.#style, (this.#styles.get(this.#style) ?? '') + text);
    } else if (kind === 'colors') this.#endColors(text);
    else return false;
    return true;
  }

  /** Takes a word about the whole file; false when it is none. */
  fileWord(name: string, value: number): boolean {
    if (name === 'ansicpg') {
      const page = pageOf(value);
      this.#page = page === standardPage ? this.#unnamed : page;
    } else if (name === 'mac' || name === 'pc' || name === 'pca') this.#page = this.#unnamed;
    else if (name === 'deff') this.standardFont = value;
    else return false;
    return true;
  }

  /** Six hexadecimal digits, or `auto`. */
  colorOf(index: number): string {
    return this.#colors[index] ?? 'auto';
  }

  nameOf(style: number): string {
    return nameIn(this.#styles.get(style) ?? '');
  }

  /** Label of the code page of letters. */
  pageOf({ font, wideFont, wide }: Format): string {
    const used = wide && wideFont !== undefined ? wideFont : font;
    const { charset, page } = this.#fonts.get(used) ?? {};
    return page === undefined ? pageOfFont(charset, this.#page) : pageOf(page);
  }

  /** The font of letters that are signs; undefined for all other fonts. */
  signFontOf({ font }: Format): string | undefined {
    const used = this.#fonts.get(font);
    if (!used) return undefined;
    // Asked for every run: the answer is kept.
    used.sign ??= isSignFont(nameIn(used.name));
    return used.sign ? nameIn(used.name) : undefined;
  }

  #fontWord(name: string, value: number): void {
    if (name === 'f') {
      this.#font = value;
      this.#fonts.set(value, { charset: undefined, page: undefined, name: '', sign: undefined });
    }
    const font = this.#fonts.get(this.#font);
    if (name === 'fcharset' && font) font.charset = value;
    if (name === 'cpg' && font) font.page = value;
  }

  #styleWord(name: string, value: number): void {
    if (name === 's') this.#style = value;
    if (name === 'cs' || name === 'ds' || name === 'ts') this.#style = noStyle;
  }

  #colorWord(name: string, value: number): void {
    if (name !== 'red' && name !== 'green' && name !== 'blue') return;
    this.#rgb[name] = value & 0xff;
    this.#rgb.given = true;
  }

  /** Each `;` ends a colour; one of which nothing is said is automatic. */
  #endColors(text: string): void {
    for (const _ of text.matchAll(semicolons)) {
      const { red, green, blue, given } = this.#rgb;
      const hex = [red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('');
      this.#colors.push(given ? hex : 'auto');
      Object.assign(this.#rgb, { red: 0, green: 0, blue: 0, given: false });
    }
  }
}
