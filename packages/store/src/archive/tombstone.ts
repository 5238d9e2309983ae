/**
 * Tombstones: a source whose address has given nothing for several rounds has vanished, and may come
 * back. Both are kept as objects of their own; what was read from it stays as it is.
 */
import { z } from 'zod';
import type { ObjectStore } from '../objects/object-store.ts';
import { ahead } from './ahead.ts';
import { allTombstonesPrefix, tombstoneKey, tombstonesPrefix } from './keys.ts';
import { sealed, unsealed } from './sealed.ts';

/** RFC 3339, UTC. */
const instant = z.string();

export const tombstoneSchema = z.object({
  schema: z.literal('xxgk.tombstone/1'),
  event: z.enum(['vanished', 'revived']),
  /** As in the capture. */
  source_id: z.string(),
  /** Id of the site whose rounds missed it. */
  site: z.string(),
  /** When this was found. */
  at: instant,
  /** Of the bytes that were there last; lower-case hex. */
  sha256: z.string(),
  /** When it last gave something; null where that is not known any more. */
  last_seen_at: instant.nullable(),
  /** When it first gave nothing; null for what came back. */
  first_missing_at: instant.nullable(),
  /** Rounds in a row that found nothing; 0 for what came back. */
  rounds: z.int(),
  /** What answered instead, in the words of the error; null for what came back. */
  answer: z.string().nullable(),
});

export type Tombstone = z.infer<typeof tombstoneSchema>;

/** Objects read ahead while a consumer is busy with one. */
const readAhead = 16;

/**
 * Keeps one unless the newest of its source tells of the same event: after a crash it is told twice.
 *
 * @returns the one that stands.
 */
export async function putTombstone(store: ObjectStore, tombstone: Tombstone): Promise<Tombstone> {
  const before = await Array.fromAsync(tombstonesOf(store, tombstone.source_id));
  const newest = before.at(-1);
  if (newest?.event === tombstone.event) return newest;
  const key = tombstoneKey(tombstone.source_id, before.length + 1);
  await store.put(key, sealed(tombstone), 'application/json');
  return tombstone;
}

/** Of one source, oldest first. */
export async function* tombstonesOf(
  store: ObjectStore,
  sourceId: string,
): AsyncIterable<Tombstone> {
  yield* under(store, tombstonesPrefix(sourceId));
}

/** Of all sources: those of one source follow each other, oldest first. */
export const allTombstones = (store: ObjectStore): AsyncIterable<Tombstone> =>
  under(store, allTombstonesPrefix);

async function* under(store: ObjectStore, prefix: string): AsyncIterable<Tombstone> {
  const found = ahead(store.list(prefix), readAhead, async ({ key }) => {
    const bytes = await store.get(key);
    return bytes && unsealed(key, bytes, tombstoneSchema);
  });
  for await (const tombstone of found) if (tombstone) yield tombstone;
}
