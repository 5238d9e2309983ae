/**
 * The archive: what was fetched, what was read from it, and what was extracted, in an object store.
 *
 * Work may be done twice, its effect is there once: every key and every body is a pure function of
 * the source, the hash of its bytes and the versions of the stages. The order of writing is raw
 * bytes, capture, document, records, pointer; nothing later exists without everything earlier.
 * Raw bytes, captures, documents and records are never overwritten.
 */
import type { Document } from '@xxgk/extract/document';
import type { DocumentRecord } from '@xxgk/extract/record';
import { IntegrityError } from '../errors.ts';
import type { ObjectStore } from '../objects/object-store.ts';
import { ahead } from './ahead.ts';
import {
  allCaptures,
  type Capture,
  capturesOf,
  putCapture,
  type StandingCapture,
} from './capture.ts';
import { prepareRecord, readDocument, readRecord, writeDocument, writeRecord } from './contents.ts';
import {
  documentKey,
  documentsPrefix,
  rawKey,
  recordPrefix,
  type Stages,
  sha256Of,
  versionOf,
} from './keys.ts';
import {
  allLatest,
  formerOf,
  getLatest,
  type Latest,
  type LatestEntry,
  putLatest,
} from './latest.ts';
import { clearQuarantine, putQuarantine, type QuarantineEntry, quarantined } from './quarantine.ts';
import { allTombstones, putTombstone, type Tombstone, tombstonesOf } from './tombstone.ts';

export interface RecordFilter {
  readonly kind?: DocumentRecord['kind'];
  /** Year of the report, else of signature or publication. */
  readonly year?: number;
}

/** Objects read ahead while a consumer is busy with one. */
const readAhead = 16;

export class Archive {
  readonly store: ObjectStore;

  constructor(store: ObjectStore) {
    this.store = store;
  }

  /** Keeps bytes under their own hash, which is returned; twice the same are kept once. */
  async putRaw(bytes: Uint8Array, contentType = 'application/octet-stream'): Promise<string> {
    const sha256 = sha256Of(bytes);
    await this.#putOnce(rawKey(sha256), bytes, contentType);
    return sha256;
  }

  /**
   * Bytes as fetched, or undefined where there are none of this hash.
   *
   * @throws {IntegrityError} `store/damaged` when they are not the bytes that were stored.
   */
  async getRaw(sha256: string): Promise<Uint8Array | undefined> {
    const key = rawKey(sha256);
    const bytes = await this.store.get(key);
    if (!bytes) return undefined;
    const found = sha256Of(bytes);
    if (found !== sha256) throw new IntegrityError(key, `sha256 ${sha256}`, `sha256 ${found}`);
    return bytes;
  }

  async hasRaw(sha256: string): Promise<boolean> {
    return await this.store.has(rawKey(sha256));
  }

  /** Records that a source gave these bytes; see {@link StandingCapture} for what comes back. */
  async putCapture(capture: Omit<Capture, 'schema'>): Promise<StandingCapture> {
    return await putCapture(this.store, { schema: 'xxgk.capture/1', ...capture });
  }

  /** All captures of a source, oldest first. */
  captures(sourceId: string): AsyncIterable<Capture> {
    return capturesOf(this.store, sourceId);
  }

  /** All captures of all sources: those of one source follow each other, oldest first. */
  allCaptures(): AsyncIterable<Capture> {
    return allCaptures(this.store);
  }

  /** See {@link putTombstone}. */
  async putTombstone(tombstone: Omit<Tombstone, 'schema'>): Promise<Tombstone> {
    return await putTombstone(this.store, { schema: 'xxgk.tombstone/1', ...tombstone });
  }

  /** Of one source, or of all: those of one follow each other, oldest first. */
  tombstones(sourceId?: string): AsyncIterable<Tombstone> {
    return sourceId === undefined ? allTombstones(this.store) : tombstonesOf(this.store, sourceId);
  }

  /**
   * Keeps a document under the hash of its bytes and the versions of the stages that read it, and
   * returns its key. One that stands already is kept: extract from what {@link getDocument} gives.
   */
  async putDocument(document: Document): Promise<string> {
    const key = documentKey(document.source.sha256, versionOf(document.stages));
    if (!(await this.store.has(key))) await writeDocument(this.store, key, document);
    return key;
  }

  /** The document read from these bytes by exactly these stages. @throws {IntegrityError} */
  async getDocument(sha256: string, stages: Stages): Promise<Document | undefined> {
    return await readDocument(this.store, documentKey(sha256, versionOf(stages)), sha256);
  }

  /** Every kept reading of these bytes. @throws {IntegrityError} */
  async *documents(sha256: string): AsyncIterable<Document> {
    for await (const { key } of this.store.list(documentsPrefix(sha256))) {
      const document = await readDocument(this.store, key, sha256);
      if (document) yield document;
    }
  }

  /**
   * The document of these bytes that would be made again as it is; undefined where there is none, or
   * none that is whole.
   *
   * @param stages Versions of all stages there are: a document names those that had a part in it.
   */
  async currentDocument(sha256: string, stages: Stages): Promise<Document | undefined> {
    try {
      for await (const document of this.documents(sha256)) {
        const made = Object.entries(document.stages);
        if (made.every(([stage, version]) => stages[stage] === version)) return document;
      }
    } catch (error) {
      if (!(error instanceof IntegrityError)) throw error;
    }
    return undefined;
  }

  /**
   * Stores all records of one document, then points `latest` at them. An empty list says that the
   * document holds none.
   *
   * @param sha256 Of the bytes that the document was read from.
   * @throws {InvalidRecordError} before anything is written.
   */
  async putRecords(sha256: string, records: readonly DocumentRecord[]): Promise<Latest> {
    const prepared = records.map(prepareRecord);
    const before = await this.#pointer(sha256);
    const entries: LatestEntry[] = [];
    for (const each of prepared) {
      const pointed = before?.records.find(({ key }) => key === each.key);
      entries.push(await writeRecord(this.store, each, pointed?.sha256));
    }
    const latest: Latest = {
      schema: 'xxgk.latest/1',
      sha256,
      records: entries,
      ...formerOf(before, entries),
    };
    await putLatest(this.store, latest);
    return latest;
  }

  /**
   * Says that bytes hold what others hold, whose records stand for both from now on.
   *
   * @param as Hash of bytes that have records of their own.
   */
  async putSame(sha256: string, as: string): Promise<void> {
    await putLatest(this.store, { schema: 'xxgk.latest/1', sha256, records: [], same_as: as });
  }

  /** Hash of the bytes whose records stand for these: mostly their own. */
  async spokenFor(sha256: string): Promise<string> {
    return (await this.#pointer(sha256))?.same_as ?? sha256;
  }

  /** Which records of these bytes are current. */
  async latest(sha256: string): Promise<Latest | undefined> {
    return await getLatest(this.store, sha256);
  }

  /** Current records of these bytes, in their order. @throws {IntegrityError} */
  async recordsOf(sha256: string): Promise<readonly DocumentRecord[]> {
    const latest = await this.latest(sha256);
    const pointer = latest?.same_as === undefined ? latest : await this.latest(latest.same_as);
    const { records = [] } = pointer ?? {};
    return await Promise.all(records.map((entry) => readRecord(this.store, entry)));
  }

  /** Current records, in the order of their documents' hashes. @throws {IntegrityError} */
  records(filter: RecordFilter = {}): AsyncIterable<DocumentRecord> {
    return ahead(this.#entries(filter), readAhead, (entry) => readRecord(this.store, entry));
  }

  /** Keys of all kept versions of one record. */
  async versions(recordId: string): Promise<readonly string[]> {
    const objects = await Array.fromAsync(this.store.list(recordPrefix(recordId)));
    return objects.map(({ key }) => key);
  }

  async putQuarantine(entry: Omit<QuarantineEntry, 'schema'>): Promise<void> {
    await putQuarantine(this.store, { schema: 'xxgk.quarantine/1', ...entry });
  }

  /** To be called when a quarantined input has been read after all. */
  async clearQuarantine(sourceId: string): Promise<void> {
    await clearQuarantine(this.store, sourceId);
  }

  quarantined(): AsyncIterable<QuarantineEntry> {
    return quarantined(this.store);
  }

  async *#entries({ kind, year }: RecordFilter): AsyncIterable<LatestEntry> {
    for await (const { records } of allLatest(this.store)) {
      for (const entry of records) {
        if (kind !== undefined && entry.kind !== kind) continue;
        if (year !== undefined && entry.year !== year) continue;
        yield entry;
      }
    }
  }

  /** A damaged pointer is as good as none: it is about to be written anew. */
  async #pointer(sha256: string): Promise<Latest | undefined> {
    try {
      return await this.latest(sha256);
    } catch (error) {
      if (error instanceof IntegrityError) return undefined;
      throw error;
    }
  }

  async #putOnce(key: string, bytes: Uint8Array, contentType: string): Promise<void> {
    if (!(await this.store.has(key))) await this.store.put(key, bytes, contentType);
  }
}
