import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Document, extract } from '@xxgk/extract';
import type { Member } from '@xxgk/extract/document';
import type { SourceFile } from '@xxgk/ingest';
import { Archive, type ObjectStore, openMemory, openWork, sha256Of, type Work } from '@xxgk/store';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Read, Reader } from '../reader/reader.ts';
import type { Arrival, End } from './arrival.ts';
import { Intake } from './intake.ts';

const first = { decode: '1', 'parse.html': '1', 'container.zip': '1', clean: '1', extract: '1' };
/** An archive of the tests is a list of names; a file in it says its name. */
const packed = Buffer.from('archive:a.html b.html !c.html');

let folder = '';
let work: Work;
let store: ObjectStore;
let archive: Archive;
/** Files that the reader was asked to read, and archives whose files were disposed of. */
let asked: (string | null)[] = [];
let disposed = 0;
/** Whether the program has learnt to unpack what it could not unpack. */
let mended = false;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xxgk-intake-'));
  work = openWork(folder);
  store = openMemory();
  archive = new Archive(store);
  asked = [];
  disposed = 0;
  mended = false;
});
afterEach(() => {
  work[Symbol.dispose]();
  rmSync(folder, { recursive: true });
});

function documentOf(file: SourceFile, members?: readonly Member[]): Document {
  const { url, fetchedAt, fileName, sha256, bytes, container } = file;
  return {
    schema: 'xxgk.document/1',
    source: {
      url,
      host: null,
      fetched_at: fetchedAt,
      file_name: fileName,
      media_type: 'text/html',
      sha256,
      bytes: bytes.length,
      charset: null,
      cms: null,
      pages: null,
      read_by: 'text',
      provenance: 'unknown',
    },
    pages: [{ number: 1, readBy: 'text', blocks: [] }],
    repairs: [],
    diagnostics: [],
    stages: {
      decode: '1',
      ...(members ? { 'container.zip': mended ? '2' : '1' } : { 'parse.html': '1' }),
    },
    ...(members && { members }),
    ...(container && { container: { sha256: container.sha256, member: container.member } }),
  };
}

const bare = (name: string): string => name.replace('!', '');

/** Names with `!` cannot be unpacked. */
function membersOf(names: readonly string[]): readonly Member[] {
  return names.map((name) => {
    const about = { name: bare(name), mediaType: 'text/html', bytes: name.length };
    const failure = { code: 'container/checksum', message: 'It is damaged.' } as const;
    return name.startsWith('!') && !mended
      ? { ...about, sha256: null, failure }
      : { ...about, sha256: sha256Of(about.name) };
  });
}

function readerOf(stages: Readonly<Record<string, string>>): Reader {
  const recordsOf = (document: Document) => extract(document, { version: '1.0.0' });
  return {
    stages: async () => stages,
    read: async (file): Promise<Read> => {
      asked.push(file.fileName);
      const text = Buffer.from(file.bytes).toString();
      const names = text.startsWith('archive:') ? text.slice(8).split(' ') : undefined;
      const members = names && membersOf(names);
      const document = documentOf(file, members);
      const reading = { document, records: recordsOf(document) };
      if (!members) return reading;
      const bytesOf = async (sha256: string): Promise<Uint8Array> =>
        Buffer.from(names.map(bare).find((name) => sha256Of(name) === sha256) ?? '');
      const end = async (): Promise<void> => {
        disposed += 1;
      };
      return { ...reading, unpacked: { members, bytesOf, [Symbol.asyncDispose]: end } };
    },
    extract: async (document) => recordsOf(document),
  };
}

const arrivalOf = (sourceId: string): Arrival => ({
  bytes: packed,
  capture: {
    source_id: sourceId,
    url: 'http://a.gov.cn/a.zip',
    file_name: sourceId,
    fetched_at: '2021-01-01T00:00:00Z',
    status: 200,
    headers: {},
    redirects: [],
    length: null,
  },
});

async function run(sourceId: string, stages = first, books: Work = work): Promise<readonly End[]> {
  const { ledger } = books;
  const { id } = ledger.beginRun('ingest');
  const intake = new Intake({ archive, ledger, run: id, reader: readerOf(stages) });
  await intake.register([arrivalOf(sourceId)]);
  const ends: End[] = [];
  await intake.drainAll({ concurrency: 2, ended: (end) => ends.push(end) });
  expect(ledger.finishRun(id)).toBe(true);
  return ends;
}

const captured = async (sourceId: string): Promise<number> =>
  (await Array.fromAsync(archive.captures(sourceId))).length;

test('files have bytes, captures and records of their own; the folder is disposed of', async () => {
  const ends = await run('a.zip');
  expect(ends.map(({ sourceId, failure }) => [sourceId, failure?.code])).toEqual([
    ['a.zip', undefined],
    ['a.zip!/c.html', 'container/checksum'],
    ['a.zip!/a.html', undefined],
    ['a.zip!/b.html', undefined],
  ]);
  expect(asked).toEqual(['a.zip', 'a.html', 'b.html']);
  expect(disposed).toBe(1);
  const [capture] = await Array.fromAsync(archive.captures('a.zip!/a.html'));
  expect(capture).toMatchObject({
    file_name: 'a.html',
    url: null,
    fetched_at: '2021-01-01T00:00:00Z',
    archive: { source_id: 'a.zip', sha256: sha256Of(packed), member: 'a.html', depth: 1 },
  });
  const [record] = await archive.recordsOf(sha256Of('a.html'));
  const [parent] = await archive.recordsOf(sha256Of(packed));
  expect(record?.parent_id).toBe(parent?.record_id);
  expect(await Array.fromAsync(archive.quarantined())).toMatchObject([
    { source_id: 'a.zip!/c.html', sha256: null, code: 'container/checksum' },
  ]);
});

test('under another name nothing is read again, and its files are captured under that name', async () => {
  await run('a.zip');
  asked = [];
  using books = openWork(join(folder, 'new'));
  await run('renamed.zip', first, books);
  expect(asked).toEqual([]);
  expect(await captured('renamed.zip!/a.html')).toBe(1);
});

test('what the store has lost of its files is unpacked again', async () => {
  await run('a.zip');
  const lost = sha256Of('a.html');
  await store.delete(`raw/${lost.slice(0, 2)}/${lost}`);
  asked = [];
  using books = openWork(join(folder, 'new'));
  await run('a.zip', first, books);
  expect(asked).toEqual(['a.zip']);
  expect(await archive.hasRaw(lost)).toBe(true);
});

test('a newer container opens the archive again, a newer parser reads its files again', async () => {
  await run('a.zip');
  asked = [];
  await run('a.zip', { ...first, 'container.zip': '2' });
  expect(asked).toEqual(['a.zip']);
  asked = [];
  await run('a.zip', { ...first, 'parse.html': '2' });
  expect(asked).toEqual(['a.html', 'b.html']);
});

test('what could not be unpacked is tried again with its archive', async () => {
  await run('a.zip');
  asked = [];
  mended = true;
  const { ledger } = work;
  const { id } = ledger.beginRun('retry');
  const reader = readerOf({ ...first, 'container.zip': '2' });
  const intake = new Intake({ archive, ledger, run: id, reader });
  expect(ledger.requeue(id, { code: 'container/checksum' })).toBe(1);
  await intake.drainAll({ concurrency: 2 });
  expect(ledger.finishRun(id)).toBe(true);
  expect(asked).toEqual(['a.zip', 'c.html']);
  expect([...ledger.failures()]).toEqual([]);
  expect(await Array.fromAsync(archive.quarantined())).toEqual([]);
});
