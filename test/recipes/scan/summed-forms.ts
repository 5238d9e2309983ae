/**
 * The statutory forms of 2014-2018, 2019-2020 and since 2021 filled anew for every seed with numbers of which
 * every 勾稽关系 holds, in the habits of those who fill them in: noughts printed, left blank or as `/`.
 */
import { type Dice, dice } from '../random.ts';
import type { Script, ScriptCell, ScriptTable } from '../script.ts';
import { report2017 } from '../texts/report-2017.ts';
import { report2022 } from '../texts/report-2022.ts';

export const forms = ['2014', '2019', '2021'] as const;
export type Form = (typeof forms)[number];

/** How an agency writes a nought. */
type Habit = 'noughts' | 'slashes' | 'blanks' | 'mixed';

const COLUMNS = 7;

const tablesOf = ({ blocks }: Script): ScriptTable[] =>
  blocks.flatMap((block) => ('table' in block ? [block.table] : []));

const textOf = (cell: string | ScriptCell): string => (typeof cell === 'string' ? cell : cell.text);

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** Mostly small, now and then large, often nought. */
function count(random: Dice, noughts = 50): number {
  if (random.roll(1, 100) <= noughts) return 0;
  return random.roll(1, 10 ** random.roll(1, 3));
}

const counts = (random: Dice, many: number, noughts = 50): number[] =>
  Array.from({ length: many }, () => count(random, noughts));

/** The 58 values of the form of 2014-2018, in its order. */
function values2014(random: Dice): number[] {
  const channels = counts(random, 5, 30);
  const published = random.roll(0, sum(channels));
  const [press, talks] = [count(random), count(random)];
  const received = counts(random, 4, 40);
  const completed = counts(random, 2, 40);
  const refused = counts(random, 6, 70);
  const before = counts(random, 3, 40);
  const after = counts(random, 4, 50);
  const [reconsidered, sued, staff] = [
    counts(random, 3, 70),
    counts(random, 3, 80),
    counts(random, 2, 20),
  ];
  return [
    published,
    random.roll(0, Math.min(published, 40)),
    count(random),
    ...channels,
    count(random),
    ...[press, random.roll(0, press), talks, random.roll(0, talks)],
    ...counts(random, 3),
    sum(received),
    ...received,
    sum(completed),
    ...completed,
    sum([...before, ...refused, ...after]),
    ...before,
    sum(refused),
    ...refused,
    ...after,
    sum(reconsidered),
    ...reconsidered,
    sum(sued),
    ...sued,
    ...counts(random, 2, 80),
    ...counts(random, 2, 10),
    sum(staff),
    ...staff,
    ...counts(random, 4, 30),
  ];
}

/** Rows of the matrix: what came in, what became of it, what is left; each with its total. */
function matrixRows(random: Dice, rows: number): number[][] {
  const columns = Array.from({ length: COLUMNS - 1 }, (_, at) => {
    const noughts = at === 0 ? 45 : 85;
    const results = counts(random, rows - 4, noughts);
    const [carriedOut, done] = [count(random, 70), sum(results)];
    const carriedIn = Math.min(count(random, 70), done + carriedOut);
    return [done + carriedOut - carriedIn, carriedIn, ...results, done, carriedOut];
  });
  return Array.from({ length: rows }, (_, row) => {
    const numbers = columns.map((column) => column[row] ?? 0);
    return [...numbers, sum(numbers)];
  });
}

const remedies = (random: Dice): number[] =>
  Array.from({ length: 3 }, () => counts(random, 4, 60)).flatMap((group) => [...group, sum(group)]);

const digits = /^(?:\d+(?:\.\d+)?|\/)?$/u;

/** Puts numbers into the cells of a table that hold values, in reading order. */
function filled(
  table: ScriptTable,
  isValue: (row: number, text: string) => boolean,
  write: () => string,
): ScriptTable {
  const rows = table.rows.map((cells, row) =>
    cells.map((cell) => {
      if (!isValue(row, textOf(cell))) return cell;
      return typeof cell === 'string' ? write() : { ...cell, text: write() };
    }),
  );
  return { ...table, rows };
}

function written(number: number, habit: Habit, random: Dice): string {
  if (number !== 0 || habit === 'noughts') return String(number);
  if (habit === 'slashes') return '/';
  return habit === 'blanks' ? '' : random.pick(['0', '/', '']);
}

/** The matrix of 2019 and 2020: （六）其他处理 is one row of its own. */
function matrix2019(table: ScriptTable): ScriptTable {
  const at = table.rows.findIndex((row) => textOf(row[0] ?? '').startsWith('（六）'));
  const rows = table.rows.flatMap((row, index): (typeof table.rows)[number][] => {
    if (index === at) return [[{ text: '（六）其他处理', columnSpan: 2 }, ...row.slice(2)]];
    if (index === at + 1 || index === at + 2) return [];
    return [
      row.map((cell) =>
        typeof cell !== 'string' && cell.text.startsWith('三、') ? { ...cell, rowSpan: 20 } : cell,
      ),
    ];
  });
  return { ...table, rows };
}

const wide = (text: string, columnSpan: number): ScriptCell => ({ text, columnSpan });

const disclosure2019: ScriptTable = {
  widths: [14, 10, 10, 10],
  headerRows: 0,
  rows: [
    [wide('第二十条第（一）项', 4)],
    ['信息内容', '本年新制作数量', '本年新公开数量', '对外公开总数量'],
    ['规章', '1', '1', '1'],
    ['规范性文件', '1', '1', '1'],
    [wide('第二十条第（五）项', 4)],
    ['信息内容', '上一年项目数量', '本年增/减', '处理决定数量'],
    ['行政许可', '1', '1', '1'],
    ['其他对外管理服务事项', '1', '1', '1'],
    [wide('第二十条第（六）项', 4)],
    ['信息内容', '上一年项目数量', '本年增/减', '处理决定数量'],
    ['行政处罚', '1', '1', '1'],
    ['行政强制', '1', '1', '1'],
  ],
};

/** @param numbers Taken one by one. */
function fillWith(
  table: ScriptTable,
  numbers: readonly number[],
  habit: Habit,
  random: Dice,
): ScriptTable {
  const left = [...numbers];
  const isData = (row: number): boolean => row >= table.headerRows;
  return filled(
    table,
    (row, text) => isData(row) && left.length > 0 && digits.test(text) && !isUnit(table, row),
    () => written(left.shift() ?? 0, habit, random),
  );
}

/** Headings of the form of 2014-2018 have `——` for a unit and no value. */
const isUnit = (table: ScriptTable, row: number): boolean =>
  table.rows[row]?.some((cell) => textOf(cell) === '——') ?? false;

function tablesFor(form: Form, random: Dice): { table: ScriptTable; numbers: readonly number[] }[] {
  if (form === '2014') {
    return tablesOf(report2017).map((table) => ({ table, numbers: values2014(random) }));
  }
  const [disclosure, matrix, last] = tablesOf(report2022);
  if (!disclosure || !matrix || !last) throw new RangeError('the report of 2022 has three tables');
  const isNew = form === '2021';
  const first = isNew ? disclosure : disclosure2019;
  const requests = isNew ? matrix : matrix2019(matrix);
  return [
    { table: first, numbers: counts(random, 40, 20) },
    { table: requests, numbers: matrixRows(random, isNew ? 25 : 23).flat() },
    { table: last, numbers: remedies(random) },
  ];
}

/** The tables of one report, filled in. */
export function summedForm(form: Form, seed: number): readonly ScriptTable[] {
  const random = dice(seed);
  const habit = random.pick<Habit>(['noughts', 'noughts', 'noughts', 'slashes', 'blanks', 'mixed']);
  return tablesFor(form, random).map(({ table, numbers }) =>
    fillWith(table, numbers, habit, random),
  );
}
