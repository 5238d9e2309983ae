import { gunzipSync } from 'fflate';
import { beforeEach, expect, test } from 'vitest';
import { openMemory } from '../../objects/memory.ts';
import type { ObjectStore } from '../../objects/object-store.ts';
import * as sample from '../archive.fixture.ts';
import { Archive } from '../archive.ts';
import { sha256Of } from '../keys.ts';
import type { Finding } from './finding.ts';
import { setAside, verify } from './verify.ts';

let store: ObjectStore;
let archive: Archive;

beforeEach(() => {
  store = openMemory();
  archive = new Archive(store);
});

/** All that an archive keeps of one page, extracted by two versions of the rules. */
async function keep(text: string): Promise<void> {
  const bytes = Buffer.from(text);
  const sha256 = await archive.putRaw(bytes);
  const source = { ...sample.source, sha256, bytes: bytes.length };
  const address = `http://www.example.gov.cn/${sha256}`;
  await archive.putCapture({ ...sample.capture, source_id: address, sha256, bytes: bytes.length });
  await archive.putDocument({ ...sample.document(), source });
  for (const extract of ['1', '2']) {
    const made_by = { version: '0.1.0', stages: { 'parse.html': '1', extract } };
    const record_id = `${sha256.slice(0, 16)}-1`;
    const record = sample.record({ record_id, text, made_by });
    await archive.putRecords(sha256, [{ ...record, source }]);
  }
  await archive.putQuarantine({
    source_id: `${address}/attachment`,
    sha256: null,
    code: 'parse/encrypted',
    stage: 'parse',
    attempts: 1,
    message: '需要密码',
    version: 'v',
  });
  await archive.putTombstone({
    event: 'vanished',
    source_id: address,
    site: 'example',
    at: '2024-03-01T00:00:00Z',
    sha256,
    last_seen_at: null,
    first_missing_at: '2024-02-01T00:00:00Z',
    rounds: 3,
    answer: '404',
  });
}

async function findings(): Promise<readonly Finding[]> {
  const verdicts = await Array.fromAsync(verify(store));
  return verdicts.flatMap((verdict) => verdict.findings);
}

const keysOf = async (prefix = ''): Promise<readonly string[]> =>
  (await Array.fromAsync(store.list(prefix))).map(({ key }) => key);

async function flip(key: string, share: number): Promise<void> {
  const bytes = Buffer.from((await store.get(key)) ?? []);
  const bit = Math.floor(bytes.length * 8 * share);
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  await store.put(key, bytes, 'application/octet-stream');
}

test('a whole store gives one verdict an object and no finding', async () => {
  await keep('关于印发规划的通知');
  const verdicts = await Array.fromAsync(verify(store));
  expect(verdicts.map(({ key }) => key)).toEqual(await keysOf());
  expect(await findings()).toEqual([]);
});

test('one bit flipped in each of many objects names exactly those', async () => {
  for (let at = 0; at < 150; at++) await keep(`第${at}号公告`.repeat(1 + (at % 7)));
  const keys = await keysOf();
  // A damaged pointer can vouch for nothing: it has a test of its own below.
  const hit = keys.filter((key, at) => !key.startsWith('latest/') && at % 2 === 0);
  for (const [at, key] of hit.entries()) await flip(key, ((at * 37) % 101) / 101);
  const found = await findings();
  expect(hit.length).toBeGreaterThan(400);
  expect(
    new Set(found.filter(({ problem }) => problem === 'damaged').map(({ key }) => key)),
  ).toEqual(new Set(hit));
  expect(found.filter(({ problem }) => problem !== 'damaged')).toEqual([]);
});

test.each(Array.from({ length: 48 }, (_, at) => at))(
  'bit %d of forty-eight of a document',
  async (at) => {
    await keep('决定');
    const [key = ''] = await keysOf('documents/');
    await flip(key, at / 48);
    expect(await findings()).toMatchObject([{ key, problem: 'damaged' }]);
  },
);

test('a damaged pointer is named, and its records as unvouched', async () => {
  await keep('公告');
  const [pointer = ''] = await keysOf('latest/');
  await flip(pointer, 0.5);
  const found = await findings();
  expect(found.filter(({ problem }) => problem === 'damaged')).toMatchObject([{ key: pointer }]);
  expect(found.filter(({ problem }) => problem === 'unvouched').map(({ key }) => key)).toEqual(
    await keysOf('records/'),
  );
});

test('bytes under the key of others are damaged, although they are whole', async () => {
  await keep('甲');
  await keep('乙');
  for (const prefix of ['raw/', 'documents/', 'captures/', 'records/', 'latest/', 'quarantine/']) {
    const [one = '', other = ''] = await keysOf(prefix);
    const before = await store.get(other);
    await store.put(other, (await store.get(one)) ?? new Uint8Array(), 'application/octet-stream');
    expect(await findings(), prefix).toContainEqual(
      expect.objectContaining({ key: other, problem: 'damaged' }),
    );
    await store.put(other, before ?? new Uint8Array(), 'application/octet-stream');
  }
  expect(await findings()).toEqual([]);
});

test('what others need and is gone is missing', async () => {
  await keep('通告');
  const [raw = ''] = await keysOf('raw/');
  const [record = ''] = await keysOf('records/');
  await store.delete(raw);
  await store.delete(record);
  const found = await findings();
  expect(new Set(found.map(({ key, problem }) => `${problem} ${key}`))).toEqual(
    new Set([`missing ${raw}`, `missing ${record}`]),
  );
});

test('what the archive does not write is foreign', async () => {
  await store.put('notes/todo.txt', Buffer.from('x'), 'text/plain');
  expect(await findings()).toMatchObject([{ key: 'notes/todo.txt', problem: 'foreign' }]);
});

test('what is set aside is written anew, and its old bytes are kept', async () => {
  await keep('批复');
  const [key = ''] = await keysOf('documents/');
  await flip(key, 0.6);
  const damagedBytes = await store.get(key);
  for (const finding of await findings()) await setAside(store, finding);
  expect(await store.has(key)).toBe(false);
  await keep('批复');
  expect(await findings()).toEqual([]);
  expect(gunzipSync((await store.get(key)) ?? new Uint8Array()).length).toBeGreaterThan(0);
  expect(sha256Of((await store.get(`damaged/${key}`)) ?? '')).toBe(sha256Of(damagedBytes ?? ''));
});
