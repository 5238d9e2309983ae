/**
 * `xxgk crawl` from the front page of six simulated agency sites, one for each family of systems. Small by
 * default; `XXGK_SITES=full` makes each of more than 300 pages.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SiteReport } from '../../packages/xxgk/src/crawl/report.ts';
import { loopback, makePlace, type Place, xxgk } from '../sites/crawling.ts';
import { conventions, type ServedFamily, serveFamilies } from '../sites/families/index.ts';
import { planted } from '../sites/families/mistakes.ts';
import { full, small } from '../sites/families/plan.ts';
import { type Seen, tooClose } from '../sites/log.ts';
import { recordsOf, treeOf } from '../sites/store-tree.ts';

const size = process.env['XXGK_SITES'] === 'full' ? full : small;
/** Seconds and milliseconds; that of the sites' robots.txt, as short as one may configure it. */
const gap = 0.05;
const delay = 1000 * gap;
const limit = 30 * 60_000;

let families: readonly ServedFamily[];
let place: Place;
let records: Awaited<ReturnType<typeof recordsOf>>;
const rounds: { reports: ReadonlyMap<string, SiteReport>; marks: ReadonlyMap<string, number> }[] =
  [];
const trees: (readonly string[])[] = [];

beforeAll(async () => {
  families = await serveFamilies(size);
  place = await makePlace();
  const config = await place.config(
    families.map(({ name, served }) => ({
      id: name,
      start: [`${served.origin}/`],
      gap_seconds: gap,
      take: ['reports', 'documents', 'interpretations'],
    })),
  );
  const store = place.path('data');
  for (const _ of ['first', 'second']) {
    const marks = new Map(families.map(({ name, served }) => [name, served.log.length]));
    const { out } = await xxgk([
      'crawl',
      '--config',
      config,
      '--store',
      store,
      ...loopback,
      '--json',
    ]);
    const reports = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as SiteReport);
    rounds.push({ reports: new Map(reports.map((report) => [report.site, report])), marks });
    trees.push(await treeOf(store));
  }
  records = await recordsOf(store);
}, limit);

afterAll(async () => {
  await Promise.all(families.map(({ served }) => served[Symbol.asyncDispose]()));
  await place[Symbol.asyncDispose]();
});

describe.each(conventions.map(({ name }) => name))('%s', (name) => {
  const family = (): ServedFamily => families.find((each) => each.name === name) as ServedFamily;
  const report = (round: number): SiteReport => rounds[round]?.reports.get(name) as SiteReport;
  const requests = (round: number): readonly Seen[] => {
    const { log } = family().served;
    return log.slice(rounds[round]?.marks.get(name), rounds[round + 1]?.marks.get(name));
  };

  test('all reports, all other articles and all attachments become records', () => {
    const { site, served } = family();
    const had = new Set(
      records.flatMap(({ source }) =>
        source.url?.startsWith(`${served.origin}/`) ? [source.url.slice(served.origin.length)] : [],
      ),
    );
    expect(site.reports.filter((path) => !had.has(path))).toEqual([]);
    expect(site.articles.filter((path) => !had.has(path))).toEqual([]);
    expect(site.attachments.filter((path) => !had.has(path))).toEqual([]);
    expect(had.size).toBe(site.articles.length + site.attachments.length);
  });

  test('what is wrong with the site is told, and nothing else', () => {
    const { site } = family();
    const { blocked, failed, excluded, traps } = planted;
    const documents = site.articles.length + site.attachments.length;
    const counts = { new: documents, blocked, failed, excluded, unreadable: 0, complete: true };
    expect(report(0)).toMatchObject(counts);
    expect(report(0).warnings).toEqual(
      Array.from({ length: traps }, () => expect.stringMatching(/^trap/)),
    );
  });

  test('nothing is asked for that robots.txt forbids, or that nobody wants', () => {
    const { site } = family();
    const asked = new Set([...requests(0), ...requests(1)].map(({ path }) => path));
    expect(site.forbidden.filter((path) => asked.has(path))).toEqual([]);
    expect(site.unwanted.filter((path) => asked.has(path))).toEqual([]);
  });

  test('each address once, one at a time, and never closer than the site asks', () => {
    const paths = requests(0).map(({ path }) => path);
    expect(paths.length).toBe(new Set(paths).size);
    expect(tooClose(requests(0), delay)).toEqual([]);
    expect(tooClose(requests(1), delay)).toEqual([]);
  });

  test('the second round only asks whether something changed', () => {
    const { site } = family();
    const good = requests(0).filter(({ status }) => status === 200);
    const known = new Set(good.map(({ path }) => path));
    const again = requests(1).filter(({ path }) => known.has(path) && !site.trouble.includes(path));
    expect(again.filter(({ status }) => status !== 304).map(({ path }) => path)).toEqual([]);
    expect(report(1)).toMatchObject({ new: 0, changed: 0, unchanged: report(0).new, records: 0 });
  });
});

test('the second round writes nothing', () => {
  expect(trees[1]).toEqual(trees[0]);
});

test.runIf(size === full)('each site has more than 300 pages', () => {
  for (const { served } of families) expect(served.log.length).toBeGreaterThan(600);
});
