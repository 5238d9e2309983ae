/**
 * Goes through a whole store and says what is not as it was written: bit rot, losses, strangers.
 * Nothing is changed, and one object is held at a time.
 */
import type { ObjectStore } from '../../objects/object-store.ts';
import { setAsidePrefix } from '../keys.ts';
import { type Finding, missing } from './finding.ts';
import { checks, findingOf } from './kinds.ts';
import { type Pointers, pointersOf } from './pointers.ts';

/** What a walk over a store found at one object; `findings` is empty for most. */
export interface Verdict {
  readonly key: string;
  /** Bytes of the object. */
  readonly size: number;
  readonly findings: readonly Finding[];
}

/**
 * One verdict for each object, in the order of keys. What is named and missing is told at the object
 * that names it. What was set aside before is not looked at.
 *
 * @throws {StoreError} when the store fails.
 */
export async function* verify(store: ObjectStore): AsyncIterable<Verdict> {
  const pointers = pointersOf(store);
  for await (const { key, size } of store.list('')) {
    if (key.startsWith(setAsidePrefix)) continue;
    yield { key, size, findings: await findingsAt(key, store, pointers) };
  }
}

async function findingsAt(
  key: string,
  store: ObjectStore,
  pointers: Pointers,
): Promise<readonly Finding[]> {
  const check = checks[key.split('/', 1)[0] ?? ''];
  if (check === undefined) {
    return [{ key, problem: 'foreign', why: 'The archive writes no such key.' }];
  }
  try {
    const bytes = await store.get(key);
    return bytes ? await check({ key, bytes, store, pointers }) : [missing(key, 'A listing')];
  } catch (error) {
    return [findingOf(key, error)];
  }
}

/**
 * Moves a damaged object to `damaged/<key>`: the next run finds its place empty and writes it anew,
 * and what is left of the old bytes is not lost.
 */
export async function setAside(store: ObjectStore, { key, problem }: Finding): Promise<void> {
  if (problem !== 'damaged') return;
  const bytes = await store.get(key);
  if (!bytes) return;
  await store.put(`${setAsidePrefix}${key}`, bytes, 'application/octet-stream');
  await store.delete(key);
}
