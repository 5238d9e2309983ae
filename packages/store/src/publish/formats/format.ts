/** What a file format of datasets is. */
import type { Row, TableShape } from '../tables/column.ts';

export const formatNames = ['ndjson', 'csv', 'xlsx', 'parquet'] as const;
export type FormatName = (typeof formatNames)[number];

/** A whole file. */
export interface Part {
  readonly bytes: Uint8Array;
  readonly rows: number;
  /** Cells whose text the format could not hold in full. */
  readonly cut: number;
}

export interface Format {
  readonly name: FormatName;
  readonly mediaType: string;
  /** Whether it is written in Hive partitions; else rows of all kinds and years follow each other. */
  readonly partitioned: boolean;
  /**
   * Columns that its files hold: of a format that is always read with the names of its folders, the
   * partition keys are left out.
   */
  columns(table: TableShape): TableShape['columns'];
  /**
   * Path of a file below the folder of the format, without the partition's folders.
   *
   * @param part From 1.
   */
  path(table: TableShape, part: number): string;
  /**
   * Writes rows into files of bounded size; the same rows give the same bytes.
   *
   * @throws {TooManyRowsError} where all rows must go into one file and do not.
   */
  write(table: TableShape, rows: AsyncIterable<Row>): AsyncIterable<Part>;
}

/** A file is closed when it holds so many bytes or rows: it is kept in memory until it is written. */
export const partLimits = {
  bytes: 64 * 1024 * 1024,
  /** With the heading still fewer than a sheet of Excel holds. */
  rows: 1_000_000,
} as const;

/** `0001` */
export const partNumber = (part: number): string => String(part).padStart(4, '0');
