/** What the forms print for the keys of `statistics`, for people who read keys. */
import { form2014 } from './form-2014.ts';
import { disclosure2019 } from './form-2019.ts';
import { disclosure2021 } from './form-2021.ts';
import { matrixColumns, matrixRows } from './matrix.ts';
import { pre2014 } from './pre-2014.ts';
import { remedyColumns, remedyGroups } from './remedies.ts';

interface Named {
  readonly label: string;
  readonly key: string;
}

/** Number and brackets before a label, remarks behind it. */
const ornaments = /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\.)|（[^）]*）$/gu;

const plain = (label: string): string => label.replaceAll(ornaments, '');

function pairs(table: string, rows: readonly Named[], columns: readonly Named[]) {
  return rows.flatMap((row) =>
    columns.map(
      (column) =>
        [`${table}.${row.key}.${column.key}`, `${plain(row.label)} · ${column.label}`] as const,
    ),
  );
}

const labels: ReadonlyMap<string, string> = new Map([
  ...pre2014.map(({ key, label }) => [key, label] as const),
  ...form2014.map(({ key, label }) => [key, label] as const),
  ...[...disclosure2019, ...disclosure2021].flatMap(({ rows, columns }) =>
    pairs('disclosure_table', rows, columns),
  ),
  ...pairs('requests_matrix', matrixRows, matrixColumns),
  ...pairs('remedies_table', remedyGroups, remedyColumns),
]);

/** @param key Of `statistics`. @returns undefined where no form has it. */
export const labelOfKey = (key: string): string | undefined => labels.get(key);
