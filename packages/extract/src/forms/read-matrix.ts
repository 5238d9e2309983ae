/** Reads the matrix of requests of the forms since 2019: a row label, then seven numbers. */
import type { Item } from '../reading.ts';
import { isValue } from './cell.ts';
import { fieldOf } from './fields.ts';
import type { ExtraRow, FormReading, FormValue } from './form-value.ts';
import type { Indicator } from './indicator.ts';
import { LabelMatcher } from './indicator-labels.ts';
import { labelKey } from './label.ts';
import { matrixColumns, matrixRows } from './matrix.ts';
import { remedyColumns, remedyGroups } from './remedies.ts';
import type { FormCell, FormRow } from './row.ts';

/** Fewer rows than this make no matrix. */
const ENOUGH = 3;
const REMEDIES = remedyColumns.length * remedyGroups.length;
const OTHER_HANDLING = 'other_handling';

const INDICATORS: readonly Indicator[] = matrixRows.map((row) => ({
  number: '',
  label: row.label,
  unit: null,
  key: row.key,
  parent: null,
}));

const COLUMN_KEYS = new Map(matrixColumns.map((column) => [labelKey(column.label), column.key]));

/** Columns by their printed heads; empty until a head has named every one. */
function columnsOf(rows: readonly FormRow[]): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const row of rows) {
    for (const cell of row.cells) {
      const key = COLUMN_KEYS.get(labelKey(cell.text));
      const taken = [...found.values()].includes(key ?? '');
      if (key && cell.column === cell.lastColumn && !taken && !isDataRow(row)) {
        found.set(cell.column, key);
      }
    }
  }
  return found.size === matrixColumns.length ? found : new Map();
}

const isDataRow = (row: FormRow): boolean =>
  row.cells.filter((cell) => cell.text.trim() !== '' && isValue(cell.text)).length >= ENOUGH;

interface DataRow {
  readonly label: FormCell;
  readonly values: readonly FormCell[];
}

/** The label nearest to the numbers, and the numbers. */
function dataRow(row: FormRow): DataRow | undefined {
  const values: FormCell[] = [];
  for (const cell of row.cells.toReversed()) {
    if (isValue(cell.text) && !cell.continued) values.unshift(cell);
    else if (cell.text.trim() !== '') return { label: cell, values };
  }
  return undefined;
}

/** Seven cells by their columns where the head is known, else by their order. */
function assign(
  values: readonly FormCell[],
  columns: ReadonlyMap<number, string>,
): readonly (readonly [string, FormCell])[] {
  const byHead = values.flatMap((cell): (readonly [string, FormCell])[] => {
    const key = columns.get(cell.column);
    return key === undefined ? [] : [[key, cell]];
  });
  if (byHead.length === matrixColumns.length) return byHead;
  if (values.length !== matrixColumns.length) return [];
  return matrixColumns.flatMap((column, index): (readonly [string, FormCell])[] => {
    const cell = values[index];
    return cell ? [[column.key, cell]] : [];
  });
}

/** Fifteen numbers behind the last head of a flattened table of remedies, which is 总计 too. */
const isRemedies = ({ values }: DataRow): boolean => values.length === REMEDIES;

/** A row with another number of cells than the form has: which is which cannot be told. */
const unread = ({ label, values }: DataRow): ExtraRow => ({
  label: label.text.trim(),
  unit: null,
  raw: values.map((cell) => cell.text.trim()).join(' '),
  section: null,
  cells: [label, ...values],
});

interface Matrix {
  readonly values: readonly FormValue[];
  readonly extra: readonly ExtraRow[];
  readonly items: ReadonlySet<Item>;
}

const valuesOf = (row: string, pairs: ReturnType<typeof assign>): readonly FormValue[] =>
  pairs.map(([column, cell]) => {
    const key = `requests_matrix.${row}.${column}`;
    return { key, field: fieldOf(key), cells: [cell] };
  });

function readRows(rows: readonly FormRow[]): Matrix {
  const matcher = new LabelMatcher(INDICATORS);
  const columns = columnsOf(rows);
  const values: FormValue[] = [];
  const extra: ExtraRow[] = [];
  const items = new Set<Item>();
  for (const row of rows) {
    const data = dataRow(row);
    if (!data || data.values.length < 2) continue;
    const pairs = assign(data.values, columns);
    const indicator = pairs.length > 0 ? matcher.match(data.label.text) : undefined;
    if (indicator) values.push(...valuesOf(indicator.key, pairs));
    else if (matcher.knows(data.label.text) && !isRemedies(data)) extra.push(unread(data));
    if (indicator) items.add(row.item);
  }
  return { values, extra, items };
}

/** Reads the rows as the matrix, or as none. */
export function readMatrix(rows: readonly FormRow[]): FormReading | undefined {
  const matrix = readRows(rows);
  if (matrix.values.length < ENOUGH * matrixColumns.length) return undefined;
  const has = (end: string) => matrix.values.some(({ key }) => key.endsWith(end));
  const isOlder = has(`${OTHER_HANDLING}.total`) && !has(`${OTHER_HANDLING}.other.total`);
  return { era: isOlder ? '2019_2020' : '2021_plus', ...matrix };
}
