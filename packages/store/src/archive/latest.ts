/**
 * The pointer from the bytes of a document to its current records.
 *
 * One per document rather than one per record: when a changed rule finds other parts in a document,
 * the new set replaces the old one in a single write, and no record of the old set is left over.
 *
 * Bytes that say what earlier bytes of their source say (a counter or a toolbar changed) have no
 * records of their own: their pointer names the earlier bytes, for good.
 */
import type { DocumentRecord } from '@xxgk/extract/record';
import { z } from 'zod';
import type { ObjectStore } from '../objects/object-store.ts';
import { latestKey, latestPrefix } from './keys.ts';
import { sealed, unsealed } from './sealed.ts';

const entrySchema = z.object({
  record_id: z.string(),
  parent_id: z.string().nullable(),
  kind: z.enum(['annual_report', 'official_document', 'interpretation', 'other']),
  /** See {@link yearOf}. */
  year: z.int().nullable(),
  key: z.string(),
  /** Lower-case hex of the record's bytes. */
  sha256: z.string(),
});

export const latestSchema = z.object({
  schema: z.literal('xxgk.latest/1'),
  /** Lower-case hex of the bytes as fetched. */
  sha256: z.string(),
  records: z.array(entrySchema),
  /** Records that were current once, so that they too can be told from damaged ones; absent at first. */
  former: z.array(z.object({ key: z.string(), sha256: z.string() })).optional(),
  /** Hash of the bytes whose records stand for these too; absent where they have their own. */
  same_as: z.string().optional(),
});

export type LatestEntry = z.infer<typeof entrySchema>;
export type Latest = z.infer<typeof latestSchema>;

/** The year a record is about: of the report, else of its signature, else of its publication. */
export function yearOf(record: DocumentRecord): number | null {
  if (record.kind === 'annual_report') return record.report_year;
  const date = record.issued_on ?? record.published_on;
  return date === null ? null : Number(date.slice(0, 4));
}

/** What a pointer that is replaced by one to other records leaves to it. */
export function formerOf(
  before: Latest | undefined,
  records: readonly LatestEntry[],
): Pick<Latest, 'former'> {
  const current = new Set(records.map(({ key }) => key));
  const replaced = (before?.records ?? []).map(({ key, sha256 }) => ({ key, sha256 }));
  const former = [...(before?.former ?? []), ...replaced].filter(({ key }) => !current.has(key));
  former.sort((one, other) => (one.key < other.key ? -1 : 1));
  return former.length > 0 ? { former } : {};
}

export async function putLatest(store: ObjectStore, latest: Latest): Promise<void> {
  const key = latestKey(latest.sha256);
  const bytes = sealed(latest);
  const standing = await store.get(key);
  if (standing && Buffer.from(standing).equals(bytes)) return;
  await store.put(key, bytes, 'application/json');
}

export async function getLatest(store: ObjectStore, sha256: string): Promise<Latest | undefined> {
  return await readLatest(store, latestKey(sha256));
}

/** All pointers, in the order of content hashes. */
export async function* allLatest(store: ObjectStore): AsyncIterable<Latest> {
  for await (const { key } of store.list(latestPrefix)) {
    const latest = await readLatest(store, key);
    if (latest) yield latest;
  }
}

/** @throws {IntegrityError} */
export async function readLatest(store: ObjectStore, key: string): Promise<Latest | undefined> {
  const bytes = await store.get(key);
  return bytes && unsealed(key, bytes, latestSchema);
}
