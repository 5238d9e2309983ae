import { encodeGb18030 } from '../../chinese/gb18030.ts';
import { type Replacement, replacing } from '../../edit.ts';
import type { Pass } from '../pass.ts';

const tag =
  /[?？\uFFFD][!！][?？\uFFFD]\/(?:span|p|div|strong|b|font|a|td|tr|li|ul|em|i|u|o:p|h[1-6])>/g;

/**
 * `。` + U+3000 + `<` are the bytes A1 A3 A1 A1 3C; where a stream lost the first, A3 A1 reads as `！`
 * and A1 3C is nothing, so that the closing tag behind it becomes text.
 */
export const brokenTagPass: Pass = {
  rule: 'broken-tag',
  position: 'Before blanks and widths change: the sign is exactly these characters.',
  plan:
    () =>
    ({ text }) =>
      text.includes('/') ? replacing(text, tag, () => '。') : [],
};

/**
 * Headings `　（一）` that lost the first byte of the blank: what is seen → the two bytes of the numeral.
 * 六 is missing: only `。` is left of it.
 */
const headings: readonly (readonly [seen: string, numeral: readonly [number, number]])[] = [
  ['。ㄒ唬', [0xd2, 0xbb]],
  ['。ǘ', [0xb6, 0xfe]],
  ['。ㄈ', [0xc8, 0xfd]],
  ['。ㄋ模', [0xcb, 0xc4]],
  ['。ㄎ澹', [0xce, 0xe5]],
  ['。ㄆ撸', [0xc6, 0xdf]],
  ['。ò耍', [0xb0, 0xcb]],
  ['。ň牛', [0xbe, 0xc5]],
  ['。ㄊ', [0xca, 0xae]],
];

const shifted = new RegExp(`[?？]?(${headings.map(([seen]) => seen).join('|')})`, 'g');
const numerals = new Map(headings);
const heading = /^\u3000（[一二三四五七八九十]）/;

/** The text as it was before its first byte was lost, or undefined where that is not certain. */
function restored(numeral: readonly [number, number], rest: string): string | undefined {
  const behind = encodeGb18030(rest);
  if (!behind) return undefined;
  const [first, second] = numeral;
  const bytes = Uint8Array.from([0xa1, 0xa1, 0xa3, 0xa8, first, second, 0xa3, ...behind]);
  const text = new TextDecoder('gb18030').decode(bytes);
  return heading.test(text) && !text.includes('\uFFFD') ? text : undefined;
}

/** Length of the end that two texts share. */
function sharedEnd(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length))
    length++;
  return length;
}

function lostByte(text: string): Replacement[] {
  const match = [...text.matchAll(shifted)][0];
  const seen = match?.[1];
  const numeral = seen === undefined ? undefined : numerals.get(seen);
  if (!match || !numeral) return [];
  const rest = text.slice(match.index + match[0].length);
  const whole = restored(numeral, rest);
  if (whole === undefined) return [];
  const same = sharedEnd(rest, whole);
  return [
    { start: match.index, end: text.length - same, text: whole.slice(0, whole.length - same) },
  ];
}

/** `？。ㄒ唬┥暾埱闆r` → `　（一）申請情況`: every byte pair behind a lost byte was read shifted by one. */
export const lostBytePass: Pass = {
  rule: 'lost-byte',
  position:
    'Before pinyin and simplification: the bytes are those of the text as the mirror read it.',
  plan:
    () =>
    ({ text }) =>
      lostByte(text),
};
