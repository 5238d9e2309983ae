/**
 * Fields (ECMA-376 §17.16): the code is hidden, the result is text.
 *
 * A few have no result of their own and are drawn from their code; what those show is told here.
 */
import { signOf } from './signs.ts';

export interface Link {
  readonly text: string;
  /** As written in the file. */
  readonly href: string;
}

interface OpenField {
  code: string;
  /** Undefined while the code is read. */
  result: string | undefined;
}

const hyperlink = /^\s*HYPERLINK\s+(?:\\[a-z]\s+){0,4}"([^"]{1,2000})"/i;
const enclosed =
  /^\s*EQ\s[^(]{0,200}\\o\s?\\ac\s?\(\s?([^,;，；()]{1,2})[,;，；]\s?([^()]{1,4})\)/i;
const reading =
  /^\s*EQ\s[^(]{0,200}\\o\s?\\a[a-z]\s?\(.{0,300}[,;，；]\s?([^(),;，；]{1,40})\)\s*$/i;
const fraction = /^\s*EQ\s[^(]{0,200}\\f\s?\(([^(),;，；]{1,40})[,;，；]([^(),;，；]{1,40})\)\s*$/i;
const signField = /^\s*SYMBOL\s+(?:0x([\da-f]{1,4})|(\d{1,5}))\s[^"]{0,80}\\f\s+"([^"]{1,60})"/i;
const circles = /[○〇◯]/;
const boxes = /[□▢]/;
const ticks: Readonly<Record<string, string>> = { '√': '☑', '✓': '☑', '×': '☒', '✗': '☒' };

/** A sign drawn around another: ○ around 1 is ①, □ around √ is ☑. */
function around(frame: string, inside: string): string {
  const number = Number(inside);
  if (circles.test(frame) && number >= 1 && number <= 20) {
    return String.fromCodePoint(0x245f + number);
  }
  return boxes.test(frame) ? (ticks[inside] ?? inside) : inside;
}

/** What a field without a result shows; empty where nobody can tell from the code. */
export function drawn(code: string): string {
  const [, frame, inside] = enclosed.exec(code) ?? [];
  if (frame !== undefined && inside !== undefined) return around(frame, inside.trim());
  const base = reading.exec(code)?.[1];
  if (base !== undefined) return base.trim();
  const [, above, below] = fraction.exec(code) ?? [];
  if (above !== undefined && below !== undefined) return `${above.trim()}/${below.trim()}`;
  const [, hex, decimal, font = ''] = signField.exec(code) ?? [];
  const sign = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return sign > 0 ? signOf(font, sign) : '';
}

/** The fields that are open at a place of the text. */
export class Fields {
  /** Links met so far. */
  readonly links: Link[] = [];
  readonly #open: OpenField[] = [];

  /** Whether a code is being read: nothing of it is printed. */
  get hiding(): boolean {
    return this.#open.some(({ result }) => result === undefined);
  }

  begin(): void {
    this.#open.push({ code: '', result: undefined });
  }

  /** Text of a code. */
  code(text: string): void {
    const field = this.#open.at(-1);
    if (field && field.result === undefined) field.code += text;
  }

  separate(): void {
    const field = this.#open.at(-1);
    if (field && field.result === undefined) field.result = '';
  }

  /** Gives up codes that never ended, so that the text after them is not taken for code. */
  dropCodes(): void {
    while (this.hiding) this.#open.pop();
  }

  /** Text that is printed inside of open results. */
  print(text: string): void {
    for (const field of this.#open) if (field.result !== undefined) field.result += text;
  }

  /** Ends the innermost field. Returns what it shows besides its result. */
  end(): string {
    const field = this.#open.pop();
    if (!field) return '';
    const { code, result = '' } = field;
    const href = hyperlink.exec(code)?.[1];
    if (href !== undefined) this.links.push({ text: result, href });
    return result === '' ? drawn(code) : '';
  }
}
