import { beforeEach, expect, test } from 'vitest';
import { capture, record, source } from '../archive/archive.fixture.ts';
import { Archive } from '../archive/archive.ts';
import type { Capture } from '../archive/capture.ts';
import { sha256Of } from '../archive/keys.ts';
import { openMemory } from '../objects/memory.ts';
import { supersededIn } from './superseded.ts';

let archive = new Archive(openMemory());
beforeEach(() => {
  archive = new Archive(openMemory());
});

const hashOf = (name: string): string => sha256Of(name);

/** A source gives bytes, named by one letter, at a time; null for a local file. */
async function gives(
  sourceId: string,
  bytes: string,
  at: string | null = null,
  more: Partial<Capture> = {},
): Promise<void> {
  const sha256 = hashOf(bytes);
  await archive.putCapture({ ...capture, source_id: sourceId, sha256, fetched_at: at, ...more });
  const part = { record_id: `${sha256.slice(0, 16)}-0`, source: { ...source, sha256 } };
  if (!(await archive.latest(sha256))) await archive.putRecords(sha256, [record(part)]);
}

const outOf = (id: string, bytes: string): Partial<Capture> => ({
  archive: { source_id: id, sha256: hashOf(bytes), member: 'm', depth: 1 },
});

const superseded = async (): Promise<readonly string[]> => {
  const found = await supersededIn(archive);
  return ['a', 'b', 'c', 'x', 'y', 'm', 'n'].filter((name) => found.has(hashOf(name)));
};

test('a source that gave one thing has no earlier version', async () => {
  await gives('http://x.gov.cn/1', 'a', '2024-01-01T00:00:00Z');
  await gives('http://x.gov.cn/2', 'b', '2024-01-01T00:00:00Z');
  expect(await superseded()).toEqual([]);
});

test('all but the newest of a source are superseded', async () => {
  await gives('http://x.gov.cn/1', 'a', '2024-01-01T00:00:00Z');
  await gives('http://x.gov.cn/1', 'b', '2024-02-01T00:00:00Z');
  await gives('http://x.gov.cn/1', 'c', '2024-03-01T00:00:00Z');
  expect(await superseded()).toEqual(['a', 'b']);
});

test('a recording that is read later may be older', async () => {
  await gives('http://x.gov.cn/1', 'a', '2024-01-01T00:00:00Z');
  await gives('http://x.gov.cn/1', 'b', '2019-01-01T00:00:00Z');
  expect(await superseded()).toEqual(['b']);
});

test('of local files, which have no time, the last one stands', async () => {
  await gives('docs/a.html', 'a');
  await gives('docs/a.html', 'b');
  expect(await superseded()).toEqual(['a']);
});

test('what came back is current again', async () => {
  await gives('http://x.gov.cn/1', 'a', '2024-01-01T00:00:00Z');
  await gives('http://x.gov.cn/1', 'b', '2024-02-01T00:00:00Z');
  await gives('http://x.gov.cn/1', 'a', '2024-03-01T00:00:00Z');
  expect(await superseded()).toEqual(['b']);
});

test('what another source still gives is current', async () => {
  await gives('http://x.gov.cn/1', 'a', '2024-01-01T00:00:00Z');
  await gives('http://x.gov.cn/1', 'b', '2024-02-01T00:00:00Z');
  await gives('http://y.gov.cn/copy', 'a', '2024-01-05T00:00:00Z');
  expect(await superseded()).toEqual([]);
});

test('a changed toolbar makes no version: the records of the earlier bytes stand', async () => {
  await gives('http://x.gov.cn/1', 'a', '2024-01-01T00:00:00Z');
  await archive.putSame(hashOf('b'), hashOf('a'));
  await gives('http://x.gov.cn/1', 'b', '2024-02-01T00:00:00Z');
  expect(await superseded()).toEqual([]);
});

test('the files of a superseded archive are superseded, those that it still has are not', async () => {
  await gives('all.zip', 'x');
  await gives('all.zip!/gone', 'm', null, outOf('all.zip', 'x'));
  await gives('all.zip!/kept', 'n', null, outOf('all.zip', 'x'));
  await gives('all.zip', 'y');
  await gives('all.zip!/other', 'n', null, outOf('all.zip', 'y'));
  expect(await superseded()).toEqual(['x', 'm']);
});
