/** How documents and records become bytes, and back. */
import type { Document } from '@xxgk/extract/document';
import { type DocumentRecord, recordSchema } from '@xxgk/extract/record';
import { IntegrityError, InvalidRecordError, said } from '../errors.ts';
import type { ObjectStore } from '../objects/object-store.ts';
import { canonicalBytes, compress, decompress, parseJson } from './canonical.ts';
import { recordKey, recordVersionOf, sha256Of } from './keys.ts';
import { type LatestEntry, yearOf } from './latest.ts';

export async function writeDocument(
  store: ObjectStore,
  key: string,
  document: Document,
): Promise<void> {
  await store.put(key, compress(canonicalBytes(document)), 'application/gzip');
}

/** @throws {IntegrityError} when the object is cut off, fails its checksum or is of other bytes. */
export async function readDocument(
  store: ObjectStore,
  key: string,
  sha256: string,
): Promise<Document | undefined> {
  const bytes = await store.get(key);
  if (!bytes) return undefined;
  const document = decodedDocument(key, bytes);
  if (document.source.sha256 === sha256) return document;
  throw new IntegrityError(key, `the document of ${sha256}`, 'something else');
}

/** @throws {IntegrityError} when the bytes are no document. */
export function decodedDocument(key: string, bytes: Uint8Array): Document {
  const value = inflated(key, bytes);
  if (isDocument(value)) return value;
  throw new IntegrityError(key, 'a document', 'something else');
}

/** @throws {IntegrityError} when the bytes are no record. */
export function decodedRecord(key: string, bytes: Uint8Array): DocumentRecord {
  try {
    const { data, error } = recordSchema.safeParse(parseJson(bytes));
    if (data) return data;
    throw new IntegrityError(key, 'a record', error.issues[0]?.message ?? 'something else');
  } catch (error) {
    if (error instanceof IntegrityError) throw error;
    throw new IntegrityError(key, 'a record', said(error));
  }
}

/** A record on its way into the store. */
interface Prepared {
  readonly record: DocumentRecord;
  readonly key: string;
  readonly bytes: Uint8Array;
}

/** @throws {InvalidRecordError} */
export function prepareRecord(record: DocumentRecord): Prepared {
  const { success, error } = recordSchema.safeParse(record);
  if (!success) {
    const [issue] = error.issues;
    const why = `${issue?.path.join('.')}: ${issue?.message ?? 'unknown'}`;
    throw new InvalidRecordError(record.record_id, why);
  }
  const key = recordKey(record.record_id, recordVersionOf(record));
  return { record, key, bytes: canonicalBytes(record) };
}

/**
 * Stores a record, or finds the one that stands under its key: records are never overwritten, but
 * for one that is not what its pointer says, which is damaged.
 *
 * @param pointed Hash by which the current pointer knows this key.
 */
export async function writeRecord(
  store: ObjectStore,
  { record, key, bytes }: Prepared,
  pointed: string | undefined,
): Promise<LatestEntry> {
  const { record_id, parent_id, kind } = record;
  const entry = { record_id, parent_id, kind, year: yearOf(record), key };
  const standing = await store.get(key);
  const found = standing && sha256Of(standing);
  if (standing && found !== undefined && isSound(standing, found, pointed)) {
    return { ...entry, sha256: found };
  }
  await store.put(key, bytes, 'application/json');
  return { ...entry, sha256: sha256Of(bytes) };
}

/** Without a pointer (the program died before it wrote one) a whole record is believed. */
function isSound(bytes: Uint8Array, found: string, pointed: string | undefined): boolean {
  if (pointed !== undefined) return pointed === found;
  try {
    return recordSchema.safeParse(parseJson(bytes)).success;
  } catch {
    return false;
  }
}

/** @throws {IntegrityError} when the record is gone or is not the one pointed at. */
export async function readRecord(store: ObjectStore, entry: LatestEntry): Promise<DocumentRecord> {
  const bytes = await store.get(entry.key);
  const found = bytes ? sha256Of(bytes) : 'nothing';
  if (!bytes || found !== entry.sha256) {
    throw new IntegrityError(entry.key, `sha256 ${entry.sha256}`, found);
  }
  // Checked against the schema before it was written, and the bytes are those.
  return parseJson(bytes) as DocumentRecord;
}

function inflated(key: string, bytes: Uint8Array): unknown {
  try {
    return parseJson(decompress(bytes));
  } catch (error) {
    throw new IntegrityError(key, 'compressed JSON', said(error));
  }
}

/** By its schema mark: the rest was typed when it was written, and gzip's checksum has been met. */
const isDocument = (value: unknown): value is Document =>
  typeof value === 'object' &&
  value !== null &&
  'schema' in value &&
  value.schema === 'xxgk.document/1';
