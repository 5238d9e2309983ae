/** Whether a text can hold anything that simplified script writes otherwise: asked before any conversion. */
import { Locale } from 'opencc-js/t2cn';

/** Code units beyond these may be compatibility ideographs or rare characters: OpenCC is asked itself. */
const alwaysAsked: readonly (readonly [first: number, last: number])[] = [
  [0xd800, 0xdfff],
  [0xf900, 0xfaff],
];

type Entry = readonly [from: string, to: string];

/** Dictionaries of characters and of phrases, whose entries are `from to|from to|…` or pairs. */
function entriesOf(dictionary: string | readonly Entry[]): readonly Entry[] {
  if (typeof dictionary !== 'string') return dictionary;
  return dictionary.split('|').map((entry): Entry => {
    const [from = '', to = ''] = entry.split(' ');
    return [from, to];
  });
}

let asked: Uint8Array | undefined;

/**
 * 1 at every code unit that must be asked for. Of each entry that changes anything one unit is marked
 * that it changes: where none of them stands, no entry applies, and the text is left as it is.
 */
function askedUnits(): Uint8Array {
  if (asked) return asked;
  const marked = new Uint8Array(0x10000);
  for (const [first, last] of alwaysAsked) marked.fill(1, first, last + 1);
  const entries: readonly Entry[] = (Locale.to['cn'] ?? []).flat().flatMap(entriesOf);
  // Characters first: nearly all phrases hold one that changes, and need no mark of their own.
  for (const [from, to] of entries.toSorted(([a], [b]) => a.length - b.length)) {
    const units = Array.from({ length: from.length }, (_, at) => from.charCodeAt(at));
    if (from === to || units.some((unit) => marked[unit] === 1)) continue;
    const changed = units.findIndex((unit, at) => unit !== to.charCodeAt(at));
    marked[units[Math.max(0, changed)] ?? 0] = 1;
  }
  asked = marked;
  return marked;
}

/** False only where a conversion to simplified characters changes nothing: one look at each unit. */
export function mayBeTraditional(text: string): boolean {
  const units = askedUnits();
  for (let at = 0; at < text.length; at++) if (units[text.charCodeAt(at)] === 1) return true;
  return false;
}
