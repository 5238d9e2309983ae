/** The numbers on both sides of an identity, and when they can be added up at all. */
import type { Fact } from '../record.ts';

export type Statistics = Readonly<Record<string, Fact>>;

/** Cells that say nothing count as nought inside a sum, and only there. */
const SILENT = new Set<Fact['status']>(['blank', 'not_applicable']);

/** The value of one key; null where it cannot be computed with. */
export function countOf(statistics: Statistics, key: string): number | null {
  return statistics[key]?.value ?? null;
}

/** Sum of some keys; null where one of them is missing from the form or cannot be read. */
export function sumOf(statistics: Statistics, keys: readonly string[]): number | null {
  let sum = 0;
  for (const key of keys) {
    const fact = statistics[key];
    if (!fact || (fact.value === null && !SILENT.has(fact.status))) return null;
    sum += fact.value ?? 0;
  }
  return Number(sum.toPrecision(15));
}
