/** What a crawl tells of a site that changes between its rounds: exactly what was planted. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SiteReport } from '../../packages/xxgk/src/crawl/report.ts';
import type { SourceChange } from '../../packages/xxgk/src/history/changes.ts';
import type { AlarmMessage } from '../../packages/xxgk/src/schedule/teller.ts';
import { annualReport } from '../sites/articles.ts';
import { loopback, makePlace, type Place, startXxgk, until, xxgk } from '../sites/crawling.ts';
import { articlePage, listPage } from '../sites/pages.ts';
import { type Resource, type ServedSite, serveSite } from '../sites/serve-site.ts';
import { recordsOf, treeOf } from '../sites/store-tree.ts';

const folder = '/zwgk/ndbg';
const list = `${folder}/index.html`;
const years = Array.from({ length: 12 }, (_, index) => 2012 + index);

const pathOf = (year: number): string => `${folder}/${year + 1}01/t${year + 1}0120_${year}.html`;

/** Counters and toolbars of the template, by round. */
let look = 0;
const edited = new Map<number, string>();
const gone = new Set<number>();
const unlisted = new Set<number>();
let down = false;

function page(year: number): string {
  const html = articlePage(annualReport(year), null, {
    charset: 'utf-8',
    content: 'class="TRS_Editor"',
  });
  const text = edited.get(year);
  const said = text === undefined ? html : html.replace(/收到政府信息公开申请\d+件/u, text);
  // A redesign: another toolbar, another counter.
  return said
    .replace('<span></span>', `<span>${look * 100 + year}</span>`)
    .replace(
      '<div class="near">',
      `<div class="tools">打印本页 分享到 第${look}版</div><div class="near">`,
    );
}

function resource(path: string): Resource | undefined {
  if (down) return { status: 500, body: 'broken' };
  if (path === '/robots.txt') return { status: 404, body: '' };
  if (path === list) {
    const entries = years
      .filter((year) => !unlisted.has(year))
      .map((year) => {
        const { title, date } = annualReport(year);
        return { href: `.${pathOf(year).slice(folder.length)}`, title, date };
      });
    return { body: listPage('政府信息公开年报', entries, '', [], 'utf-8') };
  }
  const year = years.find((each) => pathOf(each) === path);
  return year === undefined || gone.has(year) ? undefined : { body: page(year) };
}

let site: ServedSite;
let place: Place;
let config: string;
/** Of the hook. */
const posted: AlarmMessage[] = [];
const hook = createServer(async (request, response) => {
  posted.push(JSON.parse((await Array.fromAsync(request, String)).join('')) as AlarmMessage);
  response.end();
});

beforeAll(async () => {
  site = await serveSite(resource);
  place = await makePlace();
  const start = [site.origin + list];
  config = await place.config([{ id: 'yunhe', start, gap_seconds: 0.05, agency: '云河县档案馆' }]);
  await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve));
});

afterAll(async () => {
  hook.close();
  await site[Symbol.asyncDispose]();
  await place[Symbol.asyncDispose]();
});

const common = (store: string): readonly string[] => ['--store', place.path(store)];

async function round(store = 'data'): Promise<SiteReport> {
  const url = `http://127.0.0.1:${(hook.address() as AddressInfo).port}/`;
  const args = ['crawl', '--config', config, ...common(store), ...loopback, '--json'];
  const { out } = await xxgk([...args, '--webhook', url]);
  return JSON.parse(out) as SiteReport;
}

async function changes(...more: readonly string[]): Promise<readonly SourceChange[]> {
  const { out } = await xxgk(['diff', ...common('data'), '--json', ...more]);
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as SourceChange);
}

const yearOf = (address: string): number => Number(/_(\d{4})\.html$/.exec(address)?.[1]);

test('edits, deletions and a redesign are told as they were planted, and nothing else', async () => {
  expect(await round()).toMatchObject({ new: years.length, complete: true, vanished: [] });
  const records = await recordsOf(place.path('data'));

  // A redesign alone: everything is other bytes, nothing says anything else.
  look = 1;
  expect(await round()).toMatchObject({ changed: years.length, same: years.length, missing: 0 });
  expect(await recordsOf(place.path('data'))).toEqual(records);
  expect(await changes()).toEqual([]);

  // Edits; and two deletions, of which one is not listed any more.
  look = 2;
  edited.set(2019, '收到政府信息公开申请241件');
  gone.add(2014).add(2015);
  unlisted.add(2015);
  for (const vanished of [0, 0, 2]) {
    const report = await round();
    expect(report).toMatchObject({ complete: true, swept: false });
    expect(report.vanished).toHaveLength(vanished);
  }
  const told = await changes();
  expect(told.map(({ what, source_id }) => [what, yearOf(source_id)]).toSorted()).toEqual([
    ['values', 2019],
    ['vanished', 2014],
    ['vanished', 2015],
  ]);
  const fields = told.flatMap((change) =>
    'records' in change ? change.records.flatMap((record) => record.fields) : [],
  );
  expect(fields.find(({ path }) => path === 'statistics.requests_received_total')).toMatchObject({
    before: { value: annualReportRequests(2019) },
    after: { value: 241 },
  });

  // The record of what vanished stays, and nothing is told twice.
  expect(await recordsOf(place.path('data'))).toEqual(
    expect.arrayContaining(records.filter(({ source }) => yearOf(source.url ?? '') === 2014)),
  );
  const before = await treeOf(place.path('data'));
  expect((await round()).vanished).toEqual([]);
  expect(await treeOf(place.path('data'))).toEqual(before);

  // A site that does not answer makes nothing vanish.
  down = true;
  expect((await round()).complete).toBe(false);
  down = false;

  // What comes back is back.
  gone.delete(2014);
  expect((await round()).revived).toBe(1);
  expect((await changes()).filter(({ what }) => what === 'revived')).toHaveLength(1);

  const alarms = posted.map(({ event, code }) => `${event} ${code}`);
  expect(alarms).toEqual([
    'raised vanished',
    'raised broken-off',
    'resolved broken-off',
    // One of the two is still gone.
    'raised vanished',
  ]);
});

const annualReportRequests = (year: number): number => year % 9;

test('the matrix knows what is there, what vanished and what was never there', async () => {
  const { out } = await xxgk([
    'status',
    '--matrix',
    '--config',
    config,
    ...common('data'),
    '--json',
    '--to',
    '2024',
  ]);
  const cells = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { year: number; state: string; agency: string });
  const states = new Map(cells.map(({ year, state }) => [year, state]));
  expect(states.get(2019)).toBe('found');
  expect(states.get(2015)).toBe('vanished');
  expect(states.get(2024)).toBe('not_published');
  expect(new Set(cells.map(({ agency }) => agency))).toEqual(new Set(['云河县档案馆']));
});

test('what was captured goes out as WARC and comes in again as the same records', async () => {
  const file = place.path('all.warc.gz');
  const { status, said } = await xxgk([
    'export-warc',
    ...common('data'),
    '--out',
    file,
    '--documents',
  ]);
  expect(status, said).toBe(0);
  expect((await readFile(file)).length).toBeGreaterThan(1000);
  await xxgk(['ingest', file, ...common('again')]);
  const key = ({ source, text }: { source: { url: string | null }; text: string }): string =>
    `${source.url} ${text}`;
  const [one, other] = await Promise.all(
    ['data', 'again'].map(async (store) => (await recordsOf(place.path(store))).map(key)),
  );
  expect(new Set(other)).toEqual(new Set(one));
});

test('killed again and again while the site changes, it ends as if nothing had been', async () => {
  const args = ['crawl', '--config', config, ...common('killed'), ...loopback, '--json'];
  look = 5;
  for (const asked of [3, 3, 3]) {
    const mark = site.log.length;
    const killed = startXxgk(args);
    await until(() => site.log.length >= mark + asked, killed);
    killed.child.kill('SIGKILL');
    await killed.end;
  }
  await round('killed');
  await round('in-peace');
  expect(await recordsOf(place.path('killed'))).toEqual(await recordsOf(place.path('in-peace')));
  look = 6;
  edited.set(2020, '收到政府信息公开申请777件');
  const mark = site.log.length;
  const killed = startXxgk(args);
  await until(() => site.log.length >= mark + 7, killed);
  killed.child.kill('SIGKILL');
  await killed.end;
  await round('killed');
  await round('in-peace');
  const keys = async (store: string) =>
    (await treeOf(place.path(store))).map((line) => line.slice(0, line.indexOf(' ')));
  expect(await recordsOf(place.path('killed'))).toEqual(await recordsOf(place.path('in-peace')));
  expect(await keys('killed')).toEqual(await keys('in-peace'));
});
