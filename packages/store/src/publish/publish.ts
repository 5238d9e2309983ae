/**
 * Publishes what a store holds as a dataset: tables of rows in the formats that people work in.
 *
 * The same store gives the same bytes. Everything is made before anything is replaced, each file is
 * replaced as a whole, what has not changed is not written, and the manifest comes last.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Archive } from '../archive/archive.ts';
import type { ObjectStore } from '../objects/object-store.ts';
import { dataPackage, prettyJson, rowSchema, schemaKey } from './dictionary.ts';
import { type Format, type FormatName, formatNames } from './formats/format.ts';
import { formats } from './formats/index.ts';
import { type GatherOptions, gather } from './gather.ts';
import { assertOurs, type DataFile, type LeftOut, manifestKey, manifestOf } from './manifest.ts';
import { folderOf, type Partition } from './partition.ts';
import { Spool } from './spool.ts';
import { type Changes, Staging } from './staging.ts';
import { supersededIn } from './superseded.ts';
import { type TableName, type TableShape, tableNames } from './tables/column.ts';
import { documentsTable } from './tables/documents.ts';
import { recordsTable } from './tables/records.ts';
import { statisticsTable } from './tables/statistics.ts';

export interface PublishOptions extends Omit<GatherOptions, 'superseded'> {
  readonly formats: readonly FormatName[];
  /** Of the program. */
  readonly version: string;
  /** An empty folder with room for the dataset; removed by whoever made it. */
  readonly scratch: string;
}

export interface Published extends Changes {
  readonly rows: Readonly<Record<TableName, number>>;
  readonly leftOut: LeftOut;
}

export const tables: readonly TableShape[] = [recordsTable, statisticsTable, documentsTable];

/**
 * Files of these names are the dataset's, and are removed when it has them no more; anything else is
 * left alone.
 */
const ownFile =
  /^(?:csv|xlsx)\/(?:records|statistics|documents)(?:-\d{4,})?\.(?:csv|xlsx)$|^(?:ndjson|parquet)\/(?:records|statistics|documents)\/(?:kind=[a-z_]+\/year=-?\w+\/)?part-\d{4,}\.(?:ndjson|parquet)$/;

const ownFolders = formatNames.map((name) => `${name}/`);

/**
 * @param archive What is published.
 * @param out Where the dataset stands: a directory or a bucket of its own.
 * @throws {StoreError} when an object of the archive is damaged, a table is too long for a format, or
 *   a store fails: the dataset that stood there is then as it was, unless its files were being
 *   replaced, which running it again completes.
 */
export async function publish(
  archive: Archive,
  out: ObjectStore,
  options: PublishOptions,
): Promise<Published> {
  const { signal, scratch, version, kind = null, year = null } = options;
  await assertOurs(out);
  const [spool, staging] = await openFolders(out, scratch);
  const superseded = await supersededIn(archive);
  const gathered = await gather(archive, spool, { ...options, superseded });
  const wanted = formatNames.filter((name) => options.formats.includes(name));
  const { data, cut } = await stageData(spool, staging, wanted, signal);
  const leftOut: LeftOut = {
    superseded_records: gathered.leftOut.records,
    superseded_documents: gathered.leftOut.documents,
    unread_sources: (await Array.fromAsync(archive.quarantined(), () => 1)).length,
    cut_cells: cut,
  };
  const about = await stageDictionary(staging, data, version);
  const rows = countsOf(spool);
  const filter = { kind, year };
  const manifest = manifestOf({ version, filter, tables: rows, gathered, leftOut, data, about });
  await staging.add(manifestKey, prettyJson(manifest), 'application/json');
  signal?.throwIfAborted();
  const changes = await staging.publish(ownFolders, (key) => ownFile.test(key));
  return { ...changes, rows, leftOut };
}

async function openFolders(out: ObjectStore, scratch: string): Promise<[Spool, Staging]> {
  const [rows, files] = [join(scratch, 'rows'), join(scratch, 'files')];
  await mkdir(rows);
  await mkdir(files);
  return [new Spool(rows), new Staging(out, files)];
}

function countsOf(spool: Spool): Record<TableName, number> {
  const counts = tableNames.map((name) => [name, spool.count(name)] as const);
  return Object.fromEntries(counts) as Record<TableName, number>;
}

/** @returns the files, and how many cells could not be held in full. */
async function stageData(
  spool: Spool,
  staging: Staging,
  wanted: readonly FormatName[],
  signal: AbortSignal | undefined,
): Promise<{ data: readonly DataFile[]; cut: number }> {
  const data: DataFile[] = [];
  let cut = 0;
  for (const format of wanted.map((name) => formats[name])) {
    for (const table of tables) {
      for (const partition of partitionsOf(table, format, spool)) {
        for await (const made of staged(table, format, partition, spool, staging)) {
          signal?.throwIfAborted();
          data.push(made.file);
          cut += made.cut;
        }
      }
    }
  }
  return { data, cut };
}

/** Null stands for all rows in one. */
const partitionsOf = (
  table: TableShape,
  format: Format,
  spool: Spool,
): readonly (Partition | null)[] =>
  table.partitioned && format.partitioned ? spool.partitions(table.name) : [null];

async function* staged(
  table: TableShape,
  format: Format,
  partition: Partition | null,
  spool: Spool,
  staging: Staging,
): AsyncIterable<{ file: DataFile; cut: number }> {
  const folder = format.partitioned ? `${table.name}/` : '';
  const prefix = `${format.name}/${folder}${partition ? folderOf(partition) : ''}`;
  let part = 0;
  const rows = spool.rows(table.name, partition ?? undefined);
  for await (const { bytes, cut, ...counted } of format.write(table, rows)) {
    part += 1;
    const key = prefix + format.path(table, part);
    const file = await staging.add(key, bytes, format.mediaType);
    const about = { table: table.name, format: format.name, partition, rows: counted.rows };
    yield { file: { ...file, ...about }, cut };
  }
}

async function stageDictionary(staging: Staging, data: readonly DataFile[], version: string) {
  const about = [
    await staging.add(
      'datapackage.json',
      prettyJson(dataPackage(tables, data, version)),
      'application/json',
    ),
  ];
  for (const table of tables) {
    about.push(
      await staging.add(schemaKey(table), prettyJson(rowSchema(table)), 'application/schema+json'),
    );
  }
  return about;
}
