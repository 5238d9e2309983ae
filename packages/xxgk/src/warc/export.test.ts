import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beginning, type Outcome } from '@xxgk/ingest/warc';
import { readRecording } from '@xxgk/ingest/warc/read';
import { Archive, type Capture, openMemory } from '@xxgk/store';
import { beforeEach, expect, test } from 'vitest';
import { exportedCaptures, infoRecord, noCounts, type UnchangedAt } from './export.ts';

let archive: Archive;
beforeEach(() => {
  archive = new Archive(openMemory());
});

const address = 'http://www.yunhe.gov.cn/nb/1.html';
const html = (text: string): string =>
  `<html><head><meta charset="utf-8"></head><body><p>${text.repeat(40)}</p></body></html>`;

async function take(body: string, day: number, part: Partial<Capture> = {}): Promise<void> {
  const bytes = Buffer.from(body);
  const sha256 = await archive.putRaw(bytes);
  await archive.putCapture({
    source_id: address,
    url: address,
    file_name: null,
    fetched_at: `2026-03-0${day}T01:02:03.456Z`,
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip' },
    redirects: [],
    length: 'chunked',
    sha256,
    bytes: bytes.length,
    ...part,
  });
}

async function exported(unchangedAt?: UnchangedAt) {
  const counts = noCounts();
  const members = await Array.fromAsync(exportedCaptures(archive, {}, counts, unchangedAt));
  const bytes = Buffer.concat([infoRecord('a.warc.gz', '2026-03-09T00:00:00Z'), ...members]);
  return { bytes, counts, text: gunzipSync(bytes).toString() };
}

async function readBack(bytes: Buffer): Promise<readonly Outcome[]> {
  const folder = await mkdtemp(join(tmpdir(), 'xxgk-warc-'));
  try {
    const path = join(folder, 'a.warc.gz');
    await writeFile(path, bytes);
    const portions = await Array.fromAsync(readRecording(path, 'warc', beginning));
    return portions.flatMap(({ outcomes }) => outcomes);
  } finally {
    await rm(folder, { recursive: true });
  }
}

test('what comes out is what was captured: bytes, address, time, type; the coding is set aside', async () => {
  await take(html('云河县'), 1);
  const [outcome, ...others] = await readBack((await exported()).bytes);
  expect(others).toEqual([]);
  expect(outcome).toMatchObject({
    kind: 'file',
    status: 200,
    file: { url: address, fetchedAt: '2026-03-01T01:02:03.456Z', declaredType: 'text/html' },
    headers: { 'x-archive-orig-content-encoding': 'gzip' },
  });
  const file = outcome?.kind === 'file' ? Buffer.from(outcome.file.bytes).toString() : '';
  expect(file).toBe(html('云河县'));
});

test('what a source gives again is a revisit, of its own earlier record', async () => {
  await take(html('甲'), 1);
  await take(html('乙'), 2);
  await take(html('甲'), 3);
  const { bytes, counts } = await exported(() => '2026-03-05T00:00:00.000Z');
  expect(counts).toMatchObject({ responses: 2, revisits: 2 });
  const outcomes = await readBack(bytes);
  expect(outcomes.map(({ kind }) => kind)).toEqual(['file', 'file', 'revisit', 'revisit']);
  expect(outcomes[2]).toMatchObject({
    fetchedAt: '2026-03-03T01:02:03.456Z',
    refersTo: { url: address, fetchedAt: '2026-03-01T01:02:03.456Z' },
  });
  expect(outcomes[3]).toMatchObject({ status: 304, fetchedAt: '2026-03-05T00:00:00.000Z' });
});

test('each record is a gzip member with the fields that the standard asks for', async () => {
  await take(html('甲'), 1, {
    redirects: ['http://old.gov.cn/1'],
    source_id: 'http://asked.gov.cn/',
  });
  const { text, bytes } = await exported();
  const heads = text.split('WARC/1.1\r\n').slice(1);
  expect(heads).toHaveLength(3);
  for (const head of heads) {
    for (const field of ['WARC-Type', 'WARC-Record-ID', 'WARC-Date', 'Content-Length']) {
      expect(head).toMatch(new RegExp(`^${field}: \\S`, 'm'));
    }
    expect(head.endsWith('\r\n\r\n')).toBe(true);
  }
  const ids = heads.map((head) => /WARC-Record-ID: (\S+)/.exec(head)?.[1]);
  expect(new Set(ids).size).toBe(3);
  for (const id of ids)
    expect(id).toMatch(/^<urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}>$/);
  expect(text).toContain('requested: http://asked.gov.cn/\r\nredirect: http://old.gov.cn/1\r\n');
  const magic = Buffer.from([0x1f, 0x8b, 0x08]);
  expect(bytes.toString('latin1').split(magic.toString('latin1')).length).toBeGreaterThan(3);
});

test('a header that holds a line end writes no line of its own', async () => {
  await take(html('甲'), 1, {
    headers: { 'x-a': 'b\r\nwarc-type: x', 'content-type': 'text/html' },
  });
  expect((await exported()).text).toContain('x-a: b warc-type: x\r\n');
});

test('local files and files of archives are left out, lost bytes are told', async () => {
  await take(html('甲'), 1, { source_id: 'a.html', url: null, fetched_at: null });
  await take(html('乙'), 1, {
    source_id: 'b.zip!/c.html',
    archive: { source_id: 'b.zip', sha256: 'ab', member: 'c.html', depth: 1 },
  });
  await take(html('丙'), 1);
  const [{ key = '' } = {}] = (await Array.fromAsync(archive.store.list('raw/'))).slice(-1);
  for await (const object of archive.store.list('raw/')) await archive.store.delete(object.key);
  expect(key).not.toBe('');
  expect((await exported()).counts).toEqual({ responses: 0, revisits: 0, leftOut: 2, lost: 1 });
});

test('the same captures give the same records', async () => {
  await take(html('甲'), 1);
  expect((await exported()).bytes.equals((await exported()).bytes)).toBe(true);
});
