import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWork } from '@xxgk/store';
import { expect, test } from 'vitest';
import { RoundTally, type SiteReport } from '../crawl/report.ts';
import { type AlarmMessage, alarmLine, tellOf, tellOfError } from './teller.ts';

/** Each alarm as `raised blocked`, over rounds between which the program starts anew. */
function tellAll(reports: readonly (Partial<SiteReport> | Error)[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'xxgk-teller-'));
  const told: AlarmMessage[] = [];
  try {
    for (const [index, each] of reports.entries()) {
      const now = () => Date.parse('2026-03-01T00:00:00Z') + index * 86_400_000;
      using work = openWork(folder, { now });
      const tell = (message: AlarmMessage): void => void told.push(message);
      const parts = { frontier: work.frontier, alarms: work.alarms, tell, now };
      if (each instanceof Error) {
        tellOfError('a', each.message, parts);
        continue;
      }
      const round = work.frontier.beginRound('a');
      const report = { ...new RoundTally().report('a', 1), found: 20, ...each };
      if (report.complete) work.frontier.finishRound(round.id, { found: report.found });
      tellOf(report, parts);
    }
    return told.map(({ event, code, at }) => `${at.slice(8, 10)} ${event} ${code}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('an alarm is told once when it comes and once when it goes, also across restarts', () => {
  expect(
    tellAll([{}, { blocked: 10 }, { blocked: 12 }, { complete: false }, { blocked: 9 }, {}, {}]),
  ).toEqual([
    '02 raised blocked',
    '04 raised broken-off',
    '05 resolved broken-off',
    '06 resolved blocked',
  ]);
});

test('a round that ends by an error is told, and the next good one resolves it', () => {
  expect(tellAll([{}, new Error('The store is full'), {}])).toEqual([
    '02 raised broken-off',
    '03 resolved broken-off',
  ]);
});

test('the round itself is none of its past', () => {
  expect(tellAll([{ found: 20 }, { found: 20 }, { found: 9 }, { found: 9 }])).toEqual([
    '03 raised lists-empty',
    // Half of the rounds before it named no more.
  ]);
});

test('people read it in one line', () => {
  const message: AlarmMessage = {
    schema: 'xxgk.alarm/1',
    site: 'yunhe',
    code: 'blocked',
    event: 'raised',
    message: 'the site declines 9 of 20 addresses',
    since: '2026-03-01T00:00:00.000Z',
    at: '2026-03-01T00:00:00.000Z',
  };
  expect(alarmLine(message)).toBe(
    'xxgk: ALARM yunhe: blocked: the site declines 9 of 20 addresses',
  );
  expect(alarmLine({ ...message, event: 'resolved' })).toContain('resolved yunhe: blocked');
});
