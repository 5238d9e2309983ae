import type { Box } from '@xxgk/extract/document';
import { expect, test } from 'vitest';
import type { GreyImage } from '../../engine.ts';
import { inkOf } from '../ink.ts';
import { letters, sketch } from '../sketch.ts';
import { marksOf } from './marks.ts';

const [width, height] = [1654, 2339];
const text = Array.from({ length: 20 }, (_, row) => letters(230, 250 + row * 80, 36, 34)).flat();

/** Draws discs over an image. */
function punched(
  image: GreyImage,
  discs: readonly (readonly [x: number, y: number, radius: number])[],
) {
  for (const [cx, cy, radius] of discs) {
    for (let y = cy - radius; y <= cy + radius; y++) {
      for (let x = cx - radius; x <= cx + radius; x++) {
        if (Math.hypot(x - cx, y - cy) <= radius) image.data[y * width + x] = 20;
      }
    }
  }
  return image;
}

const found = (image: GreyImage): [holes: number, staples: number] => {
  const { holes, staples } = marksOf(inkOf(image));
  return [holes.length, staples.length];
};

test('two discs in the margin are punch holes', () => {
  const page = punched(sketch(width, height, text), [
    [90, 850, 22],
    [90, 1490, 22],
  ]);
  expect(found(page)).toEqual([2, 0]);
});

test.each<[string, GreyImage]>([
  ['a page of text', sketch(width, height, text)],
  [
    'a disc beside letters: a bullet',
    punched(sketch(width, height, letters(100, 800, 30, 34)), [[70, 817, 16]]),
  ],
  ['a disc in the text', punched(sketch(width, height, text), [[800, 2100, 22]])],
  ['a letter alone in the margin', sketch(width, height, [...text, [80, 300, 114, 334]])],
  ['a short dash far down the margin', sketch(width, height, [...text, [60, 1200, 130, 1204]])],
])('%s has none', (_, page) => {
  expect(found(page)).toEqual([0, 0]);
});

test('a stroke in the corner is a staple, a folio with dashes is none', () => {
  const staple: Box = [70, 120, 150, 126];
  expect(found(sketch(width, height, [...text, staple]))).toEqual([0, 1]);
  const folio: Box[] = [
    [780, 2280, 800, 2284],
    [815, 2265, 835, 2299],
    [850, 2280, 870, 2284],
  ];
  expect(found(sketch(width, height, [...text, ...folio]))).toEqual([0, 0]);
});
