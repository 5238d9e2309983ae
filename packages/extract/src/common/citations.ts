/** Laws and documents that a part names, each once by its full title. */

import type { Traced } from '../document.ts';
import { type EvidenceBook, evidenceFor } from '../evidence.ts';
import { cellAddress, type Item, isLine } from '../reading.ts';
import type { Evidence, Other } from '../record.ts';
import { first } from '../rule.ts';
import { type Citation, citation } from '../rules/citation.ts';
import { genre } from '../rules/genre.ts';
import { nestedCitation } from '../rules/nested-citation.ts';
import { shortForm } from '../rules/short-form.ts';
import type { Address, Span } from '../trace.ts';

type Citations = Other['citations'];

interface Text {
  readonly text: string;
  readonly at: Address;
  readonly traced: Traced;
}

const BLANKS = /\s+/gu;
const keyOf = (title: string): string => title.replace(BLANKS, '').replace(/[〈〉《》]/gu, '');

/** Every text of some items: lines, then the cells of tables. */
export const textsOf = (items: readonly Item[]): Text[] =>
  items.flatMap((item): Text[] =>
    isLine(item)
      ? [item]
      : item.table.cells.map((cell) => ({
          text: cell.text,
          at: cellAddress(item.at, cell),
          traced: cell,
        })),
  );

interface Cited {
  readonly value: Citation;
  readonly evidence: Evidence;
}

/** Titles of a text, each followed by those inside it. */
const citedIn = (text: Text): Cited[] =>
  [...citation.find(text.text)].flatMap((match) => [
    { value: match.value, evidence: evidenceFor(text, match, citation.id, 0.98) },
    ...nestedIn(text, match),
  ]);

const nestedIn = (text: Text, outer: Span): Cited[] =>
  [...nestedCitation.find(text.text.slice(outer.start, outer.end))].map((match) => {
    const span = { start: outer.start + match.start, end: outer.start + match.end };
    return { value: match.value, evidence: evidenceFor(text, span, nestedCitation.id, 0.9) };
  });

/** 《条例》 alone names no document. */
const isFull = (key: string): boolean => key.length > 4 || first(genre, `某${key}`)?.value !== key;

/** Occurrences by title, in the order of the first; short forms and the part itself left out. */
function occurrences(
  texts: readonly Text[],
  own: readonly string[],
): ReadonlyMap<string, readonly Cited[]> {
  const short = new Set(
    texts.flatMap(({ text }) => [...shortForm.find(text)].map((m) => keyOf(m.value))),
  );
  const left = new Set([...own.map(keyOf), ...short]);
  const found = texts.flatMap(citedIn).filter(({ value }) => {
    const key = keyOf(value.title);
    return !left.has(key) && isFull(key);
  });
  return Map.groupBy(found, ({ value }) => keyOf(value.title));
}

/**
 * Each title once; where one mention gives the number, that one is quoted.
 *
 * @param own Titles of the part itself.
 */
export function citationsOf(
  items: readonly Item[],
  own: readonly string[],
  book: EvidenceBook,
): Citations {
  const cited = [...occurrences(textsOf(items), own).values()];
  return cited.flatMap((mentions, at) => {
    const best = mentions.find(({ value }) => value.doc_number !== null) ?? mentions[0];
    if (!best) return [];
    book.add(`citations.${at}`, [best.evidence]);
    return [{ ...best.value }];
  });
}
