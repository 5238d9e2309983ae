/** What a reader of one statutory table hands on. */
import type { Item } from '../reading.ts';
import type { CellField } from './cell.ts';
import type { Era } from './indicator.ts';
import type { FormCell } from './row.ts';

/** A cell that belongs to a key. */
export interface FormValue {
  readonly key: string;
  readonly field: CellField;
  /** One cell; several where the form has split its column and no one of them is the total. */
  readonly cells: readonly FormCell[];
}

/** A row of the form that no key fits. */
export interface ExtraRow {
  readonly label: string;
  readonly unit: string | null;
  readonly raw: string;
  readonly section: string | null;
  /** Where the row stands. */
  readonly cells: readonly FormCell[];
}

export interface FormReading {
  readonly era: Era;
  readonly values: readonly FormValue[];
  readonly extra: readonly ExtraRow[];
  /** Tables and lines that the form is made of: no prose. */
  readonly items: ReadonlySet<Item>;
}
