import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Document, extract } from '@xxgk/extract';
import type { SourceFile } from '@xxgk/ingest';
import { Archive, type ObjectStore, openMemory, openWork, sha256Of, type Work } from '@xxgk/store';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Reader } from '../reader/reader.ts';
import type { Arrival } from './arrival.ts';
import { Intake } from './intake.ts';

const bytes = Buffer.from('关于某事项的通知');
const sha256 = sha256Of(bytes);
const sourceId = 'a/b.html';
const first = { decode: '1', 'parse.html': '1', 'parse.pdf': '1', clean: '1', extract: '1' };

let folder = '';
let work: Work;
let store: ObjectStore;
let archive: Archive;
/** What the reader was asked for. */
let asked: string[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xxgk-intake-'));
  work = openWork(folder);
  store = openMemory();
  archive = new Archive(store);
  asked = [];
});
afterEach(() => {
  work[Symbol.dispose]();
  rmSync(folder, { recursive: true });
});

/** A program of one version, with stages of theirs, that reads any file as an empty web page. */
function readerOf(stages: Readonly<Record<string, string>>, version = '1.0.0'): Reader {
  const recordsOf = (document: Document) =>
    extract(document, { version }).map((record) => ({
      ...record,
      made_by: { version, stages: { ...document.stages, extract: stages['extract'] ?? '' } },
    }));
  return {
    stages: async () => stages,
    read: async (file) => {
      asked.push('read');
      const document = documentOf(file, stages);
      return { document, records: recordsOf(document) };
    },
    extract: async (document) => {
      asked.push('extract');
      return recordsOf(document);
    },
  };
}

function documentOf(file: SourceFile, stages: Readonly<Record<string, string>>): Document {
  const { decode = '', 'parse.html': html = '', clean = '' } = stages;
  return {
    schema: 'xxgk.document/1',
    source: {
      url: file.url,
      host: null,
      fetched_at: file.fetchedAt,
      file_name: file.fileName,
      media_type: 'text/html',
      sha256: file.sha256,
      bytes: file.bytes.length,
      charset: 'utf-8',
      cms: null,
      pages: null,
      read_by: 'text',
      provenance: 'unknown',
    },
    pages: [{ number: 1, readBy: 'text', blocks: [] }],
    repairs: [],
    diagnostics: [],
    stages: { decode, 'parse.html': html, clean },
  };
}

const arrival: Arrival = {
  bytes,
  capture: {
    source_id: sourceId,
    url: null,
    file_name: 'b.html',
    fetched_at: null,
    status: null,
    headers: {},
    redirects: [],
    length: null,
  },
};

async function run(reader: Reader, books: Work = work): Promise<void> {
  const { ledger } = books;
  const { id } = ledger.beginRun('ingest');
  const intake = new Intake({ archive, ledger, run: id, reader });
  await intake.register([arrival]);
  await intake.drain({ concurrency: 1 });
  expect(ledger.finishRun(id)).toBe(true);
}

async function tree(): Promise<ReadonlyMap<string, string>> {
  const keys = await Array.fromAsync(store.list(''));
  const sums = keys.map(async ({ key }) => [key, sha256Of((await store.get(key)) ?? '')] as const);
  return new Map(await Promise.all(sums));
}

const currentStages = async () =>
  (await archive.recordsOf(sha256)).map(({ made_by: { stages } }) => stages);

const keyOf = async (prefix: string): Promise<string> =>
  (await Array.fromAsync(store.list(prefix)))[0]?.key ?? '';

describe('over what is stored already, a program', () => {
  beforeEach(async () => {
    await run(readerOf(first));
    asked = [];
  });

  test('of another version with the same stages does nothing', async () => {
    const before = await tree();
    await run(readerOf(first, '2.0.0'));
    expect(asked).toEqual([]);
    expect(await tree()).toEqual(before);
  });

  test('with a lost ledger reads nothing again and writes nothing', async () => {
    const before = await tree();
    using books = openWork(join(folder, 'new'));
    await run(readerOf(first, '2.0.0'), books);
    expect(asked).toEqual(['extract']);
    expect(await tree()).toEqual(before);
  });

  test('with newer extraction extracts again without the file; the old record stays', async () => {
    const before = await tree();
    const [record] = await archive.recordsOf(sha256);
    await store.put(`raw/${sha256.slice(0, 2)}/${sha256}`, Buffer.from('damaged'), 'text/html');
    await run(readerOf({ ...first, extract: '2' }));
    expect(asked).toEqual(['extract']);
    expect(await currentStages()).toEqual([expect.objectContaining({ clean: '1', extract: '2' })]);
    const versions = await archive.versions(record?.record_id ?? '');
    expect(versions).toHaveLength(2);
    const old = versions.filter((key) => before.has(key));
    expect(old.map((key) => before.get(key))).toEqual(
      await Promise.all(old.map(async (key) => sha256Of((await store.get(key)) ?? ''))),
    );
  });

  test.each(['decode', 'parse.html', 'clean'])(
    'with a newer stage %s reads again',
    async (stage) => {
      await run(readerOf({ ...first, [stage]: '2' }));
      expect(asked).toEqual(['read']);
      expect(await currentStages()).toEqual([expect.objectContaining({ [stage]: '2' })]);
      expect(await Array.fromAsync(archive.documents(sha256))).toHaveLength(2);
    },
  );

  test('with a newer parser of another format writes nothing', async () => {
    const before = await tree();
    await run(readerOf({ ...first, 'parse.pdf': '2' }));
    expect(asked).toEqual(['extract']);
    expect(await tree()).toEqual(before);
  });

  test('that is older than the last one goes back to its own records', async () => {
    const before = await tree();
    await run(readerOf({ ...first, extract: '2' }));
    await run(readerOf(first));
    expect(asked).toEqual(['extract', 'extract']);
    const after = await tree();
    const changed = [...before].filter(([key, sum]) => after.get(key) !== sum);
    // The pointer remembers which records the newer program had made current.
    expect(changed.filter(([key]) => !key.startsWith('latest/'))).toEqual([]);
    expect(await currentStages()).toEqual([expect.objectContaining({ extract: '1' })]);
  });

  test('reads again where the document is damaged', async () => {
    await store.put(await keyOf('documents/'), Buffer.from('damaged'), 'application/gzip');
    await run(readerOf({ ...first, extract: '2' }));
    expect(asked).toEqual(['read']);
    expect(await currentStages()).toEqual([expect.objectContaining({ extract: '2' })]);
  });
});
