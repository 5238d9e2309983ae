/** The figures of a run as tables. */
import { textTable } from '../text-table.ts';
import type { Measured } from './turns.ts';

const dash = '-';
const head = [
  'ms',
  'quarter .. quarter',
  'x of xxgk',
  'char. error',
  'missing',
  'leaked',
  'peak MB',
];

/** A table for each item; the first subject is the measure of the others' times. */
export function reportOf(measured: readonly Measured[]): string {
  return [...Map.groupBy(measured, ({ item }) => item)]
    .map(([item, rows]) => textTable([[item, ...head], ...rows.map((row) => rowOf(row, rows[0]))]))
    .join('\n\n');
}

function rowOf(row: Measured, first: Measured | undefined): string[] {
  const { subject, ms, quartiles, characterError, missing, leaked, peakBytes, failures } = row;
  const failed = failures.length > 0 ? [`not read: ${failures.length} (${failures[0]})`] : [];
  return [
    subject,
    ms === null ? dash : rounded(ms),
    quartiles ? quartiles.map(rounded).join(' .. ') : dash,
    ms === null || !first?.ms ? dash : (ms / first.ms).toFixed(2),
    characterError === null ? dash : `${(characterError * 100).toFixed(2)} %`,
    String(missing),
    String(leaked.length),
    (peakBytes / 1e6).toFixed(0),
    ...failed,
  ];
}

const rounded = (ms: number): string => (ms < 10 ? ms.toFixed(2) : ms.toFixed(0));
