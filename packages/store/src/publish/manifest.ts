/** `manifest.json`: what a dataset holds, and what was left out of it. Written last. */
import { z } from 'zod';
import { parseJson } from '../archive/canonical.ts';
import type { ObjectStore } from '../objects/object-store.ts';
import { ForeignDatasetError } from './errors.ts';
import type { FormatName } from './formats/format.ts';
import type { Gathered } from './gather.ts';
import type { Partition } from './partition.ts';
import type { StagedFile } from './staging.ts';
import type { TableName } from './tables/column.ts';

export const manifestKey = 'manifest.json';
export const datasetSchema = 'xxgk.dataset/1';

/** A file of rows. */
export interface DataFile extends StagedFile {
  readonly table: TableName;
  readonly format: FormatName;
  /** Null where it holds all kinds and years. */
  readonly partition: Partition | null;
  readonly rows: number;
}

/** Why something of the store is not in the dataset. */
export interface LeftOut {
  /** Of earlier versions of a source. */
  readonly superseded_records: number;
  readonly superseded_documents: number;
  /** Sources that could not be read: they are in quarantine. */
  readonly unread_sources: number;
  /** Cells whose text is longer than a cell of a workbook can be. */
  readonly cut_cells: number;
}

/** What a manifest is made of; there is no time in it, so that the same store gives the same bytes. */
export interface ManifestParts {
  readonly version: string;
  readonly filter: { readonly kind: string | null; readonly year: number | null };
  readonly tables: Readonly<Record<TableName, number>>;
  readonly gathered: Gathered;
  readonly leftOut: LeftOut;
  readonly data: readonly DataFile[];
  /** Data dictionary and schemas. */
  readonly about: readonly StagedFile[];
}

export function manifestOf({ version, filter, tables, gathered, ...parts }: ManifestParts): object {
  const sorted = <Value>(map: ReadonlyMap<string, Value>): [string, Value][] =>
    [...map].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const stages = sorted(gathered.stages).map(([stage, versions]) => [
    stage,
    [...versions].toSorted(),
  ]);
  return {
    schema: datasetSchema,
    made_by: { program: 'xxgk', version, stages: Object.fromEntries(stages) },
    filter,
    tables: {
      records: { rows: tables.records, by_kind: Object.fromEntries(sorted(gathered.byKind)) },
      statistics: { rows: tables.statistics },
      documents: { rows: tables.documents },
    },
    left_out: parts.leftOut,
    files: [...parts.data, ...parts.about],
  };
}

/** Only the mark: what else stands there is made anew. */
const standingSchema = z.looseObject({ schema: z.string().startsWith('xxgk.dataset/') });

/**
 * Refuses a place where the manifest of something else stands.
 *
 * @throws {ForeignDatasetError}
 */
export async function assertOurs(out: ObjectStore): Promise<void> {
  const bytes = await out.get(manifestKey);
  if (bytes && !standingSchema.safeParse(jsonIn(bytes)).success) {
    throw new ForeignDatasetError(out.name, `its ${manifestKey} is of another kind`);
  }
  for await (const { key } of out.list('captures/')) {
    throw new ForeignDatasetError(out.name, `${key} belongs to an archive`);
  }
}

function jsonIn(bytes: Uint8Array): unknown {
  try {
    return parseJson(bytes);
  } catch {
    return undefined;
  }
}
