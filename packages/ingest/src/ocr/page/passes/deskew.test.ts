import { describe, expect, test } from 'vitest';
import { levelled, unlevelled } from '../grey.ts';
import { inkBox, inkOf } from '../ink.ts';
import { letters, sketch } from '../sketch.ts';
import { skewOf } from './deskew.ts';

const degree = Math.PI / 180;
const page = sketch(
  800,
  800,
  Array.from({ length: 10 }, (_, row) => letters(100, 80 + row * 64, 19)).flat(),
);

describe('skewOf', () => {
  test.each([-2.4, -0.7, 0.3, 1.5, 3])('finds lines that lean by %d degrees', (lean) => {
    const leaning = levelled(page, -lean * degree);
    expect(Math.abs(skewOf(leaning) / degree - lean)).toBeLessThan(0.15);
  });

  test('leaves a level page and an empty page alone', () => {
    expect(skewOf(page)).toBe(0);
    expect(skewOf(sketch(400, 400, []))).toBe(0);
  });
});

test('a box found on the levelled page leads back to its ink on the page as scanned', () => {
  const dot = sketch(400, 300, [[300, 40, 320, 60]]);
  const angle = 2 * degree;
  const found = inkBox(inkOf(levelled(dot, angle)), [0, 0, 400, 300]);
  const [x0, y0, x1, y1] = unlevelled(found ?? [0, 0, 0, 0], angle, dot);
  expect([x0 <= 300, y0 <= 40, x1 >= 320, y1 >= 60]).toEqual([true, true, true, true]);
  expect([x1 - x0 < 26, y1 - y0 < 26]).toEqual([true, true]);
});
