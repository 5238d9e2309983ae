/** Every key of the statutory forms with what its cell can hold, in the row order of the forms. */
import type { CellField } from './cell.ts';
import { form2014 } from './form-2014.ts';
import { disclosure2019 } from './form-2019.ts';
import { disclosure2021 } from './form-2021.ts';
import type { DisclosureBlock } from './indicator.ts';
import { matrixColumns, matrixRows } from './matrix.ts';
import { pre2014 } from './pre-2014.ts';
import { remedyColumns, remedyGroups } from './remedies.ts';

/** Unit of everything that is counted in the matrix and the table of remedies. */
const CASES: CellField = { unit: '件' };

const disclosure = (blocks: readonly DisclosureBlock[]): [string, CellField][] =>
  blocks.flatMap((block) =>
    block.rows.flatMap((row) =>
      block.columns.map((column): [string, CellField] => [
        `disclosure_table.${row.key}.${column.key}`,
        column.signed ? { unit: null, signed: true } : { unit: column.unit ?? null },
      ]),
    ),
  );

const FIELDS: ReadonlyMap<string, CellField> = new Map([
  ...[...pre2014, ...form2014].map((row): [string, CellField] => [row.key, { unit: row.unit }]),
  ...disclosure(disclosure2019),
  ...disclosure(disclosure2021),
  ...matrixRows.flatMap((row) =>
    matrixColumns.map((column): [string, CellField] => [
      `requests_matrix.${row.key}.${column.key}`,
      CASES,
    ]),
  ),
  ...remedyGroups.flatMap((group) =>
    remedyColumns.map((column): [string, CellField] => [
      `remedies_table.${group.key}.${column.key}`,
      CASES,
    ]),
  ),
]);

const ORDER: ReadonlyMap<string, number> = new Map(
  [...form2014.map((row) => row.key), ...FIELDS.keys()]
    .filter((key, index, keys) => keys.indexOf(key) === index)
    .map((key, index) => [key, index]),
);

/** What the cell of a key can hold; a bare count for a key of no form. */
export const fieldOf = (key: string): CellField => FIELDS.get(key) ?? { unit: null };

/** Position of a key in the forms, for sorting; keys of no form come last. */
export const orderOf = (key: string): number => ORDER.get(key) ?? ORDER.size;
