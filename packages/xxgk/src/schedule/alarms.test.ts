import { describe, expect, test } from 'vitest';
import { RoundTally, type SiteReport } from '../crawl/report.ts';
import { judgeRound, type Past } from './alarms.ts';

const day = 86_400_000;
const now = Date.parse('2026-03-10T00:00:00Z');

const report = (part: Partial<SiteReport> = {}): SiteReport => ({
  ...new RoundTally().report('a', 1),
  found: 20,
  unchanged: 20,
  ...part,
});

/** Daily rounds before this one, newest first. */
const past = (
  counts: readonly Readonly<Record<string, number>>[],
  part: Partial<Past> = {},
): Past => ({
  rounds: counts.map((each, index) => ({ startedAt: now - (index + 1) * day, counts: each })),
  vanished: 0,
  startedAt: now,
  ...part,
});

const usual = { found: 20, new: 1, records: 20, full: 18 };
const quiet = { found: 20, unchanged: 20 };
const many = (count: number, each: Readonly<Record<string, number>>) =>
  Array.from({ length: count }, () => each);

const codes = (given: SiteReport, before: Past) =>
  judgeRound(given, before).alarms.map(({ code }) => code);

describe('nothing is wrong with', () => {
  test.each([
    ['a first round', report({ new: 20, records: 20, full: 3 }), past([])],
    ['a quiet round', report(), past(many(3, usual))],
    [
      'a site that gives news once in a while',
      report(),
      past([...many(2, quiet), usual, ...many(3, quiet), usual]),
    ],
    ['a list that lost a few', report({ found: 15 }), past(many(3, usual))],
    ['a few records that are worse', report({ records: 4, full: 0 }), past(many(3, usual))],
    ['some addresses that decline', report({ blocked: 2 }), past(many(3, usual))],
  ])('%s', (_, given, before) => {
    expect(codes(given, before)).toEqual([]);
  });
});

describe('someone should look at', () => {
  test.each([
    ['broken-off', report({ complete: false, warnings: ['no answer'] }), past(many(3, usual))],
    ['blocked', report({ blocked: 5 }), past([])],
    ['lists-empty', report({ found: 0 }), past([])],
    ['lists-empty', report({ found: 20, unlisted: 14 }), past(many(3, usual))],
    ['nothing-new', report(), past([...many(6, quiet), ...many(5, usual)])],
    ['layout-changed', report({ changed: 20, records: 20, full: 4 }), past(many(3, usual))],
    ['vanished', report({ vanished: ['http://a/1'] }), past(many(3, usual), { vanished: 1 })],
    ['swept', report({ swept: true, missing: 15 }), past(many(3, usual))],
  ])('%s', (code, given, before) => {
    expect(codes(given, before)).toEqual([code]);
  });
});

test('pages that changed around their content are no news', () => {
  const counters = { found: 20, changed: 20, same: 20 };
  const before = past([...many(6, counters), ...many(5, usual)]);
  expect(codes(report({ changed: 20, same: 20 }), before)).toEqual(['nothing-new']);
});

test('a round that was broken off says nothing about what it did not come to', () => {
  const { judged } = judgeRound(report({ complete: false }), past(many(3, usual)));
  expect([...judged]).toEqual(['broken-off']);
});

test('what more vanishes is told again', () => {
  const state = (vanished: number) =>
    judgeRound(report(), past([], { vanished })).alarms.map((alarm) => alarm.state);
  expect(state(1)).not.toEqual(state(2));
});
