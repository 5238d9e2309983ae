/** The forms since 2019 for tests, in the layouts that agencies' editors make of them. */
import type { CellOf } from '../document-of.ts';
import { dataRows, disclosureOf, matrixOf, remediesOf, type Values } from './form-of.ts';
import type { Era } from './indicator.ts';
import { matrixColumns, matrixRows } from './matrix.ts';
import { remedyColumns, remedyGroups } from './remedies.ts';

type Grid = readonly (readonly CellOf[])[];
type LaterEra = Exclude<Era, 'pre_2014' | '2014_2018'>;

const textOf = (cell: CellOf): string => (typeof cell === 'string' ? cell : cell.text);
const withText = (cell: CellOf, text: string): CellOf =>
  typeof cell === 'string' ? text : { ...cell, text };
const each = (grid: Grid, change: (text: string) => string): Grid =>
  grid.map((row) => row.map((cell) => withText(cell, change(textOf(cell)))));

const NUMBER = /^[+-]?\d+$/u;
const isNumber = (text: string): boolean => NUMBER.test(text);
const wide = (text: string): string =>
  text.replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const broken = (text: string): string =>
  isNumber(text) ? text : text.replace(/(.{2,6}?)(?=.{2})/gu, '$1\n');
const upright = (text: string): string => [...text].join('\n');

/** Rows with one column of labels; the groups have rows of their own without numbers. */
function oneLabelColumn(era: LaterEra, values: Values): Grid {
  const rows = matrixRows.flatMap(({ label, key, data }): CellOf[][] => {
    if (data.includes(era)) {
      return [[label, ...matrixColumns.map((column) => values[`${key}.${column.key}`] ?? '')]];
    }
    return data.length === 0 || era === '2021_plus' ? [[{ text: label, columns: 8 }]] : [];
  });
  return [['（勾稽关系）', ...matrixColumns.map(({ label }) => label)], ...rows];
}

/** Rows with two columns of labels: the outer groups are left out. */
function twoLabelColumns(era: LaterEra, values: Values): Grid {
  const rows = dataRows(era).map(({ label, key }): CellOf[] => {
    const cells = matrixColumns.map((column) => values[`${key}.${column.key}`] ?? '');
    const parent = key.includes('.') ? key.slice(0, key.indexOf('.')) : undefined;
    const group = matrixRows.find((row) => row.key === parent)?.label;
    const siblings = dataRows(era).filter((row) => row.key.startsWith(`${parent}.`));
    if (group === undefined) return [{ text: label, columns: 2 }, ...cells];
    const opens = siblings[0]?.key === key;
    return [...(opens ? [{ text: group, rows: siblings.length }] : []), label, ...cells];
  });
  return [
    [
      { text: '项目', rows: 2, columns: 2 },
      { text: '自然人', rows: 2 },
      { text: '法人或其他组织', columns: 5 },
      { text: '总计', rows: 2 },
    ],
    matrixColumns.slice(1, -1).map(({ label }) => label),
    ...rows,
  ];
}

const printed = (grid: Grid): Grid => grid;

/** Layouts of the matrix by name. */
export const matrixLayouts: Readonly<Record<string, (era: LaterEra, values: Values) => Grid>> = {
  'as printed': (era, values) => printed(matrixOf(era, values)),
  'one column of labels, one head': oneLabelColumn,
  'two columns of labels': twoLabelColumns,
  'groups written upright': (era, values) =>
    each(matrixOf(era, values), (text) =>
      text.startsWith('三、') || text.startsWith('（三）') ? upright(text) : text,
    ),
  'labels broken by line breaks': (era, values) => each(matrixOf(era, values), broken),
  'figures in full width with blanks around them': (era, values) =>
    each(matrixOf(era, values), (text) => (isNumber(text) ? `\u00a0${wide(text)}　` : text)),
  'an empty column at either end': (era, values) =>
    oneLabelColumn(era, values).map((row) => ['', ...row, '']),
  'the head repeated on the next page': (era, values) => {
    const grid = oneLabelColumn(era, values);
    return [...grid.slice(0, 15), ...grid.slice(0, 1), ...grid.slice(15)];
  },
};

/** Rows whose article stands in a column on the left. */
function articleOnTheLeft(era: LaterEra, values: Values): Grid {
  const grid = disclosureOf(era, values);
  const starts = grid.flatMap((row, index) => (row.length === 1 ? [index] : []));
  return starts.flatMap((start, index): CellOf[][] => {
    const block = grid.slice(start, starts[index + 1] ?? grid.length);
    const [article = [''], head = [], ...rows] = block;
    return [[{ text: article[0] ?? '', rows: rows.length + 1 }, ...head], ...rows];
  });
}

/** Two values and three values in four columns: the last cell of a short row spans the rest. */
const spanned = (era: LaterEra, values: Values): Grid =>
  disclosureOf(era, values).map((row): CellOf[] => {
    const last = row.at(-1) ?? '';
    return [...row.slice(0, -1), { text: last, columns: 5 - row.length }];
  });

/** Layouts of the table of disclosure by name. */
export const disclosureLayouts: Readonly<Record<string, (era: LaterEra, values: Values) => Grid>> =
  {
    'as printed': spanned,
    'rows of unequal length': (era, values) => disclosureOf(era, values),
    'the article in a column on the left': articleOnTheLeft,
    'labels broken by line breaks': (era, values) => each(spanned(era, values), broken),
    'empty cells behind short rows': (era, values) =>
      disclosureOf(era, values).map((row) => [...row, '', '', ''].slice(0, 4)),
    'without rows of 信息内容': (era, values) =>
      disclosureOf(era, values).filter((row) => row[0] !== '信息内容' || row.includes('本年增/减')),
    'a column of running numbers': (era, values) =>
      disclosureOf(era, values).map((row, index) => [String(index + 1), ...row]),
  };

const heads = remedyGroups.flatMap(({ label }) =>
  remedyColumns.map((column) => `${label}${column.label}`),
);

/** Layouts of the table of remedies by name. */
export const remedyLayouts: Readonly<Record<string, (numbers: readonly string[]) => Grid>> = {
  'as printed': (numbers) => remediesOf(numbers),
  'heads broken by line breaks': (numbers) => each(remediesOf(numbers), broken),
  'a label before the numbers': (numbers) =>
    remediesOf(numbers).map((row, index) => [index === 3 ? '数量' : '', ...row]),
  'one head with the groups in it': (numbers) => [heads, numbers],
  'an empty row before the numbers': (numbers) => {
    const grid = remediesOf(numbers);
    return [...grid.slice(0, 3), numbers.map(() => ''), ...grid.slice(3)];
  },
};
