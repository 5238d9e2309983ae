import { expect, test } from 'vitest';
import { outlines, stepsOf } from './path-data.ts';

const shape = (data: string) => outlines(stepsOf(data), [2, 0, 0, 2, 10, 0]);

test('lines from a start or a move, closed at their beginning, in page points', () => {
  expect(shape('S 0 0 L 5 0 L 5 1 C')).toEqual([
    [
      [10, 0],
      [20, 0],
      [20, 2],
      [10, 0],
    ],
  ]);
  expect(shape('M 0 0 L 1 0 M 0 3 L 1 3')).toHaveLength(2);
});

test('what is curved separates nothing', () => {
  expect(shape('M 0 0 L 9 0 Q 1 1 2 0')).toEqual([]);
  expect(shape('M 0 0 B 1 1 2 2 3 0 C M 0 0 L 9 0')).toEqual([
    [
      [10, 0],
      [28, 0],
    ],
  ]);
  expect(shape('M 0 0 A 1 1 0 0 1 2 0 L 3 0')).toEqual([]);
});

test('broken data is read as far as it goes', () => {
  expect(shape('M 0 0 L 4 0 L 4')).toEqual([
    [
      [10, 0],
      [18, 0],
    ],
  ]);
  expect(shape('M 0 0 L 4 0 X 1 2')).toHaveLength(1);
  expect(shape('L x y')).toEqual([]);
});
