import { beforeEach, describe, expect, test } from 'vitest';
import { openMemory } from '../objects/memory.ts';
import type { ObjectStore } from '../objects/object-store.ts';
import { bytes, capture, document, record, sha256, source } from './archive.fixture.ts';
import { Archive } from './archive.ts';
import { latestKey, quarantineKey, rawKey, sha256Of } from './keys.ts';

let store: ObjectStore = openMemory();
let archive = new Archive(store);
beforeEach(() => {
  store = openMemory();
  archive = new Archive(store);
});

const keysOf = async (from: ObjectStore, prefix = ''): Promise<readonly string[]> =>
  (await Array.fromAsync(from.list(prefix))).map(({ key }) => key);

/** Every object and the hash of its bytes. */
async function tree(of: ObjectStore): Promise<readonly (readonly [string, string])[]> {
  const keys = await keysOf(of);
  return await Promise.all(
    keys.map(async (key) => [key, sha256Of((await of.get(key)) ?? '')] as const),
  );
}

async function flipOneBit(key: string, at = 0.5): Promise<void> {
  const damaged = Buffer.from((await store.get(key)) ?? []);
  const index = Math.floor(damaged.byteLength * at);
  damaged[index] = (damaged[index] ?? 0) ^ 1;
  await store.put(key, damaged, 'application/octet-stream');
}

const damaged = { code: 'store/damaged', remedy: 'give-up' };

describe('raw bytes', () => {
  test('are kept once, under their hash', async () => {
    expect(await archive.putRaw(bytes)).toBe(sha256);
    expect(await archive.putRaw(Buffer.from(bytes))).toBe(sha256);
    expect(await keysOf(store)).toEqual([rawKey(sha256)]);
    expect(Buffer.from((await archive.getRaw(sha256)) ?? []).equals(bytes)).toBe(true);
  });

  test('that are damaged are never handed out', async () => {
    await archive.putRaw(bytes);
    await flipOneBit(rawKey(sha256));
    await expect(archive.getRaw(sha256)).rejects.toMatchObject(damaged);
  });

  test('that are missing are undefined', async () => {
    expect(await archive.getRaw(sha256)).toBeUndefined();
    expect(await archive.hasRaw(sha256)).toBe(false);
  });
});

describe('captures', () => {
  const sums = async () =>
    (await Array.fromAsync(archive.captures(capture.source_id))).map((each) => each.sha256);
  const other = sha256Of('other bytes');

  test('of the same bytes: the first one stands, with its time', async () => {
    await archive.putCapture(capture);
    const again = await archive.putCapture({ ...capture, fetched_at: '2030-01-01T00:00:00Z' });
    expect(again).toMatchObject({ isNew: false, sequence: 1, capture });
    expect(await keysOf(store)).toHaveLength(1);
  });

  test('are counted by change, also when the bytes come back', async () => {
    for (const sum of [sha256, other, other, sha256]) {
      await archive.putCapture({ ...capture, sha256: sum });
    }
    expect(await sums()).toEqual([sha256, other, sha256]);
  });

  test('out of recordings stand at their time, in whatever order they come, and come again', async () => {
    const recorded = (year: number, sum: string, offset = year) => ({
      ...capture,
      fetched_at: `${year}-01-01T00:00:00.000Z`,
      sha256: sum,
      container: {
        source_id: 'a.warc',
        part: null,
        offset,
        inner: 0,
        record_id: null,
        digest: null,
      },
    });
    const seen = [
      recorded(2019, sha256),
      recorded(2020, sha256),
      recorded(2021, other),
      recorded(2022, sha256),
      // Two in one second.
      recorded(2022, other, 1),
      recorded(2022, sha256, 2),
    ];
    for (const each of seen) await archive.putCapture(each);
    const before = await tree(store);
    expect(await sums()).toEqual([sha256, other, sha256, other, sha256]);
    for (const each of seen) expect(await archive.putCapture(each)).toMatchObject({ isNew: false });
    expect(await tree(store)).toEqual(before);
  });

  test('of two sources are apart', async () => {
    await archive.putCapture(capture);
    await archive.putCapture({ ...capture, source_id: 'b' });
    expect(await sums()).toEqual([sha256]);
  });

  test('that are damaged are said to be', async () => {
    await archive.putCapture(capture);
    const [key = ''] = await keysOf(store);
    for (const at of [0.1, 0.5, 0.9]) {
      await flipOneBit(key, at);
      await expect(sums()).rejects.toMatchObject(damaged);
      await flipOneBit(key, at);
    }
    expect(await sums()).toEqual([sha256]);
  });
});

describe('documents', () => {
  test('come back by the stages that read them', async () => {
    await archive.putDocument(document({ 'parse.html': '1' }));
    await archive.putDocument(document({ 'parse.html': '2' }));
    expect(await archive.getDocument(sha256, { 'parse.html': '2' })).toEqual(
      document({ 'parse.html': '2' }),
    );
    expect(await archive.getDocument(sha256, { 'parse.html': '3' })).toBeUndefined();
    expect(await Array.fromAsync(archive.documents(sha256))).toHaveLength(2);
  });

  test('that stand are not overwritten', async () => {
    await archive.putDocument(document());
    const before = await tree(store);
    await archive.putDocument({ ...document(), source: { ...source, url: 'http://b.gov.cn/' } });
    expect(await tree(store)).toEqual(before);
  });

  test.each([0.1, 0.5, 0.9])('with one bit flipped at %d are damaged', async (at) => {
    const key = await archive.putDocument(document());
    await flipOneBit(key, at);
    await expect(archive.getDocument(sha256, document().stages)).rejects.toMatchObject(damaged);
  });

  test('of other bytes are not taken for these', async () => {
    const key = await archive.putDocument(document());
    const foreign = { ...document(), source: { ...source, sha256: sha256Of('x') } };
    const elsewhere = await new Archive(openMemory()).putDocument(foreign);
    expect(elsewhere).not.toBe(key);
    await archive.putDocument(foreign);
    await store.put(key, (await store.get(elsewhere)) ?? bytes, 'application/gzip');
    await expect(archive.getDocument(sha256, document().stages)).rejects.toMatchObject(damaged);
  });
});

describe('records', () => {
  const read = async (...filter: Parameters<Archive['records']>) =>
    (await Array.fromAsync(archive.records(...filter))).map(({ record_id }) => record_id);

  test('are the same bytes whatever the order of their keys', async () => {
    const { evidence, meta, ...rest } = record({ meta: { b: '1', a: '2' } });
    await archive.putRecords(sha256, [record({ meta: { b: '1', a: '2' } })]);
    const other = openMemory();
    await new Archive(other).putRecords(sha256, [
      { meta: { a: '2', b: '1' }, evidence, ...rest } as ReturnType<typeof record>,
    ]);
    expect(meta).toBeDefined();
    expect(await tree(other)).toEqual(await tree(store));
  });

  test('of a changed rule replace the old set, whose versions stay', async () => {
    await archive.putRecords(sha256, [
      record({ record_id: 'aa-1' }),
      record({ record_id: 'aa-2' }),
    ]);
    const newer = { version: '0.1.0', stages: { 'parse.html': '1', extract: '2' } };
    await archive.putRecords(sha256, [record({ record_id: 'aa-1', made_by: newer, title: '新' })]);
    const current = await Array.fromAsync(archive.records());
    expect(current).toEqual([record({ record_id: 'aa-1', made_by: newer, title: '新' })]);
    expect(await archive.versions('aa-1')).toHaveLength(2);
    expect(await archive.versions('aa-2')).toHaveLength(1);
  });

  test('may be none, which is not the same as never extracted', async () => {
    expect(await archive.latest(sha256)).toBeUndefined();
    await archive.putRecords(sha256, []);
    expect(await archive.latest(sha256)).toMatchObject({ sha256, records: [] });
    expect(await read()).toEqual([]);
  });

  test('are chosen by kind and by year', async () => {
    const signed = record({
      record_id: 'aa-1',
      issued_on: '2015-03-01',
      published_on: '2016-01-01',
    });
    const published = record({ record_id: 'aa-2', published_on: '2016-01-01' });
    await archive.putRecords(sha256, [signed, published, record({ record_id: 'aa-3' })]);
    expect(await read({ year: 2015 })).toEqual(['aa-1']);
    expect(await read({ year: 2016 })).toEqual(['aa-2']);
    expect(await read({ kind: 'other' })).toEqual(['aa-1', 'aa-2', 'aa-3']);
    expect(await read({ kind: 'interpretation' })).toEqual([]);
  });

  test('keep their order over many documents', async () => {
    const sums = Array.from({ length: 50 }, (_, n) => sha256Of(String(n))).sort();
    for (const sum of [...sums].reverse()) {
      await archive.putRecords(sum, [record({ record_id: `${sum.slice(0, 16)}-1` })]);
    }
    expect(await read()).toEqual(sums.map((sum) => `${sum.slice(0, 16)}-1`));
  });

  test('that break the schema stop their siblings too', async () => {
    const bad = { ...record({ record_id: 'aa-2' }), issued_on: '2015年3月' };
    await expect(archive.putRecords(sha256, [record(), bad])).rejects.toMatchObject({
      code: 'store/invalid-record',
      message: expect.stringMatching(/aa-2.*issued_on/),
    });
    expect(await keysOf(store)).toEqual([]);
  });

  test('that are damaged are said to be, and mended by storing them again', async () => {
    const { records } = await archive.putRecords(sha256, [record({ title: '通知' })]);
    await flipOneBit(records[0]?.key ?? '');
    await expect(read()).rejects.toMatchObject(damaged);
    await archive.putRecords(sha256, [record({ title: '通知' })]);
    expect(await Array.fromAsync(archive.records())).toEqual([record({ title: '通知' })]);
  });

  test('outlive a damaged pointer, which is made again', async () => {
    await archive.putRecords(sha256, [record()]);
    const before = await tree(store);
    await flipOneBit(latestKey(sha256));
    await expect(read()).rejects.toMatchObject(damaged);
    await archive.putRecords(sha256, [record()]);
    expect(await tree(store)).toEqual(before);
  });
});

test('quarantine holds what went wrong until the input has been read', async () => {
  const entry = {
    source_id: '报告/2014.pdf',
    sha256,
    code: 'parse/encrypted',
    stage: 'parse',
    attempts: 1,
    message: 'This PDF file is encrypted.',
    version: 'v1',
  };
  await archive.putQuarantine(entry);
  expect(await Array.fromAsync(archive.quarantined())).toEqual([
    { schema: 'xxgk.quarantine/1', ...entry },
  ]);
  await flipOneBit(quarantineKey(entry.source_id));
  await expect(Array.fromAsync(archive.quarantined())).rejects.toMatchObject(damaged);
  await archive.clearQuarantine(entry.source_id);
  expect(await keysOf(store)).toEqual([]);
});

describe('stopped at any write and begun again', () => {
  /** As a pipeline does it: what stands in the archive is what later stages use. */
  async function work(on: ObjectStore, fetchedAt: string): Promise<void> {
    const into = new Archive(on);
    await into.putRaw(bytes);
    const stood = await into.putCapture({ ...capture, fetched_at: fetchedAt });
    const from = { ...source, fetched_at: stood.capture.fetched_at };
    await into.putDocument({ ...document(), source: from });
    const parts = ['aa-1', 'aa-2', 'aa-3'];
    await into.putRecords(
      sha256,
      parts.map((record_id) => record({ record_id, source: from })),
    );
  }

  function failingAt(write: number, on: ObjectStore): ObjectStore {
    let writes = 0;
    return {
      ...on,
      async put(...args) {
        writes += 1;
        if (writes === write) throw new Error('power lost');
        await on.put(...args);
      },
    };
  }

  test('the pointer never dangles, and the end is that of an undisturbed run', async () => {
    await work(store, '2024-01-01T00:00:00Z');
    const undisturbed = await tree(store);
    expect(undisturbed).toHaveLength(7);
    for (let write = 1; write <= undisturbed.length; write += 1) {
      const disturbed = openMemory();
      const broken = failingAt(write, disturbed);
      await expect(work(broken, '2024-01-01T00:00:00Z')).rejects.toThrow('power lost');
      const records = await Array.fromAsync(new Archive(disturbed).records());
      expect(records).toHaveLength(0);
      // Begun again later: the clock shows another time, the store does not.
      const later = write > 2 ? '2024-02-02T00:00:00Z' : '2024-01-01T00:00:00Z';
      await work(disturbed, later);
      expect(await tree(disturbed)).toEqual(undisturbed);
    }
  });
});
