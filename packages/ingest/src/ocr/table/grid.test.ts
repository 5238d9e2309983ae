import type { Box } from '@xxgk/extract/document';
import { describe, expect, test } from 'vitest';
import { inkOf } from '../page/ink.ts';
import { letters, sketch } from '../page/sketch.ts';
import { gridsOf } from './grid.ts';
import { erased, rulingsOf } from './rulings.ts';

const em = 30;
const across = (y: number, x0 = 50, x1 = 650): Box => [x0, y, x1, y + 2];
const down = (x: number, y0 = 100, y1 = 302): Box => [x, y0, x + 2, y1];
const frame: readonly Box[] = [across(100), across(300), down(50), down(648)];

function gridsIn(boxes: readonly Box[]) {
  return gridsOf(rulingsOf(inkOf(sketch(700, 500, boxes)), em), em);
}

const spans = (boxes: readonly Box[]): unknown[] =>
  gridsIn(boxes).map(({ rows, columns, cells }) => [
    rows,
    columns,
    cells.map((cell) => [cell.row, cell.column, cell.rowSpan, cell.columnSpan].join()),
  ]);

describe('gridsOf', () => {
  test('finds rows and columns', () => {
    expect(spans([...frame, across(200), down(350)])).toEqual([
      [2, 2, ['0,0,1,1', '0,1,1,1', '1,0,1,1', '1,1,1,1']],
    ]);
  });

  test('finds cells that span columns and rows by their missing lines', () => {
    const boxes = [...frame, across(200, 350), down(350), down(500, 200)];
    expect(spans(boxes)).toEqual([[2, 3, ['0,0,2,1', '0,1,1,2', '1,1,1,1', '1,2,1,1']]]);
  });

  test('closes a table that is printed without its outer upright lines', () => {
    expect(spans([across(100), across(200), across(300), down(350)])).toEqual([
      [2, 2, ['0,0,1,1', '0,1,1,1', '1,0,1,1', '1,1,1,1']],
    ]);
  });

  test('bridges small gaps of a weak print', () => {
    const broken: Box[] = [
      [50, 200, 300, 202],
      [302, 200, 650, 202],
    ];
    expect(spans([...frame, ...broken, down(350)])).toHaveLength(1);
  });

  test('gives whole pixels, also where the parts of a line lie a row apart', () => {
    const stepped: Box[] = [
      [50, 200, 350, 202],
      [350, 201, 650, 203],
    ];
    const [grid] = gridsIn([...frame, ...stepped, down(350)]);
    expect(grid?.cells.flatMap(({ box }) => box).every(Number.isInteger)).toBe(true);
  });

  test('keeps two tables of a page apart', () => {
    const second = [
      across(400),
      across(450),
      down(50, 400, 452),
      down(350, 400, 452),
      down(648, 400, 452),
    ];
    expect(gridsIn([...frame, across(200), ...second])).toHaveLength(2);
  });

  test.each([
    ['lines of text', letters(60, 120, 18)],
    ['the two lines of 版记', [across(100), across(200)]],
    ['a black picture', [[100, 100, 500, 400]] as readonly Box[]],
    ['a frame around the page, without rows or columns', frame],
  ])('takes %s for no table', (_, boxes) => {
    expect(gridsIn(boxes)).toEqual([]);
  });
});

test('what is erased of a line leaves the letters beside it', () => {
  const mask = inkOf(sketch(700, 300, [across(100), ...letters(60, 110, 5)]));
  const rest = erased(mask, rulingsOf(mask, em).level);
  const ink = (from: number, to: number) =>
    rest.data.subarray(from * 700, to * 700).reduce((sum, pixel) => sum + pixel, 0);
  expect(ink(0, 108)).toBe(0);
  expect(ink(110, 140)).toBe(5 * 26 * 30);
});
