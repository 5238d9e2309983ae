/** Reads the table of reconsideration and litigation: one row of fifteen numbers. */
import { isValue } from './cell.ts';
import { fieldOf } from './fields.ts';
import type { FormReading, FormValue } from './form-value.ts';
import { labelKey } from './label.ts';
import { remedyColumns, remedyGroups } from './remedies.ts';
import type { FormCell, FormRow } from './row.ts';

const KEYS = remedyGroups.flatMap((group) =>
  remedyColumns.map((column) => `remedies_table.${group.key}.${column.key}`),
);
const HEADS = remedyColumns.map((column) => labelKey(column.label));

/** The head names each column; the groups above it may be lost. */
const isHead = (row: FormRow): boolean => {
  const labels = new Set(row.cells.map((cell) => labelKey(cell.text)));
  return HEADS.filter((head) => labels.has(head)).length >= 3;
};

/** The last fifteen cells of a row, where they are all values. */
function fifteen(row: FormRow): readonly FormCell[] | undefined {
  const cells = row.cells.slice(-KEYS.length);
  const before = row.cells.slice(0, -KEYS.length);
  const clean = before.every((cell) => cell.text.trim() === '' || !isValue(cell.text));
  return cells.length === KEYS.length && clean && cells.every((cell) => isValue(cell.text))
    ? cells
    : undefined;
}

/** Reads the rows as the table of remedies, or as none. The form's era is that of its neighbours. */
export function readRemedies(
  rows: readonly FormRow[],
  era: FormReading['era'],
): FormReading | undefined {
  const head = rows.findIndex(isHead);
  if (head < 0) return undefined;
  const data = rows.slice(head).find((row) => fifteen(row) !== undefined);
  const cells = data ? fifteen(data) : undefined;
  if (!data || !cells) return undefined;
  const values = cells.flatMap((cell, index): FormValue[] => {
    const key = KEYS[index];
    return key === undefined ? [] : [{ key, field: fieldOf(key), cells: [cell] }];
  });
  const heads = rows.filter(isHead).map((row) => row.item);
  return { era, values, extra: [], items: new Set([...heads, data.item]) };
}
