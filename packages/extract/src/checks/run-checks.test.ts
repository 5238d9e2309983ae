import { describe, expect, test } from 'vitest';
import { form2014 } from '../forms/form-2014.ts';
import { matrixColumns, matrixRows } from '../forms/matrix.ts';
import type { Fact } from '../record.ts';
import { runChecks } from './run-checks.ts';

const fact = (value: number | null, status: Fact['status'] = 'reported'): Fact => ({
  value,
  unit: '件',
  raw: String(value),
  status,
  precision: 'exact',
  bound: null,
  source: 'table',
  confidence: 0.98,
});

/** A complete form of noughts with some values set. */
function form(values: Readonly<Record<string, Fact>>): Record<string, Fact> {
  const keys = form2014.filter(({ unit }) => unit !== null).map(({ key }) => key);
  return { ...Object.fromEntries(keys.map((key) => [key, fact(0)])), ...values };
}

const verdictOf = (id: string, values: Readonly<Record<string, Fact>>) =>
  runChecks('2014_2018', form(values)).find((check) => check.id === id);

describe('sums', () => {
  test('cells that say nothing count as nought under a reported total', () => {
    const values = {
      requests_received_total: fact(8),
      requests_online: fact(8),
      requests_by_fax: fact(null, 'not_applicable'),
      requests_by_letter: fact(null, 'blank'),
    };
    expect(verdictOf('C1', values)).toMatchObject({ verdict: 'holds', left: 8, right: 8 });
  });

  test.each([
    ['the total is blank', { requests_received_total: fact(null, 'blank') }],
    ['a term is masked', { requests_online: fact(null, 'masked') }],
    ['a term cannot be read', { requests_online: fact(null, 'ambiguous') }],
  ])('%s: not computable', (_name, values) => {
    expect(verdictOf('C1', values)?.verdict).toBe('not_computable');
  });

  test('a wrong sum fails and says both sides', () => {
    expect(verdictOf('C8', { staff_total: fact(3), staff_full_time: fact(1) })).toMatchObject({
      verdict: 'fails',
      left: 3,
      right: 1,
    });
  });

  test('trap 3: channels may add up to more than the total, not to less', () => {
    const channels = { channel_website: fact(90), channel_wechat: fact(40) };
    expect(verdictOf('C9', { ...channels, proactive_total: fact(100) })?.verdict).toBe('holds');
    expect(verdictOf('C9', { ...channels, proactive_total: fact(131) })?.verdict).toBe('fails');
  });

  test('trap 13: 制发规范性文件总数 is no part of the row above it', () => {
    const row = form2014.find(({ key }) => key === 'normative_documents_issued');
    expect(row?.parent).toBe('proactive');
    const values = { proactive_total: fact(2), normative_documents_issued: fact(9) };
    expect(verdictOf('C10.proactive_total', values)?.verdict).toBe('holds');
  });
});

test('ids stand in their order', () => {
  const ids = runChecks('2014_2018', form({})).map(({ id }) => Number(/\d+/u.exec(id)?.[0]));
  expect(ids).toEqual(ids.toSorted((a, b) => a - b));
  expect(new Set(ids)).toEqual(new Set([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]));
});

test('hard and soft are told apart', () => {
  const soft = runChecks('2014_2018', form({})).filter(({ note }) => note?.startsWith('Soft: '));
  expect(soft.map(({ id }) => id)).toEqual([
    'C5',
    'C6',
    'C7',
    'C10.normative_documents_issued',
    'C12',
  ]);
});

describe('the forms since 2019', () => {
  const matrix = (values: Readonly<Record<string, number | null>>) =>
    Object.fromEntries(
      matrixRows.flatMap((row) =>
        matrixColumns.map(({ key }): [string, Fact] => {
          const cell = `${row.key}.${key}`;
          const value = values[cell] ?? null;
          return [`requests_matrix.${cell}`, fact(value, value === null ? 'blank' : 'reported')];
        }),
      ),
    );
  const natural = {
    'received_this_year.natural_person': 821,
    'carried_over_in.natural_person': 18,
    'results_total.natural_person': 767,
    'carried_over_out.natural_person': 72,
    'granted.natural_person': 700,
    'unable.not_held.natural_person': 67,
  };
  const verdicts = (values: Readonly<Record<string, number | null>>) =>
    Object.fromEntries(
      runChecks('2019_2020', matrix(values)).map(({ id, verdict }) => [id, verdict]),
    );

  test('M1, M2: a column adds up, blank cells count as nought', () => {
    expect(verdicts(natural)).toMatchObject({
      'M1.natural_person': 'holds',
      'M2.natural_person': 'holds',
    });
    expect(verdicts({ ...natural, 'granted.natural_person': 701 })).toMatchObject({
      'M1.natural_person': 'holds',
      'M2.natural_person': 'fails',
    });
  });

  test('M3: a row whose total is blank states no sum', () => {
    expect(verdicts(natural)['M3.granted']).toBe('not_computable');
    expect(verdicts({ ...natural, 'granted.total': 700 })['M3.granted']).toBe('holds');
  });

  test('a column that was left empty states no sum', () => {
    expect(verdicts(natural)['M1.enterprise']).toBe('not_computable');
  });
});

test('a report without a form has no identities', () => {
  expect(runChecks(null, { requests_received_total: fact(3) })).toEqual([]);
});
