/** How agencies are treated, measured at their servers: by two workers, through kills, and when they say no. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import type { SiteReport } from '../../packages/xxgk/src/crawl/report.ts';
import {
  loopback,
  makePlace,
  type Place,
  type Started,
  startXxgk,
  xxgk,
} from '../sites/crawling.ts';
import { tooClose } from '../sites/log.ts';
import { listPage } from '../sites/pages.ts';
import { type Resource, type ServedSite, serveSite } from '../sites/serve-site.ts';
import { recordsOf, treeOf } from '../sites/store-tree.ts';

const gap = 0.06;
const delay = 1000 * gap;
const kills = process.env['XXGK_SITES'] === 'full' ? 20 : 6;

const opened: AsyncDisposable[] = [];
afterEach(async () => {
  for (const each of opened.splice(0).reverse()) await each[Symbol.asyncDispose]();
});

async function open<Thing extends AsyncDisposable>(thing: Promise<Thing>): Promise<Thing> {
  const made = await thing;
  opened.push(made);
  return made;
}

const path = (n: number): string => `/nb/202401/t20240115_${100 + n}.html`;
const article = (n: number): Resource => ({
  body: `<html><body><h1>云河县第${n}号通知</h1><p>本通知为软件测试虚构，序号${n}，请各单位知悉。</p></body></html>`,
});

/** A list and its articles. */
function columnOf(articles: number): Map<string, Resource> {
  const numbers = Array.from({ length: articles }, (_, n) => n);
  const entries = numbers.map((n) => ({
    href: path(n),
    title: `第${n}号通知`,
    date: '2024-01-15',
  }));
  return new Map([
    ['/nb/index.html', { body: listPage('通知公告', entries, '', [], 'utf-8') }],
    ...numbers.map((n) => [path(n), article(n)] as const),
  ]);
}

const start = ({ origin }: ServedSite): readonly string[] => [`${origin}/nb/index.html`];

const crawl = async (place: Place, config: string): Promise<readonly SiteReport[]> => {
  const args = ['crawl', '--config', config, '--store', place.path('data'), ...loopback, '--json'];
  const { out } = await xxgk(args);
  return out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as SiteReport);
};

test(`two workers on one store, ${kills} of them killed: one request at a time, and the gap between two`, async () => {
  const place = await open(makePlace());
  const articles = kills * 6;
  // An answer takes longer than the gap: whoever does not wait for it comes too early.
  const sites = await Promise.all(
    [0, 1, 2].map(() => open(serveSite(columnOf(articles), 2 * delay))),
  );
  const config = await place.config(
    sites.map((site, n) => ({ id: `site-${n}`, start: start(site), gap_seconds: gap })),
  );
  const begin = (): Started =>
    startXxgk(['crawl', '--config', config, '--store', place.path('data'), ...loopback, '--json']);
  const requests = (): number => sites.reduce((sum, { log }) => sum + log.length, 0);
  let [one, other] = [begin(), begin()];
  for (let kill = 0; kill < kills; kill += 1) {
    const before = requests();
    while (requests() < before + 10 && one.child.exitCode === null) await sleep(20);
    one.child.kill('SIGKILL');
    await one.end;
    [one, other] = [other, begin()];
  }
  await Promise.all([one.end, other.end]);
  for (const { log } of sites) {
    expect(tooClose(log, delay)).toEqual([]);
    expect(new Set(log.map(({ path: asked }) => asked)).size).toBe(articles + 2);
  }
});

test('a host that is busy is left alone for as long as it asks', async () => {
  const place = await open(makePlace());
  const resources = columnOf(4);
  let refused = 0;
  const site = await open(
    serveSite((asked) => {
      if (asked !== path(1) || refused > 0) return resources.get(asked);
      refused += 1;
      return { status: 429, headers: { 'retry-after': '2' }, body: 'busy' };
    }),
  );
  const config = await place.config([{ id: 'busy', start: start(site), gap_seconds: gap }]);
  const [report] = await crawl(place, config);
  expect(report).toMatchObject({ new: 4, failed: 0, complete: true });
  const at = site.log.findIndex(({ status }) => status === 429);
  const [no, next] = site.log.slice(at);
  expect((next?.at ?? 0) - (no?.at ?? 0)).toBeGreaterThanOrEqual(2000);
});

test('a robots.txt that cannot be had forbids everything', async () => {
  const place = await open(makePlace());
  const resources = columnOf(4).set('/robots.txt', { status: 500, body: 'broken' });
  const site = await open(serveSite(resources));
  const config = await place.config([{ id: 'broken', start: start(site), gap_seconds: gap }]);
  const [report] = await crawl(place, config);
  expect(report?.failures.map(({ code }) => code)).toEqual(['fetch/robots']);
  expect(new Set(site.log.map(({ path: asked }) => asked))).toEqual(new Set(['/robots.txt']));
});

test('with the permission of the site it is not asked, and the report says whose it is', async () => {
  const place = await open(makePlace());
  const resources = columnOf(2).set('/robots.txt', { body: 'User-agent: *\nDisallow: /' });
  const site = await open(serveSite(resources));
  const robots = { ignore: 'by letter of the office, 2026-01-05' };
  const config = await place.config([{ id: 'open', start: start(site), gap_seconds: gap, robots }]);
  const [report] = await crawl(place, config);
  expect(report).toMatchObject({ new: 2, excluded: 0, complete: true });
  expect(report?.notes.join()).toContain(robots.ignore);
});

test('outside of its hours a site is not asked', async () => {
  const place = await open(makePlace());
  const site = await open(serveSite(columnOf(2)));
  const beijing = new Date(Date.now() + 8 * 3_600_000).getUTCHours();
  const hour = (later: number): string => String((beijing + later) % 24).padStart(2, '0');
  const hours = `${hour(3)}:00-${hour(5)}:00`;
  const config = await place.config([{ id: 'night', start: start(site), gap_seconds: gap, hours }]);
  const [report] = await crawl(place, config);
  expect(report).toMatchObject({ found: 0, complete: false });
  expect(report?.warnings.join()).toContain('outside of its hours');
  expect(site.log).toEqual([]);
});

test('a budget ends a round, and the next run goes on where it was', async () => {
  const place = await open(makePlace());
  const site = await open(serveSite(columnOf(8)));
  const budget = { documents: 3 };
  const config = await place.config([{ id: 'much', start: start(site), gap_seconds: gap, budget }]);
  for (const left of [5, 2]) {
    const [report] = await crawl(place, config);
    expect(report?.complete).toBe(false);
    const had = (await recordsOf(place.path('data'))).length;
    expect(had).toBe(8 - left);
  }
  const [last] = await crawl(place, config);
  expect(last).toMatchObject({ complete: true });
  expect(await recordsOf(place.path('data'))).toHaveLength(8);
  const asked = site.log.map(({ path: each }) => each).filter((each) => each.includes('/t2024'));
  expect(asked.length).toBe(new Set(asked).size);
});

test('what a wall stands before now is told as blocked, and what was had stays', async () => {
  const place = await open(makePlace());
  const resources = columnOf(3);
  const site = await open(serveSite(resources));
  const config = await place.config([{ id: 'wall', start: start(site), gap_seconds: gap }]);
  await crawl(place, config);
  const before = await recordsOf(place.path('data'));
  const walls: readonly Resource[] = [
    { body: '<html><body><p>请输入验证码</p><input name="code"></body></html>' },
    {
      status: 202,
      body: '<html><script>var _waf_ = 1; document.cookie = "a=1"; location.reload()</script></html>',
    },
    { status: 412, body: '<html><script>$_ts = {}</script></html>' },
  ];
  for (const [n, wall] of walls.entries()) resources.set(path(n), wall);
  const tree = await treeOf(place.path('data'));
  const [report] = await crawl(place, config);
  expect(report).toMatchObject({ blocked: 3, new: 0, changed: 0, records: 0 });
  expect(report?.warnings.join()).toContain('declines');
  expect(await recordsOf(place.path('data'))).toEqual(before);
  expect(await treeOf(place.path('data'))).toEqual(tree);
});
