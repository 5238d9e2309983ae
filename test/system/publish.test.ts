/** Datasets: what every format gives back is what the store holds, and the old one outlives a kill. */
import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import type { DocumentRecord } from '@xxgk/extract';
import { labelOfKey } from '@xxgk/extract/labels';
import { Archive, openMemory, openStore, sha256Of } from '@xxgk/store';
import { publish } from '@xxgk/store/publish';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { record, source } from '../../packages/store/src/archive/archive.fixture.ts';
import { treeOf } from '../sites/store-tree.ts';
import { run, start } from './support/program.ts';
import { manifestOf, type ReadRow, rowsOf } from './support/read-dataset.ts';

const samples = fileURLToPath(new URL('../../samples', import.meta.url));
const names = [
  'annual-report-2015-gbk.html',
  'annual-report-2017.docx',
  'annual-report-2022.html',
  'notice-with-plan-2019.pdf',
  'questions-2023.html',
];
const all = ['ndjson', 'csv', 'xlsx', 'parquet'] as const;

let place: string;
let store: string;
let out: string;
let records: readonly DocumentRecord[];

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'publish-'));
  [store, out] = [join(place, 'store'), join(place, 'out')];
  const input = join(place, 'input');
  await mkdir(input);
  await Promise.all(names.map((name) => cp(join(samples, name), join(input, name))));
  const taken = await run(['ingest', input, '--store', store]);
  if (taken.status !== 0) throw new Error(taken.said);
  const { status, said } = await run([
    ...['publish', '--store', store, '--out', out],
    ...['--format', all.join(',')],
  ]);
  if (status !== 0) throw new Error(said);
  await using opened = await openStore(store);
  records = await Array.fromAsync(new Archive(opened).records());
});

afterAll(() => rm(place, { recursive: true, force: true }));

/** The statistics of the records, each as a line of what must not be lost. */
const expectedStatistics = (): readonly string[] =>
  records
    .flatMap((each) =>
      each.kind === 'annual_report'
        ? Object.entries(each.statistics).map(([key, fact]) =>
            lineOf({ ...fact, record_id: each.record_id, key, label: labelOfKey(key) ?? null }),
          )
        : [],
    )
    .toSorted();

const columns = 'record_id key label value unit status precision source confidence raw'.split(' ');

/** CSV has text alone: a number is compared as it is printed, null as nothing. */
const lineOf = (row: ReadRow): string =>
  JSON.stringify(columns.map((name) => (row[name] === null ? '' : String(row[name]))));

test.each(all)('%s gives back the statistics of the records', async (format) => {
  const rows = await rowsOf(out, format, 'statistics');
  expect(rows.map(lineOf).toSorted()).toEqual(expectedStatistics());
  expect(rows.length).toBeGreaterThan(100);
});

test.each(['ndjson', 'xlsx', 'parquet'])('null is null in %s, and never 0', async (format) => {
  const rows = await rowsOf(out, format, 'statistics');
  const known = records.flatMap((each) =>
    each.kind === 'annual_report' ? Object.values(each.statistics).map(({ value }) => value) : [],
  );
  const countOf = (value: unknown): number => known.filter((each) => each === value).length;
  expect(rows.filter(({ value }) => value === null)).toHaveLength(countOf(null));
  expect(rows.filter(({ value }) => value === 0)).toHaveLength(countOf(0));
  expect(countOf(null)).toBeGreaterThan(0);
});

test.each(all)('%s gives back the records with their sources', async (format) => {
  const rows = await rowsOf(out, format, 'records');
  const shown = rows.map((row) =>
    [row['record_id'], row['title'], row['published_on'], row['source_sha256'], row['kind']].map(
      (cell) => cell || null,
    ),
  );
  const expected = records.map(({ record_id, title, published_on, source: { sha256 }, kind }) => [
    ...[record_id, title, published_on, sha256, kind],
  ]);
  expect(shown.toSorted()).toEqual(expected.toSorted());
  const documents = await rowsOf(out, format, 'documents');
  expect(documents.map(({ file_name }) => file_name).toSorted()).toEqual(names);
});

test('the manifest names every file with its hash and its rows', async () => {
  const { files } = await manifestOf(out);
  for (const { path, bytes, sha256 } of files) {
    const found = await readFile(join(out, path));
    expect([found.byteLength, sha256Of(found)], path).toEqual([bytes, sha256]);
  }
  const tree = (await treeOf(out)).map((line) => line.slice(0, -65));
  expect(
    files
      .map(({ path }) => path)
      .concat('manifest.json')
      .toSorted(),
  ).toEqual(tree.toSorted());
});

test('the data dictionary describes the columns that the files have', async () => {
  const dictionary = JSON.parse(await readFile(join(out, 'datapackage.json'), 'utf8')) as {
    resources: { name: string; schema: { fields: { name: string }[] } }[];
  };
  for (const { name, schema } of dictionary.resources) {
    const [table = '', format = ''] = name.split('-');
    const [row = {}] = await rowsOf(out, format, table);
    const described = schema.fields.map((field) => field.name);
    const found = Object.keys(row).filter((key) => format !== 'parquet' || described.includes(key));
    expect(described, name).toEqual(found);
  }
  expect(dictionary.resources).toHaveLength(12);
});

test('every row of NDJSON is as its JSON Schema says', async () => {
  for (const table of ['records', 'statistics', 'documents']) {
    const text = await readFile(join(out, `schema/${table}.schema.json`), 'utf8');
    const schema = z.fromJSONSchema(JSON.parse(text) as Parameters<typeof z.fromJSONSchema>[0]);
    const rows = await rowsOf(out, 'ndjson', table);
    for (const row of rows) expect(schema.safeParse(row).error, table).toBeUndefined();
    const [row] = rows;
    expect(schema.safeParse({ ...row, another: 1 }).success, table).toBe(false);
  }
});

test.each([
  [['--format', 'csv,pdf'], 'ndjson,csv,xlsx,parquet'],
  [['--kind', 'report'], 'annual_report'],
  [[], 'cannot stand in the store'],
])('wrong usage %j is told before anything is done', async (args, hint) => {
  const { status, said } = await run(['publish', '--store', store, '--out', store, ...args]);
  expect([status, said]).toEqual([2, expect.stringContaining(hint)]);
});

test('DuckDB counts and sums the same as the store', async () => {
  const duck = await (await DuckDBInstance.create(':memory:')).connect();
  const ask = async (sql: string): Promise<unknown> =>
    (await duck.runAndReadAll(sql)).getRowObjectsJson();
  const kinds = new Map<string, number>();
  for (const { kind } of records) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const byKind = [...kinds].toSorted().map(([kind, rows]) => ({ kind, rows }));
  for (const format of ['parquet', 'ndjson']) {
    const files = `'${out}/${format}/records/**/*.${format}'`;
    expect(
      await ask(`select kind, count(*)::int as rows from ${files} group by kind order by kind`),
    ).toEqual(byKind);
  }
  const values = (await rowsOf(out, 'ndjson', 'statistics')).map(({ value }) => value);
  const numbers = values.filter((value) => typeof value === 'number');
  const statistics = `'${out}/parquet/statistics/**/*.parquet'`;
  expect(
    await ask(`select count(*)::int as rows, count(value)::int as numbers,
      sum(value)::double as total, any_value(typeof(page)) as page from ${statistics}`),
  ).toEqual([
    {
      rows: values.length,
      numbers: numbers.length,
      total: expect.closeTo(numbers.reduce((sum, value) => sum + value, 0)),
      page: 'BIGINT',
    },
  ]);
  const dates = `'${out}/parquet/records/**/*.parquet'`;
  expect(
    await ask(`select published_on::varchar as day from ${dates} where published_on is not null
      and typeof(published_on) = 'DATE' order by day`),
  ).toEqual(
    records
      .flatMap(({ published_on }) => (published_on === null ? [] : [{ day: published_on }]))
      .toSorted((one, other) => (one.day < other.day ? -1 : 1)),
  );
});

test('a second run writes nothing, and another place gets the same bytes', async () => {
  const again = await run([
    ...['publish', '--store', store, '--out', out, '--json'],
    ...['--format', all.join(',')],
  ]);
  expect(JSON.parse(again.out)).toMatchObject({ written: 0, removed: [] });
  const other = join(place, 'other');
  await run(['publish', '--store', store, '--out', other, '--format', all.join(',')]);
  expect(await treeOf(other)).toEqual(await treeOf(out));
});

test('killed in the middle, it leaves the old dataset as it was, and the next run is whole', async () => {
  const target = join(place, 'killed');
  await cp(out, target, { recursive: true });
  const before = await treeOf(target);
  const script = fileURLToPath(new URL('support/hanging-publish.ts', import.meta.url));
  const child = start([store, target, '3'], script);
  await child.saying('hanging');
  child.process.kill('SIGKILL');
  expect((await child.ended).signal).toBe('SIGKILL');
  expect(await treeOf(target)).toEqual(before);
  await run(['publish', '--store', store, '--out', target, '--format', all.join(',')]);
  expect(await treeOf(target)).toEqual(before);
});

/** What breaks files, shells and spreadsheets; `text` is what UTF-8 can hold of it. */
const hostile = [
  ['line\nbreak\r\nand\ttab', 'line\nbreak\r\nand\ttab'],
  ['"quoted", and, commas', '"quoted", and, commas'],
  ["=cmd|'/C calc'!A0", "=cmd|'/C calc'!A0"],
  ['+86 10', '+86 10'],
  ['-1', '-1'],
  ['@SUM(A1)', '@SUM(A1)'],
  ["'apostrophe", "'apostrophe"],
  ['＝全角', '＝全角'],
  ['<b>&amp;</b> ]]>', '<b>&amp;</b> ]]>'],
  ['_x0041_ and _x000D_', '_x0041_ and _x000D_'],
  ['half \ud800 pair', 'half \ufffd pair'],
  ['nul \0 within', 'nul \0 within'],
  ['line\u2028separator 𠮷', 'line\u2028separator 𠮷'],
  ['007', '007'],
  [' blanks ', ' blanks '],
] as const;

async function publishHostile(target: string): Promise<void> {
  const archive = new Archive(openMemory());
  for (const [index, [title]] of hostile.entries()) {
    const sha256 = sha256Of(`hostile ${index}`);
    const record_id = `${sha256.slice(0, 16)}-${index}`;
    const part = { record_id, title, source: { ...source, sha256 } };
    await archive.putRecords(sha256, [record(part)]);
  }
  const scratch = await mkdtemp(join(place, 'scratch-'));
  await using opened = await openStore(target);
  const options = { formats: all, labelOf: labelOfKey, version: '1', scratch };
  await publish(archive, opened, options);
}

test('hostile text survives in every format', async () => {
  const target = join(place, 'hostile');
  await publishHostile(target);
  const expected = hostile.map(([, text]) => text).toSorted();
  for (const format of ['ndjson', 'parquet', 'xlsx']) {
    const titles = (await rowsOf(target, format, 'records')).map(({ title }) => String(title));
    // Excel's line break is a line feed: its readers give no other.
    const texts = format === 'xlsx' ? expected.map((text) => text.replace('\r', '')) : expected;
    expect(titles.toSorted(), format).toEqual(texts.toSorted());
  }
  // Of a formula the reader takes one apostrophe away; NUL, which CSV cannot have, is U+FFFD.
  const titles = (await rowsOf(target, 'csv', 'records')).map(({ title }) => String(title));
  expect(titles.filter((title) => /^[=+\-@＝]/u.test(title))).toEqual([]);
  expect(titles.map((title) => title.replace(/^'/u, '')).toSorted()).toEqual(
    expected.map((text) => text.replace('\0', '\ufffd')).toSorted(),
  );
  const duck = await (await DuckDBInstance.create(':memory:')).connect();
  const files = `'${target}/parquet/records/**/*.parquet'`;
  const read = (await duck.runAndReadAll(`select title from ${files}`)).getRowObjectsJson();
  expect(read.map(({ title }) => title).toSorted()).toEqual(expected);
});
