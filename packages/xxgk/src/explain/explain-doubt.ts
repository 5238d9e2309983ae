/** What the identities of a form say about one of its numbers, in words: better readings and failing sums. */
import type { DocumentRecord } from '@xxgk/extract/record';

const STATISTICS = 'statistics.';

const saidOf = (value: number | null): string => (value === null ? 'no number' : String(value));

/** Proposals for a value, and the checks on it that fail; nothing for other paths. */
export function doubtsAbout(record: DocumentRecord, path: string): readonly string[] {
  if (!path.startsWith(STATISTICS)) return [];
  const key = path.slice(STATISTICS.length);
  const proposed = record.proposals
    .filter((one) => one.key === key)
    .map(({ value, reason }) => `    proposal    ${saidOf(value)}: ${reason}`);
  const failing = record.checks
    .filter(({ verdict, keys }) => verdict === 'fails' && keys.includes(key))
    .map(
      ({ id, left, right, note }) =>
        `    fails       ${id}: ${saidOf(left)} and ${saidOf(right)}${note === null ? '' : ` (${note})`}`,
    );
  return [...proposed, ...failing];
}
