/** What a column of a dataset is: how it is read, and what the data dictionary says about it. */

/** Null is what the document does not say, never 0 and never an empty text. */
export type Cell = string | number | boolean | null;

/** Cells in the order of the table's columns. */
export type Row = readonly Cell[];

/** `date` is `YYYY-MM-DD`, `integer` a whole number that JSON holds exactly. */
export type ColumnType = 'string' | 'integer' | 'number' | 'boolean' | 'date';

/** An entry of the data dictionary. */
export interface Field {
  readonly name: string;
  readonly type: ColumnType;
  /** The Chinese name, as the forms and standards print it where they have it. */
  readonly zh: string;
  /** What it means. */
  readonly en: string;
  /** Path in the record, then the standard that the term is of. */
  readonly from: string;
  readonly unit?: string;
  /** All values there are. */
  readonly values?: readonly string[];
  /** Never null. */
  readonly required?: true;
}

export interface Column<From> extends Field {
  readonly get: (from: From) => Cell;
}

export interface Table<From = never> {
  readonly name: TableName;
  readonly zh: string;
  readonly en: string;
  /** Whether Hive partitions (`kind=…/year=…/`) hold its rows. */
  readonly partitioned: boolean;
  readonly columns: readonly Column<From>[];
}

export const tableNames = ['records', 'statistics', 'documents'] as const;
export type TableName = (typeof tableNames)[number];

/** What of a table does not depend on where its rows come from. */
export interface TableShape {
  readonly name: TableName;
  readonly zh: string;
  readonly en: string;
  readonly partitioned: boolean;
  readonly columns: readonly Field[];
}

/**
 * A row of well-formed text: half a surrogate pair, which UTF-8 cannot hold, becomes U+FFFD in every
 * format alike.
 */
export function rowOf<From>(table: Table<From>, from: From): Row {
  return table.columns.map(({ get }) => {
    const cell = get(from);
    return typeof cell === 'string' ? cell.toWellFormed() : cell;
  });
}
