/** The values of a record as a flat list of what can be compared one by one. */
import type { DocumentRecord, Evidence, Fact } from '@xxgk/extract';
import { saidBy } from '@xxgk/store';

export interface Value {
  /** `agency.name`, `statistics.requests_received_total`, `attachments.2.name` … */
  readonly path: string;
  /** As JSON has it; of a number in a table or a sentence, the number. */
  readonly value: unknown;
  /** What else is to be told: the unit, and why there is no number. */
  readonly unit: string | null;
  readonly status: string | null;
  readonly evidence: readonly Evidence[];
}

/**
 * Parts that hold the wording of a document rather than a value; `summary` says again what `statistics`
 * says.
 */
const wording: ReadonlySet<string> = new Set([
  'text',
  'sections',
  'narrative',
  'outline',
  'points',
  'questions',
  'title_raw',
  'extra_rows',
  'summary',
]);

/** By path. */
export function valuesOf(record: DocumentRecord): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>();
  const put = (path: string, value: unknown, fact?: Fact): void => {
    const { unit = null, status = null } = fact ?? {};
    values.set(path, { path, value, unit, status, evidence: record.evidence[path] ?? [] });
  };
  for (const [key, part] of Object.entries(saidBy(record))) {
    if (wording.has(key)) continue;
    if (key === 'statistics' && record.kind === 'annual_report') {
      for (const [name, fact] of Object.entries(record.statistics)) {
        put(`statistics.${name}`, fact.value, fact);
      }
    } else leaves(key, part, put);
  }
  return values;
}

function leaves(path: string, node: unknown, put: (path: string, value: unknown) => void): void {
  if (typeof node !== 'object' || node === null) {
    put(path, node);
    return;
  }
  for (const [key, child] of Object.entries(node)) {
    if (key !== 'name_raw') leaves(`${path}.${key}`, child, put);
  }
}

/** Whether two records of one document differ in their wording: what {@link valuesOf} leaves out. */
export function isWordedAlike(one: DocumentRecord, other: DocumentRecord): boolean {
  const worded = (record: DocumentRecord): string => {
    const said = saidBy(record);
    return JSON.stringify([...wording].map((key) => (key === 'summary' ? null : said[key])));
  };
  return worded(one) === worded(other);
}
