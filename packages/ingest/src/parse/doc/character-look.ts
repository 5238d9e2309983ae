/** How letters look, by their modifiers ([MS-DOC] §2.6.1). */
import { type Look, overlay } from '../word/look.ts';
import { i16, i32, u8, u16 } from './bytes.ts';
import { sprmsOf } from './sprm.ts';

/** A sign of a font of signs that stands for one letter of the text. */
export interface Sign {
  /** Index of the font. */
  readonly font: number;
  readonly code: number;
}

/** Look of letters, and what only this format knows of them. */
export interface CharacterLook {
  readonly look: Look;
  /** Tracked as deleted, or as inserted. */
  readonly deleted: boolean;
  readonly inserted: boolean;
  /** The letter stands for a picture, a note or the like. */
  readonly special: boolean;
  readonly sign: Sign | undefined;
  /** Where the picture lies in the stream of data. */
  readonly picture: number | undefined;
  /** Index of the font. */
  readonly font: number | undefined;
}

const code = {
  deleted: 0x0800,
  inserted: 0x0801,
  style: 0x4a30,
  bold: 0x0835,
  hidden: 0x083c,
  special: 0x0855,
  size: 0x4a43,
  paletteColor: 0x2a42,
  color: 0x6870,
  raised: 0x2a48,
  sign: 0x6a09,
  picture: 0x6a03,
  font: 0x4a4f,
} as const;

/** Colours of the palette (§2.9.119) that are red. */
const reds: Readonly<Record<number, string>> = { 6: 'ff0000', 13: '800000' };

/** On, off, as the style, or its opposite (§2.9.327). */
function toggled(operand: Buffer, inherited: boolean | undefined): boolean {
  const value = u8(operand, 0);
  if (value === 0x80) return inherited === true;
  return value === 0x81 ? inherited !== true : value !== 0;
}

/** Red, green, blue in this order; the fourth byte says that the colour is automatic. */
const colorOf = (operand: Buffer): string =>
  u8(operand, 3) === 0xff ? 'auto' : operand.toString('hex', 0, 3);

type Change = (operand: Buffer, style: Look) => Look;

const changes: Readonly<Record<number, Change>> = {
  [code.bold]: (operand, style) => ({ bold: toggled(operand, style.bold) }),
  [code.hidden]: (operand, style) => ({ hidden: toggled(operand, style.hidden) }),
  [code.size]: (operand) => ({ size: u16(operand, 0) }),
  [code.paletteColor]: (operand) => ({ color: reds[u8(operand, 0)] ?? 'auto' }),
  [code.color]: (operand) => ({ color: colorOf(operand) }),
  [code.raised]: (operand) => ({ raised: u8(operand, 0) === 1 }),
};

interface Mutable {
  look: Look;
  deleted: boolean;
  inserted: boolean;
  special: boolean;
  sign: Sign | undefined;
  picture: number | undefined;
  font: number | undefined;
}

const marks: Readonly<Record<number, (found: Mutable, operand: Buffer) => void>> = {
  [code.deleted]: (found, operand) => {
    found.deleted = u8(operand, 0) === 1;
  },
  [code.inserted]: (found, operand) => {
    found.inserted = u8(operand, 0) === 1;
  },
  [code.special]: (found, operand) => {
    found.special = u8(operand, 0) === 1;
  },
  [code.sign]: (found, operand) => {
    found.sign = { font: i16(operand, 0), code: u16(operand, 2) };
  },
  [code.picture]: (found, operand) => {
    found.picture = i32(operand, 0);
  },
  [code.font]: (found, operand) => {
    found.font = u16(operand, 0);
  },
};

/**
 * @param base The look of the paragraph's style.
 * @param styleOf The look of a character style.
 */
export function characterLook(
  properties: readonly Buffer[],
  base: Look,
  styleOf: (style: number) => Look,
): CharacterLook {
  const found: Mutable = {
    look: base,
    deleted: false,
    inserted: false,
    special: false,
    sign: undefined,
    picture: undefined,
    font: undefined,
  };
  let style = base;
  for (const { code: own, operand } of properties.flatMap((each) => [...sprmsOf(each)])) {
    if (own === code.style) {
      style = overlay(base, styleOf(u16(operand, 0)));
      found.look = overlay(found.look, style);
    }
    const change = changes[own];
    if (change) found.look = overlay(found.look, change(operand, style));
    marks[own]?.(found, operand);
  }
  return found;
}

/** Look of letters by a style's modifiers alone. */
export const styleLetters = (properties: Buffer, base: Look): Look =>
  characterLook([properties], base, () => ({})).look;
