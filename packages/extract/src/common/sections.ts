/** The sections of a record: the outline, flat, with the text under each heading. */
import { type EvidenceBook, evidenceFor } from '../evidence.ts';
import type { Outline } from '../outline.ts';
import type { Section } from '../record.ts';
import { heading } from '../rules/heading.ts';
import { textOf } from './text.ts';

export type KeyOf = (title: string) => string | null;

/** @param keyOf Canonical key of a title, for annual reports. */
export function sectionsOf(outline: Outline, keyOf: KeyOf, book: EvidenceBook): Section[] {
  return outline.sections.map(
    ({ heading: { level, number, title, line, span }, items, rest }, at) => {
      const start = line.text.length - line.text.trimStart().length;
      book.add(`sections.${at}`, [evidenceFor(line, { start, end: span.end }, heading.id, 0.95)]);
      const text = [rest.trim(), textOf(items)].filter((piece) => piece !== '').join('\n');
      return { level, number, title, key: keyOf(title), text };
    },
  );
}
