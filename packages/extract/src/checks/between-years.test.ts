import { expect, test } from 'vitest';
import type { Fact } from '../record.ts';
import { checkBetweenYears } from './between-years.ts';

const fact = (value: number | null): Fact => ({
  value,
  unit: '件',
  raw: String(value ?? ''),
  status: value === null ? 'blank' : 'reported',
  precision: 'exact',
  bound: null,
  source: 'table',
  confidence: 0.98,
});

const years = (out: number | null, into: number | null, inForce: readonly (number | null)[]) => {
  const [before = null, issued = null, repealed = null, now = null] = inForce;
  const row = 'disclosure_table.normative_documents';
  return checkBetweenYears(
    {
      'requests_matrix.carried_over_out.total': fact(out),
      [`${row}.in_force`]: fact(before),
    },
    {
      'requests_matrix.carried_over_in.total': fact(into),
      [`${row}.issued_this_year`]: fact(issued),
      [`${row}.repealed_this_year`]: fact(repealed),
      [`${row}.in_force`]: fact(now),
    },
  );
};

test.each([
  ['what is left is what comes in', 72, 72, [14, 3, 1, 16], 'holds', 'holds'],
  ['what is left got lost', 72, 70, [14, 3, 1, 15], 'fails', 'fails'],
  ['a year is silent', null, 70, [null, 3, 1, 15], 'not_computable', 'not_computable'],
])('%s', (_name, out, into, inForce, m5, m6) => {
  const checks = years(out, into, inForce);
  expect(checks.find(({ id }) => id === 'M5')?.verdict).toBe(m5);
  expect(checks.find(({ id }) => id === 'M6.normative_documents')?.verdict).toBe(m6);
});

test('M5 is hard, M6 is soft', () => {
  const notes = years(1, 1, []).map(({ id, note }) => [id.slice(0, 2), note?.startsWith('Soft: ')]);
  expect(notes).toEqual([
    ['M5', undefined],
    ['M6', true],
    ['M6', true],
  ]);
});
