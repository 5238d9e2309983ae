import { expect, test } from 'vitest';
import { openMemory } from '../objects/memory.ts';
import { sha256 } from './archive.fixture.ts';
import { Archive } from './archive.ts';
import type { Tombstone } from './tombstone.ts';

const vanished: Omit<Tombstone, 'schema'> = {
  event: 'vanished',
  source_id: 'http://a.gov.cn/1.html',
  site: 'a',
  at: '2026-03-04T00:00:00.000Z',
  sha256,
  last_seen_at: '2026-03-01T00:00:00.000Z',
  first_missing_at: '2026-03-02T00:00:00.000Z',
  rounds: 3,
  answer: 'status 404',
};
const revived = { ...vanished, event: 'revived' as const, at: '2026-03-09T00:00:00.000Z' };

test('a source vanishes, comes back and vanishes again; nothing is overwritten', async () => {
  const archive = new Archive(openMemory());
  const later = { ...vanished, at: '2026-04-01T00:00:00.000Z' };
  for (const each of [vanished, revived, later]) await archive.putTombstone(each);
  const found = await Array.fromAsync(archive.tombstones(vanished.source_id));
  expect(found.map(({ event, at }) => [event, at])).toEqual([
    ['vanished', vanished.at],
    ['revived', revived.at],
    ['vanished', later.at],
  ]);
});

test('told twice, as after a crash, the first stands', async () => {
  const archive = new Archive(openMemory());
  await archive.putTombstone(vanished);
  const standing = await archive.putTombstone({ ...vanished, at: '2026-03-05T00:00:00.000Z' });
  expect(standing.at).toBe(vanished.at);
  expect(await Array.fromAsync(archive.tombstones())).toHaveLength(1);
});

test('one that is damaged is not taken for a true one', async () => {
  const store = openMemory();
  const archive = new Archive(store);
  await archive.putTombstone(vanished);
  const [{ key = '' } = {}] = await Array.fromAsync(store.list('tombstones/'));
  const bytes = Buffer.from((await store.get(key)) ?? []).toString();
  await store.put(key, Buffer.from(bytes.replace('404', '500')), 'application/json');
  await expect(Array.fromAsync(archive.tombstones())).rejects.toMatchObject({
    code: 'store/damaged',
  });
});
