/** The style sheet ([MS-DOC] §2.4.6, §2.9.271): styles by index, each based on another. */
import type { Look } from '../word/look.ts';
import { u16 } from './bytes.ts';
import { styleLetters } from './character-look.ts';
import { paragraphLook } from './paragraph-look.ts';

export interface StyleSheet {
  /** Look of a style with what it is based on. */
  look(style: number): Look;
  nameOf(style: number): string;
}

interface Style {
  readonly name: string;
  readonly basedOn: number;
  /** Modifiers of paragraphs and of letters. */
  readonly paragraph: Buffer;
  readonly letters: Buffer;
}

const none = Buffer.alloc(0);
const kinds = { paragraph: 1, letters: 2 } as const;
/** Styles may be based on each other in a circle; so far is followed. */
const deepest = 20;

/** One block of modifiers: its length, its content, and a filler to an even length. */
function block(bytes: Buffer, at: number): [content: Buffer, next: number] {
  const length = u16(bytes, at);
  const end = at + 2 + length;
  return [bytes.subarray(at + 2, end), end + (length % 2)];
}

function styleOf(bytes: Buffer, baseSize: number): Style {
  const kind = u16(bytes, 2) & 0x0f;
  const basedOn = u16(bytes, 2) >> 4;
  const letters = u16(bytes, baseSize);
  const named = baseSize + 2;
  const name = bytes.toString('utf16le', named, named + letters * 2);
  // A zero ends the name.
  const first = named + letters * 2 + 2;
  const [one, next] = block(bytes, first);
  if (kind === kinds.letters) return { name, basedOn, paragraph: none, letters: one };
  if (kind !== kinds.paragraph) return { name, basedOn, paragraph: none, letters: none };
  // The index of the style itself stands before the modifiers of a paragraph.
  return { name, basedOn, paragraph: one.subarray(2), letters: block(bytes, next)[0] };
}

function stylesOf(sheet: Buffer): (Style | undefined)[] {
  const count = u16(sheet, 2);
  const baseSize = u16(sheet, 4) || 10;
  const styles: (Style | undefined)[] = [];
  let at = 2 + u16(sheet, 0);
  for (let index = 0; index < count && at < sheet.length; index += 1) {
    const length = u16(sheet, at);
    const own = sheet.subarray(at + 2, at + 2 + length);
    styles.push(length > baseSize ? styleOf(own, baseSize) : undefined);
    at += 2 + length;
  }
  return styles;
}

export function styleSheetOf(sheet: Buffer): StyleSheet {
  const styles = stylesOf(sheet);
  const looks = new Map<number, Look>();
  const look = (index: number, depth = 0): Look => {
    const known = looks.get(index);
    if (known) return known;
    const style = styles[index];
    if (!style || depth > deepest) return {};
    const base = style.basedOn === index ? {} : look(style.basedOn, depth + 1);
    const whole = styleLetters(style.letters, paragraphLook([style.paragraph], base).look);
    looks.set(index, whole);
    return whole;
  };
  return { look: (style) => look(style), nameOf: (style) => styles[style]?.name ?? '' };
}
