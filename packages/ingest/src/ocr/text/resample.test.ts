import { expect, test } from 'vitest';
import { sketch } from '../page/sketch.ts';
import { resampled } from './resample.ts';

/** Columns whose middle row is darker than half. */
const darkColumns = ({ width, height, data }: ReturnType<typeof sketch>): number[] => {
  const row = Math.floor(height / 2) * width;
  return Array.from({ length: width }, (_, x) => x).filter((x) => (data[row + x] ?? 255) < 128);
};

test.each([
  ['larger', 80, 40, [40, 59]],
  ['smaller', 20, 10, [10, 14]],
  ['narrower alone', 20, 20, [10, 14]],
])('a stroke keeps its place when the image becomes %s', (_, width, height, [from, to]) => {
  const image = sketch(40, 20, [[20, 0, 30, 20]]);
  const dark = darkColumns(resampled(image, width, height));
  expect([dark[0], dark.at(-1)]).toEqual([from, to]);
});

test('paper stays white and ink black: nothing rings beyond them', () => {
  const { data } = resampled(sketch(30, 30, [[10, 0, 20, 30]]), 47, 48);
  expect(data[0]).toBe(255);
  expect(data[24 * 47 + 23]).toBe(0);
});
