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

describe('addresses', () => {
  test('are new once, and remember who named them first', () => {
    expect(frontier.see('site', page, 'http://www.example.gov.cn/')).toBe(true);
    expect(frontier.see('site', page, 'http://www.example.gov.cn/other')).toBe(false);
    restart();
    expect(frontier.see('site', page, null)).toBe(false);
    expect(frontier.url(page)).toMatchObject({
      discoveredFrom: 'http://www.example.gov.cn/',
      firstSeenAt: 1_000_000,
      checkedAt: null,
    });
    expect(frontier.url('http://elsewhere/')).toBeUndefined();
  });

  test('keep their validators through an answer that says nothing about them', () => {
    frontier.see('site', page, null);
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

  test('count how often in a row they gave nothing', () => {
    frontier.see('site', page, null);
    const missing = { status: 404, outcome: 'missing', missing: true };
    frontier.check(page, missing);
    frontier.check(page, missing);
    expect(frontier.url(page)?.misses).toBe(2);
    frontier.check(page, { status: 200, outcome: 'stored' });
    expect(frontier.url(page)?.misses).toBe(0);
  });

  test('are listed by site, in order', () => {
    for (const address of ['http://b/2', 'http://b/1']) frontier.see('b', address, null);
    frontier.see('a', 'http://a/', null);
    expect([...frontier.urls('b')].map(({ address }) => address)).toEqual([
      'http://b/1',
      'http://b/2',
    ]);
  });
});

describe('the pace of a host', () => {
  test('puts one request after the other', () => {
    const waits = [1, 2, 3].map(() => frontier.reserve('host', 2_000));
    expect(waits).toEqual([0, 2_000, 4_000]);
    now += 10_000;
    expect(frontier.reserve('host', 2_000)).toBe(0);
  });

  test('is each host’s own, and holds right after a restart', () => {
    frontier.reserve('host', 2_000);
    restart();
    now += 500;
    expect(frontier.reserve('host', 2_000)).toBe(1_500);
    expect(frontier.reserve('other', 2_000)).toBe(0);
  });

  test('gives way to what the host asked for, and never shortens it', () => {
    frontier.postpone('host', now + 60_000);
    frontier.postpone('host', now + 1_000);
    expect(frontier.reserve('host', 2_000)).toBe(60_000);
  });

  test('holds between processes', async () => {
    const index = JSON.stringify(new URL('../work.ts', import.meta.url).href);
    const script = `import(${index}).then(({ openWork }) => {
      const { frontier } = openWork(process.argv[1]);
      const times = [];
      for (let n = 0; n < 100; n += 1) {
        const at = Date.now();
        times.push(at + frontier.reserve('host', 50, at));
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
    expect(times).toHaveLength(300);
    const gaps = times.slice(1).map((time, n) => time - (times[n] ?? 0));
    expect(gaps.filter((gap) => gap < 50)).toEqual([]);
  });
});

test('robots.txt is kept with the time it was read at, apart from the pace', () => {
  frontier.reserve('host', 1);
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
});
