/** The tables at the head of a file: fonts, colours, styles. */
import { isSignFont } from '../word/signs.ts';
import { pageOf, pageOfFont, standardPage } from './code-pages.ts';
import type { Kind } from './destinations.ts';
import type { Format } from './format.ts';

interface Font {
  charset: number | undefined;
  name: string;
}

const semicolons = /;/g;
/** No style has this number: names of styles of letters and sections go there. */
const noStyle = -1;

const nameIn = (text: string): string => text.replace(semicolons, '').trim();

/** Collects the tables while their groups are read. */
export class Head {
  standardFont = 0;
  /** Label of the code page of the file. */
  #page = standardPage;
  readonly #fonts = new Map<number, Font>();
  readonly #colors: string[] = [];
  readonly #styles = new Map<number, string>();
  readonly #rgb = { red: 0, green: 0, blue: 0, given: false };
  #font = 0;
  #style = 0;

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
    if (name === 'ansicpg') this.#page = pageOf(value);
    else if (name === 'mac' || name === 'pc' || name === 'pca') this.#page = standardPage;
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

  /** Code page of letters. */
  pageOf({ font, wideFont, wide }: Format): string {
    const used = wide && wideFont !== undefined ? wideFont : font;
    return pageOfFont(this.#fonts.get(used)?.charset, this.#page);
  }

  /** The font of letters that are signs; undefined for all other fonts. */
  signFontOf({ font }: Format): string | undefined {
    const name = nameIn(this.#fonts.get(font)?.name ?? '');
    return isSignFont(name) ? name : undefined;
  }

  #fontWord(name: string, value: number): void {
    if (name === 'f') {
      this.#font = value;
      this.#fonts.set(value, { charset: undefined, name: '' });
    }
    const font = this.#fonts.get(this.#font);
    if (name === 'fcharset' && font) font.charset = value;
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
