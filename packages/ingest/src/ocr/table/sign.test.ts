import type { Box } from '@xxgk/extract/document';
import { expect, test } from 'vitest';
import { inkBox, inkOf } from '../page/ink.ts';
import { sketch } from '../page/sketch.ts';
import { signOf } from './sign.ts';

const em = 30;
const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
/** A stroke that rises to the right by `slope` pixels down for each pixel across. */
const stroke = (height: number, slope: number): readonly Box[] =>
  range(height).map((y): Box => {
    const x = Math.round(60 - y / slope);
    return [x, 20 + y, x + 3, 21 + y];
  });

test.each<[string, readonly Box[], string | undefined]>([
  ['a slash', stroke(28, 2.2), '/'],
  ['a dash of one em', [[20, 40, 50, 43]], '—'],
  ['a dash of two em', [[20, 40, 80, 43]], '——'],
  ['a hyphen', [[20, 40, 32, 43]], '-'],
  ['a 1', [[40, 20, 44, 46]], undefined],
  ['a 7', [[24, 20, 44, 23], ...stroke(26, 1.6)], undefined],
  [
    'a 0',
    [
      [20, 20, 38, 23],
      [20, 43, 38, 46],
      [20, 20, 23, 46],
      [35, 20, 38, 46],
    ],
    undefined,
  ],
])('tells %s by its shape', (_, boxes, text) => {
  const mask = inkOf(sketch(100, 80, boxes));
  const box = inkBox(mask, [0, 0, 100, 80]) ?? [0, 0, 0, 0];
  expect(signOf(mask, box, em)?.text).toBe(text);
});

test('a dash that could be the numeral 一 is unsure', () => {
  const mask = inkOf(sketch(100, 80, [[20, 40, 48, 43]]));
  expect(signOf(mask, [20, 40, 48, 43], em)?.confidence).toBeLessThan(0.8);
});
