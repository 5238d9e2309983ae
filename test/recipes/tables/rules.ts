/** Lines of a table: which of a cell's four sides are drawn, and how. */
import type { PlacedCell } from '../script-grid.ts';
import type { TableLook } from './look.ts';
import type { PageEnds, SetTable } from './set-table.ts';
import type { TablePen } from './table-pen.ts';

export interface Rule {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

type Box = readonly [left: number, top: number, right: number, bottom: number];
type Side = 'left' | 'top' | 'right' | 'bottom';

/** Where a side of a cell lies in its table. */
interface Where {
  readonly isHead: boolean;
  /** The side is one of the head's foot. */
  readonly belowHead: boolean;
  /** The side is one of the table's, on this page. */
  readonly isOuter: boolean;
  readonly upright: boolean;
}

const drawn: Readonly<Record<TableLook['rules'], (where: Where) => boolean>> = {
  all: () => true,
  'open sides': ({ isOuter, upright }) => !(isOuter && upright),
  'open frame': ({ isOuter }) => !isOuter,
  frame: ({ isOuter, upright }) => isOuter || !upright,
  'head uprights': ({ isHead, isOuter, upright }) => isHead || isOuter || !upright,
  columns: ({ isHead, belowHead, isOuter, upright }) => upright || isOuter || isHead || belowHead,
  rows: ({ upright }) => !upright,
  'three lines': ({ isHead, belowHead, isOuter, upright }) =>
    !upright && (isHead || belowHead || isOuter),
  none: () => false,
};

const near = (a: number, b: number): boolean => Math.abs(a - b) < 0.5;

/** The sides of a cell that its table draws. */
export function linesOf(
  { look, table, xs }: SetTable,
  cell: PlacedCell,
  [left, top, right, bottom]: Box,
  ends: PageEnds,
): Rule[] {
  const isHead = cell.row < table.headerRows;
  const endsHead = cell.row + cell.rowSpan === table.headerRows;
  const sides: readonly (readonly [Side, Rule, isOuter: boolean])[] = [
    ['left', { x0: left, y0: top, x1: left, y1: bottom }, near(left, xs[0] ?? 0)],
    ['right', { x0: right, y0: top, x1: right, y1: bottom }, near(right, xs.at(-1) ?? 0)],
    ['top', { x0: left, y0: top, x1: right, y1: top }, near(top, ends.top)],
    ['bottom', { x0: left, y0: bottom, x1: right, y1: bottom }, near(bottom, ends.bottom)],
  ];
  return sides.flatMap(([side, rule, isOuter]) => {
    const upright = side === 'left' || side === 'right';
    const belowHead =
      (endsHead && side === 'bottom') || (cell.row === table.headerRows && side === 'top');
    return drawn[look.rules]({ isHead, belowHead, isOuter, upright }) ? [rule] : [];
  });
}

function eachPart(
  { x0, y0, x1, y1 }: Rule,
  on: number,
  off: number,
  draw: (part: Rule) => void,
): void {
  const length = Math.hypot(x1 - x0, y1 - y0);
  const place = (at: number): readonly [number, number] => [
    x0 + ((x1 - x0) * at) / length,
    y0 + ((y1 - y0) * at) / length,
  ];
  for (let at = 0; at < length; at += on + off) {
    const [fromX, fromY] = place(at);
    const [toX, toY] = place(Math.min(length, at + on));
    draw({ x0: fromX, y0: fromY, x1: toX, y1: toY });
  }
}

const bar = (pen: TablePen, { x0, y0, x1, y1 }: Rule, thick: number): void =>
  pen.bar(x0 - thick / 2, y0 - thick / 2, x1 - x0 + thick, y1 - y0 + thick, 0);

const line = (pen: TablePen, { x0, y0, x1, y1 }: Rule): void => pen.line(x0, y0, x1, y1);

const moved = ({ x0, y0, x1, y1 }: Rule, by: number): Rule =>
  x0 === x1 ? { x0: x0 + by, y0, x1: x1 + by, y1 } : { x0, y0: y0 + by, x1, y1: y1 + by };

/** Draws a line as a stroke, a bar, dashes, dots, strokes in a row, or twice. */
export function strokeRule(pen: TablePen, how: TableLook['stroke'], rule: Rule): void {
  if (how === 'bar') bar(pen, rule, 0.6);
  else if (how === 'dashes') eachPart(rule, 3, 2.5, (part) => line(pen, part));
  else if (how === 'dots') eachPart(rule, 0.8, 1.2, (part) => bar(pen, part, 0.4));
  else if (how === 'double') for (const by of [-0.9, 0.9]) line(pen, moved(rule, by));
  else if (how === 'parts') eachPart(rule, 17, 0, (part) => line(pen, part));
  else line(pen, rule);
}
