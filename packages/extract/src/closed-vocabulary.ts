/**
 * A name that was read with one wrong sign, by a better-read name of the same document.
 *
 * Only names that the document itself gives, or the place of its agency, stand in for what was read:
 * a closed vocabulary, never a guess.
 */
import { OFFICES } from './lexicon/organs.ts';

/** Id in the evidence; the name that is given stands behind `@`. */
export const CLOSED_VOCABULARY = 'agency/closed-vocabulary';

/** One wrong sign in as many is a misreading; in a shorter name it may be another name. */
export const SIGNS_FOR_ONE = 6;

/** Position of the one sign in which two texts of the same length differ, or undefined. */
export function onlyDifference(a: string, b: string): number | undefined {
  if (a.length !== b.length) return undefined;
  let found: number | undefined;
  for (let at = 0; at < a.length; at++) {
    if (a.charAt(at) === b.charAt(at)) continue;
    if (found !== undefined) return undefined;
    found = at;
  }
  return found;
}

/** The office behind a name that is as long as another: 办公室 of 无锡市规划局办公室. */
export const officeBehind = (text: string, name: string): string | undefined => {
  const rest = text.slice(name.length);
  return rest === '' || OFFICES.includes(rest) ? rest : undefined;
};

/** The name, if a quote may stand for it: it is the name or its head, or one sign off. */
export const vouched = (quote: string, name: string): string | undefined =>
  name.startsWith(quote) || onlyDifference(quote, name) !== undefined ? name : undefined;
