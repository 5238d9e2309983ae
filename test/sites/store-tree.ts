/** What is in a store, for comparing two. */
import { createHash } from 'node:crypto';
import { Archive, openStore } from '@xxgk/store';

/** Every key with the hash of its bytes, in order. */
export async function treeOf(store: string): Promise<readonly string[]> {
  await using opened = await openStore(store);
  const keys = await Array.fromAsync(opened.list(''));
  return await Promise.all(
    keys.map(async ({ key }) => {
      const bytes = (await opened.get(key)) ?? new Uint8Array();
      return `${key} ${createHash('sha256').update(bytes).digest('hex')}`;
    }),
  );
}

/** Current records, without the time of their fetch, in the order of their ids. */
export async function recordsOf(
  store: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
) {
  await using opened = await openStore(store, { env });
  const records = await Array.fromAsync(new Archive(opened).records());
  return records
    .map((record) => ({ ...record, source: { ...record.source, fetched_at: null } }))
    .toSorted((one, other) => (one.record_id < other.record_id ? -1 : 1));
}
