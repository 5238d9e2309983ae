/** Filled-in forms for tests, in the shapes in which they arrive. */
import type { CellOf } from '../document-of.ts';
import { form2014 } from './form-2014.ts';
import { disclosure2019 } from './form-2019.ts';
import { disclosure2021 } from './form-2021.ts';
import type { Era } from './indicator.ts';
import { matrixColumns, matrixRows } from './matrix.ts';
import { remedyColumns, remedyGroups } from './remedies.ts';

/** Values by key; what is not given is filled with `rest`. */
export type Values = Readonly<Record<string, string>>;

/** The rows of the form of 2014-2018: label, unit, value. */
export function rows2014(values: Values, rest = '0'): string[][] {
  return form2014.map(({ number, label, unit, key }) => [
    `${number}${label}`,
    unit ?? '——',
    unit === null ? '' : (values[key] ?? rest),
  ]);
}

export const head2014: string[] = ['统　计　指　标', '单位', '统计数'];

const isGroup = (key: string): boolean =>
  ['results', 'refused', 'unable', 'not_processed', 'other_handling'].includes(key);

/** Labels of the rows that carry numbers in an era, with their keys. */
export const dataRows = (era: Era): readonly { label: string; key: string }[] =>
  matrixRows.filter((row) => row.data.includes(era)).map(({ label, key }) => ({ label, key }));

const cellsOf = (row: string, values: Values, rest: string): string[] =>
  matrixColumns.map((column) => values[`${row}.${column.key}`] ?? rest);

/** The matrix as printed: a head of three rows, groups as cells that span their rows. */
export function matrixOf(era: Era, values: Values, rest = '0'): CellOf[][] {
  const group = matrixRows.find(({ key }) => key === 'results')?.label ?? '';
  const inner = dataRows(era).filter(({ key }) => !OUTER.has(key));
  const rows = dataRows(era).map(({ label, key }): CellOf[] => {
    const cells = cellsOf(key, values, rest);
    if (OUTER.has(key)) return [{ text: label, columns: 3 }, ...cells];
    const parent = matrixRows.find((row) => key.startsWith(`${row.key}.`) && isGroup(row.key));
    const siblings = inner.filter((row) => parent && row.key.startsWith(`${parent.key}.`));
    const first = inner[0]?.key === key ? [{ text: group, rows: inner.length }] : [];
    if (!parent) return [...first, { text: label, columns: 2 }, ...cells];
    const opens = siblings[0]?.key === key ? [{ text: parent.label, rows: siblings.length }] : [];
    return [...first, ...opens, label, ...cells];
  });
  const [person = '', ...others] = matrixColumns.map(({ label }) => label);
  return [
    [
      {
        text: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
        rows: 3,
        columns: 3,
      },
      { text: '申请人情况', columns: 7 },
    ],
    [
      { text: person, rows: 2 },
      { text: '法人或其他组织', columns: 5 },
      { text: '总计', rows: 2 },
    ],
    others.slice(0, -1),
    ...rows,
  ];
}

const OUTER = new Set(['received_this_year', 'carried_over_in', 'carried_over_out']);

/** The table of disclosure: each block with its article, its head and its rows. */
export function disclosureOf(
  era: '2019_2020' | '2021_plus',
  values: Values,
  rest = '0',
): string[][] {
  const blocks = era === '2019_2020' ? disclosure2019 : disclosure2021;
  return blocks.flatMap(({ block, rows, columns }) => [
    [block],
    ['信息内容', ...columns.map(({ label }) => label)],
    ...rows.map(({ label, key }) => [
      label,
      ...columns.map((column) => values[`${key}.${column.key}`] ?? rest),
    ]),
  ]);
}

/** The table of remedies: three heads and one row of fifteen numbers. */
export function remediesOf(numbers: readonly string[]): CellOf[][] {
  const labels = remedyColumns.map(({ label }) => label);
  return [
    [
      { text: '行政复议', rows: 1, columns: 5 },
      { text: '行政诉讼', columns: 10 },
    ],
    [
      { text: '', columns: 5 },
      ...remedyGroups.slice(1).map(({ label }) => ({ text: label, columns: 5 })),
    ],
    [...labels, ...labels, ...labels],
    [...numbers],
  ];
}
