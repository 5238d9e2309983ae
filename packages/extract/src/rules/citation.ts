/** A cited title in book marks with the number in brackets behind it. */
import { CLOSE_ROUND, OPEN_ROUND } from '../lexicon/brackets.ts';
import { first, type Rule } from '../rule.ts';
import { docNumber } from './doc-number.ts';

export interface Citation {
  readonly title: string;
  /** As printed; null where none stands in the brackets. */
  readonly doc_number: string | null;
}

/** Characters of a title; longer ones are unclosed marks. */
const LONGEST = 120;
const BRACKET = new RegExp(
  `^\\s{0,3}[${OPEN_ROUND}](?<inside>[^${CLOSE_ROUND}]{2,60})[${CLOSE_ROUND}]`,
  'u',
);

/** The closing mark that belongs to an opening one: book marks may be nested in book marks. */
function closing(text: string, open: number): number {
  let depth = 0;
  const end = Math.min(text.length, open + LONGEST + 2);
  for (let at = open; at < end; at++) {
    const sign = text.charAt(at);
    if (sign === '《') depth += 1;
    if (sign === '》') depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

export const citation: Rule<Citation> = {
  id: 'citation/book-mark',
  cite: 'GB/T 15834-2011 §4.15: 书名号',
  *find(text) {
    for (let open = text.indexOf('《'); open >= 0; ) {
      const close = closing(text, open);
      if (close < 0) {
        open = text.indexOf('《', open + 1);
        continue;
      }
      const title = text.slice(open + 1, close).trim();
      const bracket = BRACKET.exec(text.slice(close + 1, close + 70));
      const number = bracket ? first(docNumber, bracket.groups?.['inside'] ?? '') : undefined;
      const end = close + 1 + (bracket && number ? bracket[0].length : 0);
      if (title !== '')
        yield { value: { title, doc_number: number?.value.raw ?? null }, start: open, end };
      open = text.indexOf('《', end);
    }
  },
};
