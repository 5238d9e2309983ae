/**
 * Signs of the fonts Symbol, Wingdings and Wingdings 2 as characters that any font shows.
 *
 * Word keeps a ticked box as letter FE of Wingdings: without this table the tick is lost. Codes are
 * those of the fonts; in text they stand in the private use area (F000 + code).
 */

const wingdings: Readonly<Record<number, string>> = {
  108: '●',
  109: '❍',
  110: '■',
  111: '□',
  112: '□',
  113: '❑',
  114: '❒',
  116: '◆',
  117: '◆',
  118: '❖',
  119: '◆',
  128: '⓪',
  159: '•',
  161: '○',
  162: '○',
  164: '◉',
  167: '▪',
  168: '□',
  171: '★',
  216: '➢',
  232: '➔',
  251: '✗',
  252: '✓',
  253: '☒',
  254: '☑',
};

const wingdings2: Readonly<Record<number, string>> = {
  79: '✗',
  80: '✓',
  81: '☒',
  82: '☑',
  83: '☒',
  84: '☒',
  151: '●',
  162: '■',
  163: '□',
  174: '◆',
};

const symbol: Readonly<Record<number, string>> = {
  163: '≤',
  176: '°',
  177: '±',
  179: '≥',
  180: '×',
  183: '·',
  184: '÷',
  185: '≠',
  187: '≈',
  174: '→',
  172: '←',
  215: '⋅',
  229: '∑',
};

const fonts: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings,
  'wingdings 2': wingdings2,
  symbol,
};

const privateUse = 0xf000;

/** Circled digits of Wingdings: ① to ⑩ from 81, ❶ to ❿ from 8C. */
function circled(code: number): string | undefined {
  if (code >= 0x81 && code <= 0x8a) return String.fromCodePoint(0x2460 + code - 0x81);
  if (code >= 0x8c && code <= 0x95) return String.fromCodePoint(0x2776 + code - 0x8c);
  return undefined;
}

/** Whether letters of a font are signs. */
export const isSignFont = (font: string): boolean => font.toLowerCase() in fonts;

/**
 * The character that a sign of a font is; as it stands in the file where the table does not know it.
 *
 * @param code With or without F000.
 */
export function signOf(font: string, code: number): string {
  const name = font.toLowerCase();
  const own = code >= privateUse && code <= privateUse + 0xff ? code - privateUse : code;
  const known = fonts[name]?.[own] ?? (name === 'wingdings' ? circled(own) : undefined);
  if (known !== undefined) return known;
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

/** Text in a font of signs: its private use characters as signs, other characters as they are. */
export const inSigns = (font: string, text: string): string =>
  Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0;
    const sign = code >= privateUse && code <= privateUse + 0xff;
    return sign ? signOf(font, code) : character;
  }).join('');
