/**
 * The statutory tables as scanned pages, one table a page, filled anew for every seed: numbers of one
 * to six digits, 0, `/`, `——`, amounts with decimals and blanks stand side by side.
 */
import type { Canvas } from '@napi-rs/canvas';
import { drawTable } from '../carriers/paper-table.ts';
import { type Face, ScannedPen, type Scanner } from '../carriers/scan.ts';
import { Paper } from '../carriers/sheets.ts';
import { type Dice, dice } from '../random.ts';
import type { Script, ScriptCell, ScriptTable } from '../script.ts';
import { report2017 } from '../texts/report-2017.ts';
import { report2022 } from '../texts/report-2022.ts';

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
    [wide('第二十条第（八）项', 4)],
    ['信息内容', '上一年项目数量', wide('本年增/减', 2)],
    ['行政事业性收费', '1', wide('1', 2)],
    [wide('第二十条第（九）项', 4)],
    ['信息内容', '采购项目数量', wide('采购总金额', 2)],
    ['政府集中采购', '1', wide('1', 2)],
  ],
};

/** The label column of the matrix takes most of its page's width, so that it fits on one. */
const roomy = [3, 5, 17, 3, 3, 3, 4, 4, 3, 3];

const tablesOf = ({ blocks }: Script): ScriptTable[] =>
  blocks.flatMap((block) => ('table' in block ? [block.table] : []));

/** The long table of 2014 takes three pages, each with the head. */
function slices({ widths, headerRows, rows }: ScriptTable, count: number): ScriptTable[] {
  const body = rows.slice(headerRows);
  const size = Math.ceil(body.length / count);
  return Array.from({ length: count }, (_, at) => ({
    widths,
    headerRows,
    rows: [...rows.slice(0, headerRows), ...body.slice(at * size, (at + 1) * size)],
  }));
}

/** Tables by form, as they are printed. */
export const statisticsForms = (): Readonly<Record<string, readonly ScriptTable[]>> => {
  const [disclosure2021, matrix, remedies] = tablesOf(report2022);
  const since2019 = [matrix && { ...matrix, widths: roomy }, remedies].filter(
    (table) => table !== undefined,
  );
  return {
    '2014': tablesOf(report2017).flatMap((table) => slices(table, 3)),
    '2019': [disclosure2019, ...since2019],
    '2021': [...(disclosure2021 ? [disclosure2021] : []), ...since2019],
  };
};

const value = /^(?:\d+(?:\.\d+)?|\/)$/u;

/** Whether a cell of these tables holds a value; all others hold labels. */
export const isValue = (text: string): boolean => value.test(text) || text === '' || text === '——';

/** @param most Digits that a number may have. */
function filled(old: string, most: number, random: Dice): string {
  if (!value.test(old)) return old;
  const kind = random.roll(1, 20);
  if (kind <= 6) return '0';
  if (kind === 7) return '/';
  if (kind === 8) return '';
  if (kind === 9) return '——';
  if (kind === 10 && most > 4) return `${random.roll(0, 400)}.${random.roll(1, 99)}`;
  const digits = random.roll(1, random.roll(1, most));
  return String(random.roll(10 ** (digits - 1), 10 ** digits - 1));
}

/** The table with other values. */
export function refilled(table: ScriptTable, seed: number): ScriptTable {
  const random = dice(seed);
  // Columns of three characters hold four digits.
  const most = table.widths.length > 6 ? 4 : 6;
  const rows = table.rows.map((row) =>
    row.map((cell) => {
      if (typeof cell === 'string') return filled(cell, most, random);
      return { ...cell, text: filled(cell.text, most, random) };
    }),
  );
  return { ...table, rows };
}

const small = { points: 9, lineHeight: 11.5, pad: 2.5 };
const usual = { points: 10.5, lineHeight: 14, pad: 3.5 };

/** One page; long tables are printed small, as offices do, so that they fit. */
export function statisticsPage(table: ScriptTable, face: Face, scanner: Scanner): Canvas {
  const pen = new ScannedPen(face, scanner);
  const on = new Paper(pen);
  drawTable(on, table, table.rows.length > 26 ? small : usual);
  return pen.onlyPage;
}
