/** What becomes of a source that gives other bytes than before. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Block, Document, DocumentRecord } from '@xxgk/extract';
import { extract } from '@xxgk/extract';
import type { SourceFile } from '@xxgk/ingest';
import { Archive, openMemory, openWork, sha256Of, type Work } from '@xxgk/store';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Reader } from '../reader/reader.ts';
import type { End } from './arrival.ts';
import { Intake } from './intake.ts';

const sourceId = 'http://a.gov.cn/1.html';
let folder = '';
let work: Work;
let archive: Archive;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xxgk-intake-'));
  work = openWork(folder);
  archive = new Archive(openMemory());
});
afterEach(() => {
  work[Symbol.dispose]();
  rmSync(folder, { recursive: true });
});

/** Pages are written `text|counter`. */
const page = (text: string, counter: number): Buffer => Buffer.from(`${text}|${counter}`);

function documentOf({ bytes, sha256, url }: SourceFile, clean: string): Document {
  const [text = '', counter = ''] = Buffer.from(bytes).toString().split('|');
  const block = (role: Block['role'], said: string): Block => ({
    kind: 'paragraph',
    role,
    text: said,
  });
  return {
    schema: 'xxgk.document/1',
    source: {
      url,
      host: 'a.gov.cn',
      fetched_at: null,
      file_name: null,
      media_type: 'text/html',
      sha256,
      bytes: bytes.length,
      charset: 'utf-8',
      cms: null,
      pages: null,
      read_by: 'text',
      provenance: 'primary',
    },
    pages: [{ number: 1, readBy: 'text', blocks: [block('body', text), block('byline', counter)] }],
    repairs: [],
    diagnostics: [],
    stages: { clean },
  };
}

function readerOf(clean: string): Reader {
  const recordsOf = (document: Document): readonly DocumentRecord[] =>
    extract(document, { version: '1.0.0' });
  return {
    stages: async () => ({ clean, ...(recordStages(recordsOf) ?? {}) }),
    read: async (file) => {
      const document = documentOf(file, clean);
      return { document, records: recordsOf(document) };
    },
    extract: async (document) => recordsOf(document),
  };
}

const recordStages = (recordsOf: (document: Document) => readonly DocumentRecord[]) => {
  const unknown = { fileName: null, declaredType: null, declaredCharset: null, fetchedAt: null };
  const file = { bytes: page('x', 0), sha256: sha256Of('x'), url: sourceId, ...unknown };
  const { extract: version = '' } = recordsOf(documentOf(file, ''))[0]?.made_by.stages ?? {};
  return { extract: version };
};

/** One run in which sources give these bytes. */
async function run(
  given: Readonly<Record<string, Buffer>>,
  reader: Reader = readerOf('1'),
): Promise<readonly End[]> {
  const { ledger } = work;
  const { id } = ledger.beginRun('crawl');
  const intake = new Intake({ archive, ledger, run: id, reader });
  const ends: End[] = [];
  await intake.register(
    Object.entries(given).map(([address, bytes]) => ({
      bytes,
      capture: {
        source_id: address,
        url: address,
        file_name: null,
        fetched_at: `2026-03-0${id}T00:00:00.000Z`,
        status: 200,
        headers: {},
        redirects: [],
        length: null,
      },
    })),
  );
  await intake.drainAll({ concurrency: 1, ended: (end) => ends.push(end) });
  ledger.finishRun(id);
  return ends;
}

const recordKeys = async (): Promise<readonly string[]> =>
  (await Array.fromAsync(archive.store.list('records/'))).map(({ key }) => key);

const captures = async () => (await Array.fromAsync(archive.captures(sourceId))).length;

const one = page('关于开放档案目录的通知', 12);
const counted = page('关于开放档案目录的通知', 345);
const edited = page('关于开放档案目录的补充通知', 346);

test('a counter that changed is captured, and makes no new version of the record', async () => {
  await run({ [sourceId]: one });
  const before = await recordKeys();
  const ends = await run({ [sourceId]: counted });
  expect(ends).toMatchObject([{ same: true, failure: null }]);
  expect(await captures()).toBe(2);
  expect(await recordKeys()).toEqual(before);
  expect(await Array.fromAsync(archive.records())).toHaveLength(before.length);
  expect(await archive.recordsOf(sha256Of(counted))).toEqual(
    await archive.recordsOf(sha256Of(one)),
  );
});

test('a text that changed is a version; the old one is kept', async () => {
  await run({ [sourceId]: one });
  await run({ [sourceId]: counted });
  const before = await recordKeys();
  const ends = await run({ [sourceId]: edited });
  expect(ends).toMatchObject([{ same: false }]);
  const after = await recordKeys();
  expect(after).toEqual(expect.arrayContaining([...before]));
  expect(after.length).toBeGreaterThan(before.length);
});

test('a later counter is compared with the version, not with the counter before', async () => {
  await run({ [sourceId]: one });
  await run({ [sourceId]: counted });
  await run({ [sourceId]: page('关于开放档案目录的通知', 99) });
  expect(await archive.spokenFor(sha256Of(page('关于开放档案目录的通知', 99)))).toBe(sha256Of(one));
});

test('newer stages read the version again that stands for the counter', async () => {
  await run({ [sourceId]: one });
  await run({ [sourceId]: counted });
  await run({ [sourceId]: counted }, readerOf('2'));
  const records = await Array.fromAsync(archive.records());
  expect(records.map(({ source, made_by }) => [source.sha256, made_by.stages['clean']])).toEqual([
    [sha256Of(one), '2'],
  ]);
});

test('newer stages and a counter at once make no version either', async () => {
  await run({ [sourceId]: one });
  await run({ [sourceId]: counted }, readerOf('2'));
  const records = await Array.fromAsync(archive.records());
  expect(records.map(({ source, made_by }) => [source.sha256, made_by.stages['clean']])).toEqual([
    [sha256Of(one), '2'],
  ]);
});

test('another source with the bytes of a counter is read by them', async () => {
  await run({ [sourceId]: one });
  await run({ [sourceId]: counted });
  const other = 'http://a.gov.cn/copy.html';
  await run({ [other]: counted }, readerOf('2'));
  expect(work.ledger.known(other)?.state).toBe('stored');
});

test('two sources that say the same are two documents', async () => {
  await run({ [sourceId]: one });
  const ends = await run({ 'http://a.gov.cn/2.html': counted });
  expect(ends).toMatchObject([{ same: false }]);
});
