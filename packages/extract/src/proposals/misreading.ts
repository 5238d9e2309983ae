/**
 * Which digits engines take for which: whether ink that was read as one number may be another.
 *
 * The last resort, where no engine gave the other number itself. Pairs of digits: `1` `7` `/` after
 * DOMAIN 7.5 (the costly one: a column of `/` read as `1`), `3` `8`, `5` `6`, `0` `6` `8` `9` for a loop that
 * closed or broke, `3` `5`, `2` `7`, `4` `1`, `4` `9` as they appear on worn copies. Letters after DOMAIN 7.5.
 */

/** What happened to the ink; null where no known mistake turns the one into the other. */
export type Misreading = 'substituted' | 'lost' | 'doubled' | 'stray' | 'sign' | 'letters';

const PAIRS = new Set(
  ['17', '38', '56', '06', '08', '09', '68', '69', '89', '35', '27', '14', '49'].flatMap((pair) => [
    pair,
    [...pair].reverse().join(''),
  ]),
);

/** Strokes that a `/` is taken for, and the other way round. */
const STROKES = new Set(['1', '7']);
const SLASH = '/';
/** What a ruling of the table or a speck beside the number is read as. */
const RULING = '1';

const LETTERS: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  〇: '0',
  '○': '0',
  l: '1',
  I: '1',
  丨: '1',
  '|': '1',
  Z: '2',
  S: '5',
  b: '6',
  B: '8',
};
const DIGITS = /^\d+$/u;
const NOUGHT_BEFORE = /^0\d/u;

/** @returns The text with its letters taken for the digits that they look like; undefined if others remain. */
function asDigits(read: string): string | undefined {
  const text = [...read].map((one) => LETTERS[one] ?? one).join('');
  return DIGITS.test(text) ? text : undefined;
}

const without = (text: string, at: number): string => text.slice(0, at) + text.slice(at + 1);

function substituted(read: string, meant: string): boolean {
  const differing = [...read].flatMap((one, at) =>
    one === meant[at] ? [] : [`${one}${meant[at]}`],
  );
  const [pair] = differing;
  return differing.length === 1 && pair !== undefined && PAIRS.has(pair);
}

/** A digit that stands in `longer` only: its neighbour again, a stroke at an end, or any other. */
function extra(longer: string, shorter: string): 'doubled' | 'stray' | 'lost' | null {
  const places = Array.from(longer, (_, at) => at).filter((at) => without(longer, at) === shorter);
  if (places.length === 0) return null;
  if (places.length > 1) return 'doubled';
  const [at = 0] = places;
  const isAtEnd = at === 0 || at === longer.length - 1;
  return isAtEnd && longer[at] === RULING ? 'stray' : 'lost';
}

/** Between two runs of digits. */
function amongDigits(read: string, meant: string): Misreading | null {
  if (read.length === meant.length) return substituted(read, meant) ? 'substituted' : null;
  if (read.length + 1 === meant.length) return extra(meant, read) && 'lost';
  if (read.length !== meant.length + 1) return null;
  const kind = extra(read, meant);
  return kind === 'lost' ? null : kind;
}

/**
 * How ink that means one thing came to be read as another.
 *
 * @param read As read, without blanks; empty where nothing was read.
 * @param meant Digits, or `/`.
 */
export function misreadingOf(read: string, meant: string): Misreading | null {
  if (meant === SLASH) return STROKES.has(read) ? 'sign' : null;
  if (NOUGHT_BEFORE.test(meant) || !DIGITS.test(meant)) return null;
  if (read === SLASH) return STROKES.has(meant) ? 'sign' : null;
  if (read === '') return meant.length === 1 ? 'lost' : null;
  if (DIGITS.test(read)) return amongDigits(read, meant);
  return asDigits(read) === meant ? 'letters' : null;
}
