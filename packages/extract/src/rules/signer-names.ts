/** Names on a signature line: several stand apart by blanks, one may be letter-spaced. */
import { CENTRAL_NAMES, ORGAN_SUFFIXES } from '../lexicon/organs.ts';
import type { Match, Rule } from '../rule.ts';

const PIECE = /[^\s\u3000、]+/gu;
const BLANKS = /[\s\u3000]+/gu;
const DATE = /[0-9０-９〇○零一二三四五六七八九]{4}[\s\u3000]*年/u;

/** （盖章）, （代章）: where the seal belongs or whose it is, no part of the name. */
export const SEAL_MARK = /[（(](?:盖\s{0,2}|公\s{0,2}|印\s{0,2}|代\s{0,2})?章[）)]|[（(]代[）)]/gu;

const isName = (text: string): boolean =>
  text.length >= 2 &&
  (CENTRAL_NAMES.includes(text) || ORGAN_SUFFIXES.some((suffix) => text.endsWith(suffix)));

function* pieces(text: string): Iterable<Match<string>> {
  for (const match of text.matchAll(PIECE)) {
    yield { value: match[0], start: match.index, end: match.index + match[0].length };
  }
}

export const signerNames: Rule<string> = {
  id: 'document/signer',
  cite: 'GB/T 9704-2012 §7.3.5.1',
  *find(text) {
    const signed = text
      .slice(0, DATE.exec(text)?.index ?? text.length)
      .replace(SEAL_MARK, (mark) => ' '.repeat(mark.length));
    const found = [...pieces(signed)];
    if (found.length > 1 && found.every(({ value }) => isName(value))) {
      yield* found;
      return;
    }
    // Pieces that are no names: the letters of one name are set apart.
    const trimmed = signed.trim();
    const start = signed.indexOf(trimmed);
    const value = trimmed.replace(BLANKS, '');
    if (value.length >= 2) yield { value, start, end: start + trimmed.length };
  },
};
