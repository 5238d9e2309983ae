/** Reads the table of reconsideration and litigation: one row of fifteen numbers. */
import { isValue } from './cell.ts';
import { fieldOf } from './fields.ts';
import type { ExtraRow, FormReading, FormValue } from './form-value.ts';
import { labelKey } from './label.ts';
import { remedyColumns, remedyGroups } from './remedies.ts';
import type { FormCell, FormRow } from './row.ts';

const KEYS = remedyGroups.flatMap((group) =>
  remedyColumns.map((column) => `remedies_table.${group.key}.${column.key}`),
);
const HEADS = remedyColumns.map((column) => labelKey(column.label));

/** The head names each column, with its group or without; the groups above it may be lost. */
const isHead = (row: FormRow): boolean => {
  const labels = row.cells.map((cell) => labelKey(cell.text));
  return HEADS.filter((head) => labels.some((label) => label.endsWith(head))).length >= 3;
};

/** In a flattened table each head is a row, and the numbers stand behind the last. */
const HEAD_ROWS = remedyColumns.length * remedyGroups.length;
const [FIRST_HEAD, LAST_HEAD] = [HEADS[0], HEADS.at(-1)];

function isFlattened(row: FormRow, rows: readonly FormRow[], index: number): boolean {
  const keyOf = (one: FormRow) => labelKey(one.cells[0]?.text ?? '');
  return (
    row.cells.length === KEYS.length + 1 &&
    keyOf(row) === LAST_HEAD &&
    rows.slice(Math.max(0, index - HEAD_ROWS), index).some((one) => keyOf(one) === FIRST_HEAD)
  );
}

const isBlank = (cell: FormCell): boolean => cell.text.trim() === '';
const isBlankRow = (row: FormRow): boolean => row.cells.every(isBlank);
/** Fewer numbers than this are no row of the table. */
const FEWEST = 8;

/** The row without the empty cells that it has too many at its end. */
function cellsOf(row: FormRow): readonly FormCell[] {
  const last = row.cells.findLastIndex((cell) => !isBlank(cell));
  return row.cells.slice(0, Math.max(last + 1, KEYS.length));
}

/** The last fifteen cells of a row, where they are all values. */
function fifteen(row: FormRow): readonly FormCell[] | undefined {
  const all = cellsOf(row);
  const cells = all.slice(-KEYS.length);
  const before = all.slice(0, -KEYS.length);
  const clean = before.every((cell) => isBlank(cell) || !isValue(cell.text));
  return cells.length === KEYS.length && clean && cells.every((cell) => isValue(cell.text))
    ? cells
    : undefined;
}

/** A row of numbers below the head that has more or fewer of them than the form. */
function unread(rows: readonly FormRow[], title: string): ExtraRow | undefined {
  const row = rows.find(
    ({ cells }) => cells.filter((cell) => !isBlank(cell) && isValue(cell.text)).length >= FEWEST,
  );
  const raw = row?.cells.map((cell) => cell.text.trim()).join(' ') ?? '';
  return row && { label: title, unit: null, raw, section: null, cells: row.cells };
}

/** Reads the rows as the table of remedies, or as none. The form's era is that of its neighbours. */
export function readRemedies(
  rows: readonly FormRow[],
  era: FormReading['era'],
): FormReading | undefined {
  const head = rows.findIndex((row, index) => isHead(row) || isFlattened(row, rows, index));
  if (head < 0) return undefined;
  const heads = rows.filter(isHead);
  const below = rows.slice(head);
  const candidates = below.filter((row) => fifteen(row) !== undefined);
  const data = candidates.find((row) => !isBlankRow(row)) ?? candidates[0];
  const cells = data ? fifteen(data) : undefined;
  if (!data || !cells) {
    const title = heads[0]?.cells.find((cell) => !isBlank(cell))?.text.trim() ?? '';
    const extra = unread(below.slice(1), title);
    const items = new Set(heads.map((row) => row.item));
    return extra ? { era, values: [], extra: [extra], items } : undefined;
  }
  const values = cells.flatMap((cell, index): FormValue[] => {
    const key = KEYS[index];
    return key === undefined ? [] : [{ key, field: fieldOf(key), cells: [cell] }];
  });
  return { era, values, extra: [], items: new Set([...heads, data].map((row) => row.item)) };
}
