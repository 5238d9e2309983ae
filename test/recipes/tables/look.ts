/** How a table is printed: its lines, its page, what stands around it. */
import type { Dice } from '../random.ts';

export interface TableLook {
  /**
   * Which lines are drawn.
   *
   * - `all`; `open sides`, `open frame`: without the outer uprights, without any outer line.
   * - `frame`: the outer frame and the lines between rows. `head uprights`: uprights in the head only.
   * - `columns`: uprights, frame and the line below the head. `rows`: horizontal lines only.
   * - `three lines`: above and below the head, and at the foot. `none`.
   */
  readonly rules:
    | 'all'
    | 'open sides'
    | 'open frame'
    | 'frame'
    | 'head uprights'
    | 'columns'
    | 'rows'
    | 'three lines'
    | 'none';
  /** How a line is drawn. */
  readonly stroke: 'stroke' | 'bar' | 'dashes' | 'dots' | 'double' | 'parts';
  readonly shade: 'none' | 'head' | 'alternate';
  /** Of values; labels stand on the left. */
  readonly align: 'left' | 'center' | 'right';
  readonly middle: boolean;
  /** Rows after which the page ends. */
  readonly breaks: readonly number[];
  readonly repeatHead: boolean;
  /** The first row of a page is one that the page end cuts, where it has the lines for it. */
  readonly cut: boolean;
  readonly page: 'portrait' | 'landscape' | 'rotated' | 'sideways';
  /** What else is on the page. */
  readonly beside: 'nothing' | 'table' | 'text right' | 'text left' | 'table below' | 'text around';
  /** Labels of groups are written sideways. */
  readonly upright: boolean;
}

const strokes = ['stroke', 'stroke', 'bar', 'dashes', 'dots', 'double', 'parts'] as const;
const open = [
  'frame',
  'head uprights',
  'columns',
  'rows',
  'rows',
  'three lines',
  'three lines',
  'none',
] as const;

const places = [
  'nothing',
  'nothing',
  'nothing',
  'table',
  'text right',
  'text left',
  'table below',
  'text around',
] as const;

/** Page ends inside the body: none, one or two. */
function breaksOf(random: Dice, rows: number, headerRows: number): number[] {
  const body = rows - headerRows;
  const count = random.roll(0, body > 4 ? 2 : 1);
  const places = Array.from(
    { length: count },
    () => headerRows + random.roll(1, Math.max(1, body - 1)),
  );
  return [...new Set(places)].filter((at) => at < rows).toSorted((a, b) => a - b);
}

const plain = {
  stroke: 'stroke',
  shade: 'none',
  middle: false,
  breaks: [],
  repeatHead: false,
  cut: false,
  page: 'portrait',
  beside: 'nothing',
  upright: false,
} as const;

/** A table with lines in both directions, of so many rows. */
export function ruledLook(random: Dice, rows: number, headerRows: number): TableLook {
  const beside = random.pick(places);
  const alone = beside === 'nothing' || beside === 'text around';
  return {
    rules: random.pick(['all', 'all', 'all', 'open sides', 'open frame']),
    stroke: random.pick(strokes),
    shade: random.pick(['none', 'none', 'head', 'alternate']),
    align: random.pick(['left', 'center', 'right']),
    middle: random.roll(0, 1) === 1,
    breaks: alone ? breaksOf(random, rows, headerRows) : [],
    repeatHead: random.roll(0, 1) === 1,
    cut: random.roll(0, 2) === 0,
    page: random.pick(['portrait', 'portrait', 'landscape', 'rotated', 'sideways']),
    beside,
    upright: random.roll(0, 2) === 0,
  };
}

/** A table that lines rule in part, or not at all. */
export function openLook(random: Dice): TableLook {
  const rules = random.pick(open);
  return {
    ...plain,
    rules,
    stroke: random.pick(['stroke', 'bar']),
    shade: random.pick(['none', 'head', 'alternate']),
    align: random.pick(['left', 'center', 'right']),
    middle: random.roll(0, 1) === 1,
    beside: random.pick(['nothing', 'text around']),
    page: random.pick(['portrait', 'portrait', 'landscape', 'rotated']),
  };
}
