/** The pointers that vouch for records: a record is JSON whose hash stands in them alone. */
import { IntegrityError } from '../../errors.ts';
import type { ObjectStore } from '../../objects/object-store.ts';
import { latestPrefixOf, sha256Of } from '../keys.ts';
import { type Latest, readLatest } from '../latest.ts';
import { damaged, type Finding } from './finding.ts';

/** The pointer under a key; null where there is none that is whole. */
export type Pointers = (key: string) => Promise<Latest | null>;

/** Remembers the newest: the records of one document follow each other in a listing. */
export function pointersOf(store: ObjectStore): Pointers {
  let held: { prefix: string; latest: Promise<Latest | null> } | undefined;
  return async (key) => {
    const prefix = latestPrefixOf(key);
    if (held?.prefix !== prefix) held = { prefix, latest: wholeLatest(store, prefix) };
    return await held.latest;
  };
}

async function wholeLatest(store: ObjectStore, prefix: string): Promise<Latest | null> {
  try {
    for await (const { key } of store.list(prefix)) return (await readLatest(store, key)) ?? null;
  } catch (error) {
    if (!(error instanceof IntegrityError)) throw error;
  }
  return null;
}

/** Whether a record is the one that the pointer of its document knows, now or before. */
export function vouched(key: string, bytes: Uint8Array, latest: Latest | null): readonly Finding[] {
  const named = [...(latest?.records ?? []), ...(latest?.former ?? [])].find(
    (entry) => entry.key === key,
  );
  if (named === undefined) {
    return [{ key, problem: 'unvouched', why: 'No pointer names it, so its hash is not known.' }];
  }
  const found = sha256Of(bytes);
  if (found === named.sha256) return [];
  return [damaged(key, `Its sha256 is ${found}; the pointer says ${named.sha256}.`)];
}
