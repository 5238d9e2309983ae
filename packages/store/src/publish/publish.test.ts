import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { capture, record, source } from '../archive/archive.fixture.ts';
import { Archive } from '../archive/archive.ts';
import { sha256Of } from '../archive/keys.ts';
import { openMemory } from '../objects/memory.ts';
import type { ObjectStore } from '../objects/object-store.ts';
import { xlsx } from './formats/xlsx.ts';
import { type PublishOptions, publish } from './publish.ts';
import type { Row, TableShape } from './tables/column.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'publish-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let archive = new Archive(openMemory());
let out: ObjectStore = openMemory();
beforeEach(() => {
  archive = new Archive(openMemory());
  out = openMemory();
});

let runs = 0;
async function published(options: Partial<PublishOptions> = {}) {
  runs += 1;
  const scratch = join(folder, String(runs));
  await mkdir(scratch);
  const fixed = { formats: ['ndjson', 'csv'], labelOf: () => undefined, version: '1' } as const;
  return await publish(archive, out, { ...fixed, scratch, ...options });
}

/** @param name Stands for the bytes. */
async function put(name: string, issued_on: string, at = '2024-01-01T00:00:00Z'): Promise<void> {
  const sha256 = sha256Of(name);
  const [address] = name.split('#');
  const source_id = `http://x.gov.cn/${address}`;
  await archive.putCapture({ ...capture, source_id, sha256, fetched_at: at });
  const part = { record_id: `${sha256.slice(0, 16)}-0`, title: name, issued_on };
  await archive.putRecords(sha256, [record({ ...part, source: { ...source, sha256 } })]);
}

const textOf = async (key: string): Promise<string> =>
  Buffer.from((await out.get(key)) ?? []).toString('utf8');

const titlesIn = async (): Promise<readonly string[]> => {
  const titles: string[] = [];
  for await (const { key } of out.list('ndjson/records/')) {
    for (const line of (await textOf(key)).trimEnd().split('\n')) {
      titles.push((JSON.parse(line) as { title: string }).title);
    }
  }
  return titles.toSorted();
};

test('only the partition that changed is written anew', async () => {
  await put('one', '2019-05-01');
  await put('two', '2020-05-01');
  await published({ formats: ['ndjson'] });
  await put('three', '2020-06-01');
  const { written, unchanged } = await published({ formats: ['ndjson'] });
  expect(written).toEqual([
    'ndjson/records/kind=other/year=2020/part-0001.ndjson',
    'ndjson/documents/part-0001.ndjson',
    'manifest.json',
  ]);
  expect(unchanged).toContain('ndjson/records/kind=other/year=2019/part-0001.ndjson');
});

test('an earlier version of a source is left out and counted', async () => {
  await put('page#1', '2019-05-01', '2024-01-01T00:00:00Z');
  await put('page#2', '2019-05-01', '2024-02-01T00:00:00Z');
  const { leftOut, rows } = await published();
  expect(await titlesIn()).toEqual(['page#2']);
  expect(leftOut).toMatchObject({ superseded_records: 1, superseded_documents: 1 });
  expect(rows).toEqual({ records: 1, statistics: 0, documents: 1 });
});

test('one kind, one year: what is left of the whole goes', async () => {
  await put('one', '2019-05-01');
  await put('two', '2020-05-01');
  await published();
  const { removed, rows } = await published({ year: 2020 });
  expect(removed).toEqual(['ndjson/records/kind=other/year=2019/part-0001.ndjson']);
  expect(rows).toEqual({ records: 1, statistics: 0, documents: 1 });
  expect(await titlesIn()).toEqual(['two']);
});

test('a file that is no part of the dataset is left alone', async () => {
  await put('one', '2019-05-01');
  await out.put('csv/notes.csv', Buffer.from('mine'), 'text/csv');
  await published({ formats: ['csv'] });
  const { removed } = await published({ formats: ['ndjson'] });
  expect(removed.every((key) => /^csv\/\w+-0001\.csv$/.test(key))).toBe(true);
  expect(await textOf('csv/notes.csv')).toBe('mine');
});

test('a damaged file of the dataset is written anew', async () => {
  await put('one', '2019-05-01');
  await published();
  const before = await textOf('csv/records-0001.csv');
  await out.put('csv/records-0001.csv', Buffer.from(before.replace('one', 'eno')), 'text/csv');
  expect((await published()).written).toEqual(['csv/records-0001.csv']);
  expect(await textOf('csv/records-0001.csv')).toBe(before);
});

test.each([
  ['manifest.json', '{"name":"an app"}'],
  ['captures/00/x.json', '{}'],
])('a place with a foreign %s is refused', async (key, text) => {
  await out.put(key, Buffer.from(text), 'application/json');
  await expect(published()).rejects.toMatchObject({ code: 'store/foreign-dataset' });
  expect((await Array.fromAsync(out.list(''))).map((found) => found.key)).toEqual([key]);
});

test('a damaged record stops it before anything is replaced', async () => {
  await put('one', '2019-05-01');
  await published();
  await put('two', '2020-05-01');
  for await (const { key } of archive.store.list('records/')) {
    await archive.store.put(key, Buffer.from('{}'), 'application/json');
  }
  await expect(published()).rejects.toMatchObject({ code: 'store/damaged' });
  expect(await titlesIn()).toEqual(['one']);
});

test('stopped, it leaves the old dataset', async () => {
  await put('one', '2019-05-01');
  await published();
  await put('two', '2020-05-01');
  await expect(published({ signal: AbortSignal.abort() })).rejects.toThrow();
  expect(await titlesIn()).toEqual(['one']);
});

test('a store without records gives tables without rows', async () => {
  const { rows } = await published();
  expect(rows).toEqual({ records: 0, statistics: 0, documents: 0 });
  expect((await textOf('csv/records-0001.csv')).split('\r\n')).toHaveLength(2);
});

test('a table that no sheet of Excel holds is refused, with the way out', async () => {
  const field = { name: 'n', type: 'number', zh: '数', en: 'A number', from: 'n' } as const;
  const table: TableShape = {
    ...{ name: 'statistics', zh: '统计', en: 'Numbers' },
    ...{ partitioned: true, columns: [field] },
  };
  async function* rows(): AsyncIterable<Row> {
    for (let row = 0; row < 1_048_576; row += 1) yield [null];
  }
  await expect(Array.fromAsync(xlsx.write(table, rows()))).rejects.toMatchObject({
    code: 'store/too-many-rows',
    message: expect.stringContaining('--format csv'),
  });
});
