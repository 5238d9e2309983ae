/** The facts of a record and the checks on them. */
import { confirmedKeys, runChecks } from '../../checks/run-checks.ts';
import type { EvidenceBook } from '../../evidence.ts';
import type { Era } from '../../forms/indicator.ts';
import type { Check, Fact } from '../../record.ts';
import type { Gathered } from './statistics.ts';

export interface Checked {
  readonly statistics: Record<string, Fact>;
  readonly checks: readonly Check[];
}

/** A doubtful digit that the form's sums confirm is as good as printed. */
function settled(key: string, fact: Fact, confirmed: ReadonlySet<string>): Fact {
  const isConfirmed = fact.status === 'ocr_suspect' && fact.value !== null && confirmed.has(key);
  return isConfirmed ? { ...fact, status: 'reported', confidence: CONFIRMED } : fact;
}

/** Confidence of a scanned digit that a sum confirms. */
const CONFIRMED = 0.9;

/** Files the evidence of every fact and judges the form's identities. */
export function checkedFacts(gathered: Gathered, era: Era | null, book: EvidenceBook): Checked {
  const facts = Object.fromEntries([...gathered.stated].map(([key, { fact }]) => [key, fact]));
  const checks = runChecks(era, facts);
  const confirmed = confirmedKeys(checks);
  for (const [key, { evidence }] of gathered.stated) book.add(`statistics.${key}`, evidence);
  const statistics = Object.fromEntries(
    Object.entries(facts).map(([key, fact]) => [key, settled(key, fact, confirmed)]),
  );
  return { statistics, checks };
}
