/** Reads the archive once and puts its rows into the spool. */
import type { DocumentRecord } from '@xxgk/extract/record';
import { ahead } from '../archive/ahead.ts';
import type { Archive } from '../archive/archive.ts';
import { readRecord } from '../archive/contents.ts';
import { latestPrefix } from '../archive/keys.ts';
import { type LatestEntry, readLatest, yearOf } from '../archive/latest.ts';
import type { Spool } from './spool.ts';
import { rowOf } from './tables/column.ts';
import { documentsTable } from './tables/documents.ts';
import { recordsTable } from './tables/records.ts';
import type { Source } from './tables/source-columns.ts';
import { statisticsOf, statisticsTable } from './tables/statistics.ts';

export interface GatherOptions {
  readonly kind?: DocumentRecord['kind'];
  /** See `yearOf`. */
  readonly year?: number;
  /** What the forms print for a key of `statistics`. */
  readonly labelOf: (key: string) => string | undefined;
  /** Hashes of bytes whose records are left out. */
  readonly superseded: ReadonlySet<string>;
  readonly signal?: AbortSignal;
}

/** What the manifest says about the records that were read. */
export interface Gathered {
  readonly byKind: ReadonlyMap<DocumentRecord['kind'], number>;
  /** Versions by stage: several where parts of the store were read by earlier programs. */
  readonly stages: ReadonlyMap<string, ReadonlySet<string>>;
  readonly leftOut: { readonly records: number; readonly documents: number };
}

/** Documents that are read ahead. */
const readAhead = 16;

/** All documents are of one partition: they have no kind, and often no year. */
const undivided = { kind: 'other', year: null } as const;

/** @throws {StoreError} when an object is damaged or the archive fails: no dataset has silent holes. */
export async function gather(
  archive: Archive,
  spool: Spool,
  options: GatherOptions,
): Promise<Gathered> {
  const { superseded, labelOf, signal } = options;
  const byKind = new Map<DocumentRecord['kind'], number>();
  const stages = new Map<string, Set<string>>();
  const leftOut = { records: 0, documents: 0 };
  for await (const read of readings(archive, options)) {
    signal?.throwIfAborted();
    if (!read) continue;
    const { source, records } = read;
    if (superseded.has(source.sha256)) {
      leftOut.documents += 1;
      leftOut.records += records.length;
      continue;
    }
    const document = { source, records: records.length };
    await spool.add('documents', undivided, rowOf(documentsTable, document));
    for (const record of records) {
      byKind.set(record.kind, (byKind.get(record.kind) ?? 0) + 1);
      noteStages(record, stages);
      await addRecord(record, spool, labelOf);
    }
  }
  return { byKind, stages, leftOut };
}

async function addRecord(
  record: DocumentRecord,
  spool: Spool,
  labelOf: GatherOptions['labelOf'],
): Promise<void> {
  const partition = { kind: record.kind, year: yearOf(record) };
  await spool.add('records', partition, rowOf(recordsTable, record));
  for (const statistic of statisticsOf(record, labelOf)) {
    await spool.add('statistics', partition, rowOf(statisticsTable, statistic));
  }
}

function noteStages({ made_by }: DocumentRecord, stages: Map<string, Set<string>>): void {
  for (const [stage, version] of Object.entries(made_by.stages)) {
    const versions = stages.get(stage) ?? new Set();
    stages.set(stage, versions.add(version));
  }
}

interface Reading {
  readonly source: Source;
  readonly records: readonly DocumentRecord[];
}

/** In the order of content hashes; undefined for what has no part in this dataset. */
function readings(archive: Archive, filter: GatherOptions): AsyncIterable<Reading | undefined> {
  const { store } = archive;
  return ahead(store.list(latestPrefix), readAhead, async ({ key }) => {
    const latest = await readLatest(store, key);
    if (!latest || latest.same_as !== undefined) return undefined;
    const entries = latest.records.filter((entry) => isWanted(entry, filter));
    const records = await Promise.all(entries.map((entry) => readRecord(store, entry)));
    const [first] = records;
    if (first) return { source: first.source, records };
    const isFiltered = filter.kind !== undefined || filter.year !== undefined;
    return isFiltered ? undefined : await withoutRecords(archive, latest.sha256);
  });
}

const isWanted = (entry: LatestEntry, { kind, year }: GatherOptions): boolean =>
  (kind === undefined || entry.kind === kind) && (year === undefined || entry.year === year);

/** Only the document itself says where bytes came from that hold no record. */
async function withoutRecords(archive: Archive, sha256: string): Promise<Reading | undefined> {
  for await (const { source } of archive.documents(sha256)) return { source, records: [] };
  return undefined;
}
