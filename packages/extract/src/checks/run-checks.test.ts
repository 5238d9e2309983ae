import { describe, expect, test } from 'vitest';
import { form2014 } from '../forms/form-2014.ts';
import type { Fact } from '../record.ts';
import { confirmedKeys, runChecks } from './run-checks.ts';

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

test('a report without a form has no identities', () => {
  expect(runChecks(null, { requests_received_total: fact(3) })).toEqual([]);
});

test('only strict equalities that hold confirm a number', () => {
  const checks = runChecks('2014_2018', form({ staff_total: fact(2), staff_part_time: fact(2) }));
  const confirmed = confirmedKeys(checks);
  expect([...confirmed]).toEqual(expect.arrayContaining(['staff_total', 'staff_full_time']));
  expect(confirmed.has('channel_website')).toBe(false);
});
