/** The facts of a record, the checks on them, and the better readings that the checks suggest. */
import { identitiesOf, runChecks } from '../../checks/run-checks.ts';
import type { EvidenceBook } from '../../evidence.ts';
import type { Era } from '../../forms/indicator.ts';
import { type Review, reviewScan } from '../../proposals/review-scan.ts';
import type { AnnualReport, Check, Fact } from '../../record.ts';
import { said } from './said.ts';
import type { Gathered } from './statistics.ts';

export interface Checked {
  readonly statistics: Record<string, Fact>;
  readonly checks: readonly Check[];
  readonly proposals: AnnualReport['proposals'];
}

/** Highest confidence of a number that an identity contradicts. */
const CONTRADICTED = 0.5;

/** A number that cannot be read stays what it is. */
const UNREAD: ReadonlySet<Fact['status']> = new Set(['ambiguous', 'masked']);

/** The fact as sure as the form's identities make it; its value stays as it was read. */
function weighed(key: string, fact: Fact, { doubted, confirmed }: Review): Fact {
  if (doubted.has(key)) {
    const status = UNREAD.has(fact.status) ? fact.status : 'ocr_suspect';
    return { ...fact, status, confidence: Math.min(fact.confidence, CONTRADICTED) };
  }
  const sure = confirmed.get(key);
  if (!sure) return fact;
  return { ...fact, status: sure.status, confidence: Math.max(fact.confidence, sure.confidence) };
}

/** Files the evidence of every fact, judges the form's identities, and weighs scanned numbers by them. */
export function checkedFacts(gathered: Gathered, era: Era | null, book: EvidenceBook): Checked {
  const facts = Object.fromEntries([...gathered.stated].map(([key, { fact }]) => [key, fact]));
  const review = reviewScan(identitiesOf(era, facts), gathered.stated, said(gathered));
  for (const [key, { evidence }] of gathered.stated) book.add(`statistics.${key}`, evidence);
  const statistics = Object.fromEntries(
    Object.entries(facts).map(([key, fact]) => [key, weighed(key, fact, review)]),
  );
  return { statistics, checks: runChecks(era, facts), proposals: [...review.proposals] };
}
