import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { workChanges } from './schema.ts';
import { openWork } from './work.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xxgk-work-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a file of the first version is brought up to date with what is in it', () => {
  const old = new DatabaseSync(join(folder, 'work.sqlite'));
  old.exec(`${workChanges[0]}; pragma user_version = 1;`);
  old.exec(
    `insert into url (address, site, first_seen_at, sha256) values ('http://a/', 'a', 1, 'x')`,
  );
  old.close();
  using work = openWork(folder);
  expect(work.frontier.url('http://a/')).toMatchObject({ sha256: 'x', misses: 0, role: null });
});

test('a file of a newer program is refused', () => {
  const other = new DatabaseSync(join(folder, 'work.sqlite'));
  other.exec('pragma user_version = 99');
  other.close();
  expect(() => openWork(folder)).toThrow('newer program');
});

test('an alarm is told when it comes, when it changes and when it goes', () => {
  const alarm = { code: 'blocked', state: 'on', message: 'declines' };
  const judged = new Set(['blocked', 'vanished']);
  const codes = (alarms: readonly (typeof alarm)[], which = judged) => {
    using work = openWork(folder, { now: () => 5 });
    const { raised, resolved } = work.alarms.settle('a', alarms, which);
    return [raised.map(({ code }) => code), resolved.map(({ code }) => code)];
  };
  expect(codes([alarm])).toEqual([['blocked'], []]);
  expect(codes([alarm])).toEqual([[], []]);
  expect(codes([{ ...alarm, state: 'more' }])).toEqual([['blocked'], []]);
  // A round that says nothing about it does not end it.
  expect(codes([], new Set())).toEqual([[], []]);
  expect(codes([])).toEqual([[], ['blocked']]);
  expect(codes([])).toEqual([[], []]);
});
