/** 附注 and 版记: publicity, copies, printing, subject terms (GB/T 9704-2012 §7.3.6, §7.4). */
import { hasNotCome } from '../../common/doubtful-date.ts';
import type { Found } from '../../evidence.ts';
import { evidenceFor } from '../../evidence.ts';
import type { KindContext } from '../../kind.ts';
import { isNote } from '../../line-signs.ts';
import { besides, isLine } from '../../reading.ts';
import type { OfficialDocument } from '../../record.ts';
import { first } from '../../rule.ts';
import { copiedTo } from '../../rules/copied-to.ts';
import { type Disclosure, disclosure } from '../../rules/disclosure.ts';
import { imprint } from '../../rules/imprint.ts';
import { printedCopies } from '../../rules/printed-copies.ts';
import { publicity } from '../../rules/publicity.ts';
import { indexTerms, subjectTerms } from '../../rules/subject-terms.ts';
import { onLines } from './head.ts';
import type { Mending } from './mending.ts';

type Tail = Pick<
  OfficialDocument,
  | 'disclosure'
  | 'copied_to'
  | 'printing_office'
  | 'printing_date'
  | 'printed_copies'
  | 'subject_terms'
>;

/** The remark under the date, then the index header. */
function disclosureOf({ part, zones }: KindContext): Found<Disclosure> | undefined {
  const noted = onLines(
    disclosure,
    zones.tail.filter(({ text }) => isNote(text)),
    0.95,
  );
  if (noted || part.relation !== 'main') return noted;
  for (const piece of besides(part.reading, 'index', 'disclosure')) {
    const match = first(publicity, piece.text);
    if (match)
      return { value: match.value, evidence: [evidenceFor(piece, match, publicity.id, 0.9)] };
  }
  return undefined;
}

/** The 版记, then the index header: keywords that end with a genre are 主题词 (GB/T 9704-1999, 版记). */
function termsOf({ part, zones }: KindContext): Found<readonly string[]> | undefined {
  const printed = onLines(subjectTerms, zones.tail, 0.95);
  if (printed || part.relation !== 'main') return printed;
  for (const piece of besides(part.reading, 'index', 'keywords')) {
    const match = first(indexTerms, piece.text);
    if (match)
      return { value: match.value, evidence: [evidenceFor(piece, match, indexTerms.id, 0.85)] };
  }
  return undefined;
}

/** The last line of the 版记; its office may have been read badly. */
function printedBy(
  { part, zones, book }: KindContext,
  mending: Mending,
): Pick<Tail, 'printing_office' | 'printing_date'> {
  const lines = part.items.filter(isLine).slice(zones.title ? 1 : 0);
  for (const line of lines) {
    const match = first(imprint, line.text);
    if (!match) continue;
    const { office } = match.value;
    const date = hasNotCome(match.value.date, part) ? null : match.value.date;
    const evidence = [evidenceFor(line, match, imprint.id, 0.95)];
    if (date !== null) book.add('printing_date', evidence);
    if (office === null) return { printing_office: null, printing_date: date };
    const start = line.text.indexOf(office, match.start);
    const span = { start, end: start + office.length };
    const better = mending.mend({ name: office, at: line, span });
    book.add('printing_office', better?.evidence ?? evidence);
    return { printing_office: better?.name ?? office, printing_date: date };
  }
  return { printing_office: null, printing_date: null };
}

export function tailElements(context: KindContext, mending: Mending): Tail {
  const { zones, book } = context;
  return {
    disclosure: book.note('disclosure', disclosureOf(context)),
    copied_to: [...(book.note('copied_to', onLines(copiedTo, zones.tail, 0.95)) ?? [])],
    ...printedBy(context, mending),
    printed_copies: book.note('printed_copies', onLines(printedCopies, zones.tail, 0.95)),
    subject_terms: [...(book.note('subject_terms', termsOf(context)) ?? [])],
  };
}
