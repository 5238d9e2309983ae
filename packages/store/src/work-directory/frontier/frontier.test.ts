import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openWork, type Work } from '../work.ts';
import type { Frontier } from './frontier.ts';

let folder = '';
let now = 1_000_000;
let work: Work;
let frontier: Frontier;
const open = (): void => {
  work = openWork(folder, { now: () => now });
  frontier = work.frontier;
};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xxgk-frontier-'));
  now = 1_000_000;
  open();
});
afterEach(() => {
  work[Symbol.dispose]();
  rmSync(folder, { recursive: true });
});

function restart(): void {
  work[Symbol.dispose]();
  open();
}

const page = 'http://www.example.gov.cn/a.html';
const seen = (address: string, from: string | null = null): boolean =>
  frontier.see({ site: 'site', address, from, role: 'document' });

describe('addresses', () => {
  test('are new once, and remember who named them first', () => {
    expect(seen(page, 'http://www.example.gov.cn/')).toBe(true);
    expect(seen(page, 'http://www.example.gov.cn/other')).toBe(false);
    restart();
    expect(seen(page)).toBe(false);
    expect(frontier.url(page)).toMatchObject({
      discoveredFrom: 'http://www.example.gov.cn/',
      firstSeenAt: 1_000_000,
      checkedAt: null,
    });
    expect(frontier.url('http://elsewhere/')).toBeUndefined();
  });

  test('keep their validators through an answer that says nothing about them', () => {
    seen(page);
    const found = { etag: '"v1"', lastModified: 'Mon', sha256: 'sum', regionHash: 'region' };
    frontier.check(page, { status: 200, outcome: 'stored', ...found });
    now += 5_000;
    frontier.check(page, { status: 304, outcome: 'unchanged' });
    restart();
    expect(frontier.url(page)).toMatchObject({
      ...found,
      status: 304,
      outcome: 'unchanged',
      checkedAt: 1_005_000,
    });
    frontier.check(page, { status: 200, outcome: 'stored', etag: null });
    expect(frontier.url(page)).toMatchObject({ etag: null, lastModified: 'Mon' });
  });

  describe('that gave something and give nothing', () => {
    const missing = (round: number, apart = 0): void =>
      frontier.check(page, {
        status: null,
        outcome: 'fetch/not-found',
        missing: { round, apart },
        answer: 'status 404',
      });
    beforeEach(() => {
      seen(page);
      frontier.check(page, { status: 200, outcome: 'new', sha256: 'sum' });
    });
    const misses = (): number => frontier.url(page)?.misses ?? 0;

    test('are counted by rounds, each once, with what answered instead', () => {
      now += 10;
      missing(2);
      missing(2);
      restart();
      now += 10;
      missing(3);
      expect(frontier.url(page)).toMatchObject({
        misses: 2,
        missingSince: 1_000_010,
        answer: 'status 404',
        sha256: 'sum',
      });
      expect(frontier.missing('site', 3)).toEqual([]);
      expect(frontier.missing('site', 2).map(({ address }) => address)).toEqual([page]);
    });

    test('by rounds that are as far apart as asked', () => {
      const day = 86_400_000;
      missing(2, day);
      now += day / 2;
      missing(3, day);
      expect(misses()).toBe(1);
      now += day / 2;
      missing(4, day);
      expect(misses()).toBe(2);
    });

    test('no answer says neither yes nor no; an answer ends it', () => {
      missing(2);
      frontier.check(page, { status: null, outcome: 'fetch/timeout', answer: 'no answer' });
      expect(misses()).toBe(1);
      missing(3);
      expect(misses()).toBe(2);
      frontier.check(page, { status: 304, outcome: 'unchanged' });
      expect(frontier.url(page)).toMatchObject({ misses: 0, missingSince: null, answer: null });
    });

    test('are not missing once their tombstone stands, and revived when they come back', () => {
      missing(2);
      frontier.setVanished(page, now);
      expect(frontier.missing('site', 1)).toEqual([]);
      expect(frontier.revived('site')).toEqual([]);
      expect(frontier.counts('site')).toEqual({ known: 1, missing: 1, vanished: 1 });
      frontier.check(page, { status: 200, outcome: 'changed', sha256: 'other' });
      expect(frontier.revived('site').map(({ address }) => address)).toEqual([page]);
      frontier.setVanished(page, null);
      expect(frontier.revived('site')).toEqual([]);
    });
  });

  test('that a round has not come to are named, the longest unvisited first', () => {
    for (const name of ['a', 'b', 'c', 'never']) seen(`http://site/${name}`);
    frontier.see({ site: 'site', address: 'http://site/list', from: null, role: 'list' });
    for (const name of ['b', 'a', 'list', 'c']) {
      now += 1;
      frontier.check(`http://site/${name}`, { status: 200, outcome: 'new', sha256: name });
    }
    const names = (limit: number) =>
      frontier.unvisited('site', now, limit).map(({ address }) => address.at(-1));
    expect(names(9)).toEqual(['b', 'a']);
    expect(names(1)).toEqual(['b']);
  });

  test('keep the title of the link that named them last', () => {
    seen(page);
    frontier.see({ site: 'site', address: page, from: null, title: '2023年年报' });
    expect(frontier.url(page)).toMatchObject({ role: 'document', title: '2023年年报' });
    seen(page);
    expect(frontier.url(page)?.title).toBe('2023年年报');
  });

  test('are listed by site, in order', () => {
    for (const address of ['http://b/2', 'http://b/1'])
      frontier.see({ site: 'b', address, from: null });
    frontier.see({ site: 'a', address: 'http://a/', from: null });
    expect([...frontier.urls('b')].map(({ address }) => address)).toEqual([
      'http://b/1',
      'http://b/2',
    ]);
  });
});

describe('the pace of a host', () => {
  const request = (host: string, gap: number): number => {
    const wait = frontier.claim(host, gap);
    if (wait === 0) frontier.release(host, gap);
    return wait;
  };

  test('puts one request after the other', () => {
    expect([1, 2, 3].map(() => request('host', 2_000))).toEqual([0, 2_000, 2_000]);
    now += 2_000;
    expect(request('host', 2_000)).toBe(0);
  });

  test('counts from the end of a request, and lets none begin before', () => {
    expect(frontier.claim('host', 2_000)).toBe(0);
    now += 60_000;
    expect(frontier.claim('host', 2_000)).toBeGreaterThan(0);
    frontier.release('host', 2_000);
    expect(frontier.claim('host', 2_000)).toBe(2_000);
  });

  test('is each host’s own, and holds right after a restart', () => {
    request('host', 2_000);
    restart();
    now += 500;
    expect(request('host', 2_000)).toBe(1_500);
    expect(request('other', 2_000)).toBe(0);
  });

  test('gives way to what the host asked for, and never shortens it', () => {
    frontier.postpone('host', now + 60_000);
    frontier.postpone('host', now + 1_000);
    expect(request('host', 2_000)).toBe(60_000);
  });

  test('holds between processes, also where one dies in the middle of a request', async () => {
    const index = JSON.stringify(new URL('../work.ts', import.meta.url).href);
    const script = `import(${index}).then(({ openWork }) => {
      const { frontier } = openWork(process.argv[1]);
      const times = [];
      for (let at = 0; times.length < 30; ) {
        const wait = frontier.claim('host', 50, at);
        if (wait === 0) times.push(at);
        if (wait === 0 && times.length < 30) frontier.release('host', 0);
        at += wait;
      }
      process.stdout.write(JSON.stringify(times), () => process.exit());
    });`;
    const children = [1, 2, 3].map(() =>
      spawn(process.execPath, ['-e', script, folder], { stdio: ['ignore', 'pipe', 'inherit'] }),
    );
    const outputs = await Promise.all(
      children.map(async (child) => {
        const chunks = Array.fromAsync(child.stdout, String);
        await once(child, 'exit');
        return JSON.parse((await chunks).join('')) as number[];
      }),
    );
    const times = outputs.flat().sort((a, b) => a - b);
    expect(times).toHaveLength(90);
    const gaps = times.slice(1).map((time, n) => time - (times[n] ?? 0));
    expect(gaps.filter((gap) => gap < 50)).toEqual([]);
  }, 30_000);
});

test('robots.txt is kept with the time it was read at, apart from the pace', () => {
  frontier.claim('host', 1);
  expect(frontier.robots('host')).toBeUndefined();
  frontier.putRobots('host', { status: 200, body: 'User-agent: *\nDisallow: /x' });
  now += 1;
  frontier.putRobots('down', { status: null, body: '' });
  restart();
  expect(frontier.robots('host')).toEqual({
    status: 200,
    body: 'User-agent: *\nDisallow: /x',
    fetchedAt: 1_000_000,
  });
  expect(frontier.robots('down')).toEqual({ status: null, body: '', fetchedAt: 1_000_001 });
});

test('a round that was broken off is gone on with; a finished one is followed by another', () => {
  const first = frontier.beginRound('site');
  restart();
  expect(frontier.beginRound('site')).toEqual(first);
  now += 10;
  frontier.finishRound(first.id, { stored: 3, unchanged: 0 });
  expect(frontier.lastRound('site')).toEqual({
    ...first,
    finishedAt: 1_000_010,
    counts: { stored: 3, unchanged: 0 },
  });
  expect(frontier.beginRound('site').id).not.toBe(first.id);
  expect(frontier.lastRound('other')).toBeUndefined();
  expect(frontier.rounds('site', 5).map(({ counts }) => counts)).toEqual([
    {},
    { stored: 3, unchanged: 0 },
  ]);
});
