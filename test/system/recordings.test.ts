/** Recordings (WARC, WACZ) as inputs: what comes of them is what a crawl would have made. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DocumentRecord } from '@xxgk/extract';
import { Archive, openStore } from '@xxgk/store';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RecordingReport } from '../../packages/xxgk/src/ingest/recordings/report.ts';
import type { RunSummary } from '../../packages/xxgk/src/ingest/summary.ts';
import { recordingOf } from '../recipes/warc/of-site.ts';
import { gzipped, response, sha1, warcinfo, warcRecord } from '../recipes/warc/record.ts';
import { wacz } from '../recipes/warc/wacz.ts';
import { type County, county, starts } from '../sites/county.ts';
import { loopback, makePlace, type Place, xxgk } from '../sites/crawling.ts';
import { type ServedSite, serveSite } from '../sites/serve-site.ts';
import { recordsOf } from '../sites/store-tree.ts';
import { killRuns, undisturbed } from './support/kills.ts';
import { notice } from './support/notices.ts';
import { peaksOf } from './support/peaks.ts';
import { seedOfRun } from './support/random.ts';
import { treeOf } from './support/tree.ts';

type Summary = RunSummary & { readonly recordings: readonly RecordingReport[] };

const host = 'http://www.example.gov.cn';
const page = (path: string, index: number, date: string): Buffer =>
  response(host + path, { body: notice(index) }, { date });

let place: Place;

beforeAll(async () => {
  place = await makePlace();
});

afterAll(() => place[Symbol.asyncDispose]());

async function ingest(path: string, store: string): Promise<Summary & { readonly status: number }> {
  const { out, status, said } = await xxgk(['ingest', path, '--store', store, '--json']);
  if (out === '') throw new Error(said);
  return { ...(JSON.parse(out) as Summary), status };
}

async function written(name: string, bytes: Uint8Array): Promise<string> {
  await writeFile(place.path(name), bytes);
  return place.path(name);
}

async function captures(store: string, path: string) {
  await using opened = await openStore(store);
  return await Array.fromAsync(new Archive(opened).captures(host + path));
}

describe('a site, crawled and recorded', () => {
  let content: County;
  let site: ServedSite;
  let recorded: Summary;
  const date = '2026-05-06T07:08:09Z';

  beforeAll(async () => {
    content = await county();
    site = await serveSite(content.resources);
    const start = [starts.reports, starts.notices].map((path) => site.origin + path);
    const config = await place.config([{ id: 'county', start, gap_seconds: 0.05 }]);
    const crawl = ['crawl', '--config', config, '--store', place.path('crawled'), ...loopback];
    await xxgk(crawl);
    const path = await written('site.warc.gz', recordingOf(content.resources, site.origin, date));
    recorded = await ingest(path, place.path('recorded'));
  });

  afterAll(() => site[Symbol.asyncDispose]());

  test('gives the same records, attachments found included', async () => {
    const crawled = await recordsOf(place.path('crawled'));
    const all = await recordsOf(place.path('recorded'));
    const addresses = new Set(crawled.map(({ source }) => source.url));
    expect(crawled.length).toBeGreaterThan(30);
    expect(crawled.flatMap(({ attachments }) => attachments).length).toBeGreaterThan(8);
    expect(all.filter(({ source }) => addresses.has(source.url))).toEqual(crawled);
  });

  test('tells what was passed over', () => {
    expect(recorded.recordings).toMatchObject([
      { recording: 'site.warc.gz', end: 'read', failed: 0, skipped: { redirect: 3, status: 2 } },
    ]);
    expect(recorded.recordings[0]?.skipped).toMatchObject({ 'error-page': 1 });
  });

  test('the time of a record is that of the recording', async () => {
    await using opened = await openStore(place.path('recorded'));
    const times = await Array.fromAsync(
      new Archive(opened).records(),
      ({ source }) => source.fetched_at,
    );
    expect(new Set(times)).toEqual(new Set([new Date(date).toISOString()]));
  });

  test('`extract` prints the records, and names failures by their address', async () => {
    const { out, said, status } = await xxgk(['extract', place.path('site.warc.gz')]);
    const records = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as DocumentRecord);
    const urls = new Set(records.map(({ source }) => source.url));
    for (const path of content.attachments) expect(urls).toContain(site.origin + path);
    expect(said).toContain('passed over: 3 redirects');
    expect(said).toContain(`${site.origin}${starts.notices}: `);
    expect(status).toBe(1);
  });
});

describe('versions of one address', () => {
  const records = [
    page('/a.html', 1, '2019-01-01T00:00:00Z'),
    page('/a.html', 1, '2020-01-01T00:00:00Z'),
    page('/a.html', 2, '2021-01-01T00:00:00Z'),
    page('/a.html', 1, '2022-01-01T00:00:00Z'),
    page('/b.html', 2, '2023-01-01T00:00:00Z'),
  ];

  test('each is captured with its time and read once', async () => {
    const store = place.path('versions');
    const path = await written('versions.warc.gz', gzipped([warcinfo(), ...records]));
    expect(await ingest(path, store)).toMatchObject({ failed: 0, status: 0 });
    const found = await captures(store, '/a.html');
    expect(found.map(({ fetched_at }) => fetched_at?.slice(0, 4))).toEqual([
      '2019',
      '2021',
      '2022',
    ]);
    expect(found[0]?.container).toMatchObject({ source_id: 'versions.warc.gz', inner: 0 });
    const read = await recordsOf(store);
    expect(read.map(({ source }) => source.url)).toEqual([`${host}/a.html`, `${host}/a.html`]);
  });

  test('the same in another recording adds nothing', async () => {
    const store = place.path('versions');
    const before = await treeOf(store);
    const path = await written('copy.warc', Buffer.concat(records.toReversed()));
    expect(await ingest(path, store)).toMatchObject({ failed: 0 });
    expect(await treeOf(store)).toEqual(before);
  });

  test('a revisit is a capture of what it refers to, or is told', async () => {
    const store = place.path('revisits');
    const digest = sha1(notice(1));
    const revisit = (path: string, fields: Readonly<Record<string, string>>): Buffer =>
      warcRecord({ type: 'revisit', url: host + path, block: '', digest: false, fields });
    const path = await written(
      'revisits.warc.gz',
      gzipped([
        response(
          `${host}/a.html`,
          { body: notice(1) },
          { date: '2019-01-01T00:00:00Z', id: 'urn:uuid:earlier' },
        ),
        page('/a.html', 2, '2020-01-01T00:00:00Z'),
        revisit('/a.html', { 'WARC-Payload-Digest': digest }),
        revisit('/copy.html', {
          'WARC-Payload-Digest': digest,
          'WARC-Refers-To-Target-URI': `${host}/a.html`,
        }),
        revisit('/lost.html', { 'WARC-Payload-Digest': digest }),
        revisit('/named.html', { 'WARC-Refers-To': '<urn:uuid:earlier>' }),
        revisit('/unknown.html', { 'WARC-Refers-To': '<urn:uuid:never>' }),
      ]),
    );
    const { recordings } = await ingest(path, store);
    expect(recordings).toMatchObject([{ revisits: 3, skipped: { 'revisit-unknown': 2 } }]);
    const [first, , third] = await captures(store, '/a.html');
    expect(third?.sha256).toBe(first?.sha256);
    for (const copy of ['/copy.html', '/named.html']) {
      const found = await captures(store, copy);
      expect(found.map(({ sha256 }) => sha256)).toEqual([first?.sha256]);
    }
  });
});

describe('a recording that is read again', () => {
  const records = Array.from({ length: 60 }, (_, index) => [
    page(`/${index}.html`, index, '2020-01-01T00:00:00Z'),
    ...(index % 10 === 0 ? [page(`/${index}.html`, 500 + index, '2021-01-01T00:00:00Z')] : []),
    ...(index % 15 === 0 ? [page(`/copy/${index}.html`, index, '2021-01-01T00:00:00Z')] : []),
  ]).flat();
  const cut = gzipped([warcinfo(), ...records, page('/last.html', 900, '2022-01-01T00:00:00Z')]);
  const seed = seedOfRun();
  let path = '';
  let expected: readonly string[] = [];
  let window = 0;

  beforeAll(async () => {
    path = await written('again.warc.gz', cut.subarray(0, cut.length - 20));
    const plan = { folder: path, store: place.path('again') };
    ({ tree: expected, window } = await undisturbed(plan));
  });

  test('is not unpacked, and nothing is written', async () => {
    const store = place.path('again');
    const summary = await ingest(path, store);
    expect(summary).toMatchObject({ files: 1, stored: 0, unchanged: 1 });
    expect(summary.recordings).toMatchObject([{ end: 'unchanged', failed: 1 }]);
    expect(await treeOf(store)).toEqual(expected);
  });

  test('with a lost ledger, nothing is doubled', async () => {
    const store = place.path('again');
    await rm(join(store, '.work'), { recursive: true });
    await ingest(path, store);
    expect(await treeOf(store)).toEqual(expected);
  });

  test(`kills (XXGK_SEED=${seed}) leave no trace`, async () => {
    const plan = { folder: path, store: place.path('killed'), kills: 8, seed, window };
    expect(await killRuns(plan, expected)).toMatchObject({ differences: [] });
  });

  test('a store that was emptied is noticed', async () => {
    const store = place.path('emptied');
    await ingest(path, store);
    await rm(join(store, 'raw'), { recursive: true });
    const { status, said } = await xxgk(['ingest', path, '--store', store, '--json']);
    expect(status).toBe(1);
    expect(said).toContain('store/stale-ledger');
  });

  test('`retry` does not touch what is damaged; a whole copy mends it', async () => {
    const store = place.path('mended');
    const damaged = await written('mended.warc.gz', cut.subarray(0, cut.length - 20));
    await ingest(damaged, store);
    const again = await xxgk(['retry', '--store', store, '--json']);
    expect(JSON.parse(again.out)).toMatchObject({ files: 0 });
    await writeFile(damaged, cut);
    const summary = await ingest(damaged, store);
    expect(summary.recordings).toMatchObject([{ end: 'read', failed: 0 }]);
    expect((await captures(store, '/last.html')).length).toBe(1);
  });
});

test('a folder of recordings and files; a WACZ is one, and no archive', async () => {
  const store = place.path('folder');
  await mkdir(place.path('inbox'));
  const old = page('/a.html', 1, '2019-01-01T00:00:00Z');
  const parts = { 'data.warc.gz': gzipped([old]) };
  await written('inbox/1.wacz', wacz(parts));
  await written('inbox/2.html', Buffer.from(notice(3)));
  await written('inbox/3.zip', wacz({ 'data.warc': page('/b.html', 2, '2019-01-01T00:00:00Z') }));
  await written('inbox/4.warc.gz', Buffer.from('1f8b0800', 'hex'));
  await written('inbox/5.warc', Buffer.from('WARC/1.0\r\nWARC-Type: response\r\n'));
  const summary = await ingest(place.path('inbox'), store);
  expect(summary.recordings.map(({ recording, end }) => [recording, end])).toEqual([
    ['inbox/1.wacz', 'read'],
    ['inbox/3.zip', 'read'],
    ['inbox/5.warc', 'failed'],
  ]);
  expect(summary.failures.map(({ code }) => code)).toContain('warc/no-records');
  const read = await recordsOf(store);
  expect(read.map(({ source }) => source.url).toSorted()).toEqual(
    [null, `${host}/a.html`, `${host}/b.html`].toSorted(),
  );
});

test.skipIf(process.platform !== 'linux')('memory does not grow with the recording', async () => {
  // Pages and, between them, what is passed over.
  const small = await peaksOf(place.folder, 60);
  const large = await peaksOf(place.folder, 300);
  expect(small.recording).toBeGreaterThan(20);
  expect(large.recording - small.recording).toBeLessThan(80);
  expect(large.coordinator - small.coordinator).toBeLessThan(80);
});

const wget = spawnSync('wget', ['--version']).status === 0;

test.skipIf(!wget)('what wget has recorded is read, and its digests hold', async () => {
  const content = await county();
  await using site = await serveSite(content.resources);
  const folder = place.path('wget');
  await mkdir(folder);
  const options = ['--quiet', '--recursive', '--level=3', '--no-parent', '--warc-file=site'];
  const start = [starts.reports, starts.notices].map((path) => site.origin + path);
  const child = spawn('wget', [...options, '-e', 'robots=off', ...start], { cwd: folder });
  await new Promise((resolve) => child.on('close', resolve));
  expect(await readdir(folder)).toContain('site.warc.gz');
  const { recordings } = await ingest(join(folder, 'site.warc.gz'), place.path('of-wget'));
  expect(recordings).toMatchObject([{ end: 'read', failed: 0 }]);
  const urls = new Set((await recordsOf(place.path('of-wget'))).map(({ source }) => source.url));
  // It does not follow the pages that scripts lead to.
  const had = new Set(site.log.flatMap(({ path, status }) => (status === 200 ? [path] : [])));
  const files = [...content.attachments, ...content.articles].filter((path) => had.has(path));
  expect(files.length).toBeGreaterThan(15);
  for (const path of files) expect(urls).toContain(site.origin + path);
});
