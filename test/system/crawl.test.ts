/** `xxgk crawl` and `xxgk schedule` against a simulated agency site. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SiteReport } from '../../packages/xxgk/src/crawl/report.ts';
import { radosgwMissing, startRadosgw } from '../servers/radosgw.ts';
import {
  type County,
  calendarPage,
  county,
  crawlDelay,
  moved,
  starts,
  trouble,
} from '../sites/county.ts';
import { loopback, makePlace, type Place, startXxgk, until, xxgk } from '../sites/crawling.ts';
import { type Seen, tooClose } from '../sites/log.ts';
import { type ServedSite, serveSite } from '../sites/serve-site.ts';
import { recordsOf, treeOf } from '../sites/store-tree.ts';

/** Seconds; the site's own `Crawl-delay` is longer, and holds. */
const gap = 0.05;
const delay = crawlDelay * 1000;

let content: County;
let site: ServedSite;
let place: Place;
let config: string;
/** Of a round that nothing disturbed. */
let undisturbed: Awaited<ReturnType<typeof recordsOf>>;
/** Without the hashes, in which the time of the round is. */
let keys: readonly string[];

beforeAll(async () => {
  content = await county();
  site = await serveSite((path) => content.resources.get(path) ?? calendarPage(path));
  place = await makePlace();
  const start = [starts.reports, starts.notices].map((path) => site.origin + path);
  config = await place.config([
    { id: 'county', start, gap_seconds: gap },
    { id: 'calendar', start: [site.origin + starts.calendar], gap_seconds: gap },
  ]);
});

afterAll(async () => {
  await site[Symbol.asyncDispose]();
  await place[Symbol.asyncDispose]();
});

const crawl = (store: string, ...more: readonly string[]) =>
  xxgk(['crawl', ...more, '--config', config, '--store', store, ...loopback, '--json']);

const keysOf = (tree: readonly string[]): readonly string[] =>
  tree.map((line) => line.slice(0, line.indexOf(' ')));

const reportOf = (out: string): SiteReport => JSON.parse(out) as SiteReport;

/** Requests since a mark. */
const since = (mark: number): readonly Seen[] => site.log.slice(mark);

describe('two rounds', () => {
  let first: SiteReport;
  let second: SiteReport;
  let before: readonly string[];
  let after: readonly string[];
  let requests: readonly Seen[];
  let again: readonly Seen[];

  beforeAll(async () => {
    const store = place.path('two-rounds');
    const mark = site.log.length;
    first = reportOf((await crawl(store, 'county')).out);
    requests = since(mark);
    undisturbed = await recordsOf(store);
    before = await treeOf(store);
    keys = keysOf(before);
    const middle = site.log.length;
    second = reportOf((await crawl(store, 'county')).out);
    again = since(middle);
    after = await treeOf(store);
  });

  test('every article and every attachment becomes a record with its address', () => {
    const records = undisturbed;
    const paths = records.map(({ source }) => source.url?.slice(site.origin.length));
    const expected = content.articles.map((path) => (path === moved.from ? moved.to : path));
    expect(new Set(paths)).toEqual(new Set([...expected, ...content.attachments]));
    const kinds = Map.groupBy(records, ({ kind }) => kind);
    expect(kinds.get('annual_report')?.length).toBeGreaterThanOrEqual(11);
    expect(kinds.get('interpretation')?.length).toBeGreaterThanOrEqual(6);
    const report = records.find(({ title }) => title?.includes('2019年'));
    expect(report?.title).toBe('云河县档案馆2019年政府信息公开工作年度报告');
  });

  test('an article says what its attachments are, once they have been fetched', () => {
    const named = undisturbed.flatMap(({ attachments }) => attachments);
    const files = new Map(
      content.attachments.map((path) => {
        const body = Buffer.from(content.resources.get(path)?.body ?? '');
        return [site.origin + path, createHash('sha256').update(body).digest('hex')] as const;
      }),
    );
    expect(new Map(named.map(({ url, sha256 }) => [url, sha256]))).toEqual(files);
    const types = new Map(
      undisturbed.map(({ source }) => [source.sha256, source.media_type] as const),
    );
    for (const { sha256, media_type } of named) expect(media_type).toBe(types.get(sha256 ?? ''));
  });

  test('the counts add up, and what went wrong is told by code', () => {
    const documents = content.articles.length + content.attachments.length;
    expect(first).toMatchObject({
      found: documents + trouble.size + 1,
      new: documents,
      unchanged: 0,
      excluded: 2,
      blocked: 1,
      failed: 3,
      records: documents,
      unreadable: 0,
      complete: true,
    });
    const codes = Object.fromEntries(first.failures.map(({ code, count }) => [code, count]));
    expect(codes).toEqual({
      'fetch/not-found': 2,
      'fetch/blocked': 1,
      'fetch/robots': 2,
      'fetch/refused-address': 1,
    });
  });

  test('nothing that robots.txt forbids is asked for, also not through a redirect', () => {
    const paths = [...requests, ...again].map(({ path }) => path);
    expect(paths.filter((path) => path.startsWith('/internal/'))).toEqual([]);
    expect(paths[0]).toBe('/robots.txt');
  });

  test('one request at a time, and never closer than the site asks', () => {
    expect(tooClose(requests, delay)).toEqual([]);
    expect(tooClose(again, delay)).toEqual([]);
  });

  test('every request says who asks; files are asked for as from their article', () => {
    for (const { headers } of requests) {
      expect(headers['user-agent']).toMatch(/^xxgk\/[\d.]+ \(\+mailto:test@example\.org\)$/);
    }
    const files = requests.filter(({ path }) => content.attachments.includes(path));
    expect(files).toHaveLength(content.attachments.length);
    for (const { headers } of files) {
      const from = headers.referer?.slice(site.origin.length) ?? '';
      expect(content.articles).toContain(from);
    }
  });

  test('the second round asks for what is known only whether it changed', () => {
    const good = new Set(requests.filter(({ status }) => status === 200).map(({ path }) => path));
    const known = again.filter(({ path }) => good.has(path) && !trouble.has(path));
    expect(known.length).toBeGreaterThanOrEqual(
      content.articles.length + content.attachments.length,
    );
    expect(known.filter(({ status }) => status !== 304).map(({ path }) => path)).toEqual([]);
    expect(second).toMatchObject({ new: 0, changed: 0, unchanged: first.new, records: 0 });
  });

  test('the second round writes nothing', () => {
    expect(after).toEqual(before);
  });
});

test('a changed article is read again, and its old version is kept', async () => {
  const store = place.path('two-rounds');
  const [path = ''] = content.articles.filter((each) => each.startsWith('/info/'));
  const before = await treeOf(store);
  const original = content.resources.get(path) ?? {};
  const html = Buffer.from(original.body ?? '')
    .toString('latin1')
    .replace('2025', '2026');
  content.resources.set(path, { ...original, body: Buffer.from(html, 'latin1') });
  try {
    const report = reportOf((await crawl(store, 'county')).out);
    expect(report).toMatchObject({ new: 0, changed: 1, records: 1 });
    const after = new Set(await treeOf(store));
    expect(before.filter((entry) => !after.has(entry))).toEqual([]);
    expect(after.size).toBeGreaterThan(before.length);
  } finally {
    content.resources.set(path, original);
  }
});

test('a calendar without end is left, with a warning', async () => {
  const mark = site.log.length;
  const { out, status } = await crawl(place.path('calendar'), 'calendar');
  expect(reportOf(out).warnings.join()).toContain('trap');
  expect(status).toBe(1);
  expect(since(mark).length).toBeLessThan(10);
});

test('a dry run reads the lists only, prints what they list and keeps nothing', async () => {
  const mark = site.log.length;
  const store = place.path('dry');
  const { out } = await xxgk([
    'crawl',
    'county',
    '--config',
    config,
    '--store',
    store,
    ...loopback,
    '--dry-run',
  ]);
  const asked = since(mark).map(({ path }) => path);
  expect(asked.filter((path) => content.articles.includes(path))).toEqual([]);
  const planned = out.split('\n').map((line) => line.split('\t'));
  const documents = planned.filter(([, role]) => role === 'document').map(([address]) => address);
  expect(documents).toEqual(
    expect.arrayContaining(content.articles.map((path) => site.origin + path)),
  );
  const list = site.origin + starts.reports;
  expect(planned).toContainEqual([list, 'list', 'start', '']);
  const [report] = content.articles;
  expect(planned).toContainEqual([
    `${site.origin}${report}`,
    'document',
    'trs address',
    `政府信息公开年报 ${list}`,
  ]);
  expect(await treeOf(store)).toEqual([]);
});

test('killed in the middle, the same command goes on and ends as if nothing had been', async () => {
  const store = place.path('killed');
  const mark = site.log.length;
  const args = ['crawl', 'county', '--config', config, '--store', store, ...loopback, '--json'];
  const killed = startXxgk(args);
  await until(() => site.log.length >= mark + 15, killed);
  killed.child.kill('SIGKILL');
  expect((await killed.end).signal).toBe('SIGKILL');
  const middle = site.log.length;

  const { out } = await startXxgk(args).end;
  const resumed = since(middle);
  expect(reportOf(out).complete).toBe(true);
  // All but the one under way at the kill is remembered; what failed is tried again.
  const twice = resumed.filter(({ path }) =>
    site.log.slice(mark, middle).some((seen) => seen.path === path),
  );
  expect(twice.filter(({ path }) => !trouble.has(path)).length).toBeLessThanOrEqual(1);
  expect(tooClose(since(mark), delay)).toEqual([]);

  expect(await recordsOf(store)).toEqual(undisturbed);
  expect(keysOf(await treeOf(store))).toEqual(keys);
});

describe('addresses of this machine and its network', () => {
  test('are not asked without leave', async () => {
    const mark = site.log.length;
    const { status, out } = await xxgk([
      'crawl',
      'county',
      '--config',
      config,
      '--store',
      place.path('shut'),
      '--json',
    ]);
    expect(status).toBe(1);
    expect(reportOf(out).failures.map(({ code }) => code)).toEqual(['fetch/refused-address']);
    expect(since(mark)).toEqual([]);
  });

  test('an address range that is none is wrong usage', async () => {
    const { status, said } = await xxgk([
      'crawl',
      '--config',
      config,
      '--store',
      place.path('x'),
      '--allow-address',
      '127.0.0.0/99',
    ]);
    expect(status).toBe(2);
    expect(said).toContain('127.0.0.0/99');
  });
});

test('a wrong sites file is wrong usage, and an unknown site too', async () => {
  const store = place.path('wrong');
  expect(
    await xxgk(['crawl', '--config', place.path('none.yaml'), '--store', store]),
  ).toMatchObject({ status: 2 });
  expect(await xxgk(['crawl', 'nobody', '--config', config, '--store', store])).toMatchObject({
    status: 2,
    said: expect.stringContaining('county, calendar'),
  });
});

const missing = radosgwMissing();
test.skipIf(missing)(
  `into a bucket as into a directory${missing ? ` (skipped: ${missing})` : ''}`,
  async () => {
    await using server = await startRadosgw();
    await server.createBucket('crawl');
    const env = { ...process.env, ...server.env };
    const bucket = ['--store', 's3://crawl/archive', '--work', place.path('work')];
    const { out, said } = await startXxgk(
      ['crawl', 'county', '--config', config, ...bucket, ...loopback, '--json'],
      env,
    ).end;
    expect(reportOf(out), said).toMatchObject({ complete: true, unreadable: 0 });
    // The two rounds were at different times: `fetched_at` is left out of the comparison.
    expect(await recordsOf('s3://crawl/archive', env)).toEqual(undisturbed);
  },
);

test('the clock starts rounds by cron, never two at once, tells its health and stops when told', async () => {
  const pages = new Map([
    [
      '/nb/index.html',
      { body: '<ul><li><a href="t20250101_1.html">年报</a> 2025-01-01</li></ul>' },
    ],
    ['/nb/t20250101_1.html', { body: '<html><body><p>云河县档案馆年报</p></body></html>' }],
  ]);
  // A round takes longer than the schedule's second.
  await using slow = await serveSite(pages, 700);
  await using own = await makePlace();
  const yaml = await own.config([
    {
      id: 'often',
      start: [`${slow.origin}/nb/index.html`],
      gap_seconds: 0.05,
      schedule: '* * * * * *',
    },
  ]);
  const clock = startXxgk([
    'schedule',
    '--config',
    yaml,
    '--store',
    own.path('data'),
    ...loopback,
    '--port',
    '0',
    '--jitter',
    '0',
  ]);
  const lists = (): number => slow.log.filter(({ path }) => path === '/nb/index.html').length;
  let said = '';
  clock.child.stderr?.on('data', (text: string) => {
    said += text;
  });
  await until(() => lists() >= 3, clock);
  const port = /127\.0\.0\.1:(\d+)\/health/.exec(said)?.[1];
  const health = await (await fetch(`http://127.0.0.1:${port}/health`)).json();
  clock.child.kill('SIGTERM');
  const { status } = await clock.end;

  expect(health).toMatchObject({
    status: 'ok',
    sites: [{ site: 'often', skipped: expect.any(Number) }],
  });
  expect(status).toBe(0);
  const order = slow.log.map(({ path }) => path).filter((path) => path !== '/robots.txt');
  // List and article take turns: no round began while another was under way.
  for (const [index, path] of order.entries()) {
    expect(path).toBe(index % 2 === 0 ? '/nb/index.html' : '/nb/t20250101_1.html');
  }
});
