/** Which column of an indicator table holds the year's number, read from its head. */
import { labelKey } from './label.ts';
import type { FormCell, FormRow } from './row.ts';

/** What the head row says; column numbers from 0. */
export interface Head {
  readonly unit: number | null;
  /** Columns of numbers that may count for the year, left to right. */
  readonly values: readonly number[];
}

const LABEL_HEAD = /^(?:统计)?指标(?:名称)?$|^项目(?:名称)?$|^统计项目$/u;
const UNIT_HEAD = /^(?:计量)?单位$/u;
const NO_VALUE =
  /^(?:代码|序号|编号|备注|说明)$|上年|去年|上一年|同比|增减|增长|增幅|比例|占比|百分比/u;
const YEAR = /(?<!\d)(?:19|20)\d{2}(?=年)/u;
const SINCE_OPENING = /历年|累计至|开通以来|总累计/u;
/** The column that stands for the whole year and the whole agency, best first. */
const WHOLE = [
  /^本年累计/u,
  /^(?:本年|今年|当年)/u,
  /年度?$/u,
  /^(?:合计|总计|总数)$/u,
  /^(?:数据)?统计数(?:据|值)?$|^数[值量]$/u,
];

const keyAt = (cell: FormCell): string => labelKey(cell.text);

/** Of columns for several years, the latest: a report is not about years to come. */
function latest(columns: readonly FormCell[]): readonly FormCell[] {
  const years = columns.map((cell) => Number(YEAR.exec(keyAt(cell))?.[0] ?? 0));
  const last = Math.max(...years);
  const isNamed = years.every((year) => year > 0) && new Set(years).size === years.length;
  return isNamed ? columns.filter((_, index) => years[index] === last) : columns;
}

/** The head of an indicator table, if the row is one. */
export function headOf(row: FormRow): Head | undefined {
  const label = row.cells.find((cell) => LABEL_HEAD.test(keyAt(cell)));
  const unit = row.cells.find((cell) => UNIT_HEAD.test(keyAt(cell)));
  if (!label) return undefined;
  const from = (unit ?? label).lastColumn;
  const columns = latest(
    row.cells.filter(
      (cell) =>
        cell.column > from && !NO_VALUE.test(keyAt(cell)) && !SINCE_OPENING.test(keyAt(cell)),
    ),
  );
  if (columns.length === 0) return undefined;
  const whole = WHOLE.map((pattern) => columns.filter((cell) => pattern.test(keyAt(cell)))).find(
    (hits) => hits.length === 1,
  );
  return {
    unit: unit?.column ?? null,
    values: (whole ?? columns).map((cell) => cell.column),
  };
}
