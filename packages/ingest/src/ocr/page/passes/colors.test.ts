import { expect, test } from 'vitest';
import { sealsOf } from '../../seal/seal.ts';
import type { ColorImage } from '../color-image.ts';
import { inkOf } from '../ink.ts';
import { separated } from './colors.ts';

type Rgb = readonly [number, number, number];
const paper: Rgb = [250, 249, 245];
const red: Rgb = [215, 70, 75];
const black: Rgb = [20, 20, 22];
/** Black ink that a half-transparent seal covers. */
const covered: Rgb = [60, 20, 24];

function painted(size: number, color: (x: number, y: number) => Rgb): ColorImage {
  const data = new Uint8Array(size * size * 3);
  for (let i = 0; i < size * size; i++) data.set(color(i % size, Math.floor(i / size)), 3 * i);
  return { width: size, height: size, data, dpi: 200 };
}

/** A ring of 60 to 70 pixels radius about the middle, and a black stroke through all of it. */
const isRing = (x: number, y: number): boolean => {
  const radius = Math.hypot(x - 100, y - 100);
  return radius > 60 && radius < 70;
};
const isStroke = (y: number): boolean => y >= 98 && y < 103;
const sealed = painted(200, (x, y) => {
  if (isStroke(y)) return isRing(x, y) ? covered : black;
  return isRing(x, y) ? red : paper;
});

test('the black layer holds the stroke, under the seal too, and nothing of the seal', () => {
  const ink = inkOf(separated(sealed).black);
  const wrong = ink.data.findIndex((pixel, i) => (pixel === 1) !== isStroke(Math.floor(i / 200)));
  expect(wrong).toBe(-1);
});

test('the red layer holds the ring and no black', () => {
  const ink = inkOf(separated(sealed).red);
  const wrong = ink.data.findIndex((pixel, i) => {
    const [x, y] = [i % 200, Math.floor(i / 200)];
    return (pixel === 1) !== (isRing(x, y) && !isStroke(y));
  });
  expect(wrong).toBe(-1);
});

test('brown paper and dark green ink are not red', () => {
  const page = painted(20, (x) => (x < 10 ? [222, 200, 180] : [10, 90, 40]));
  expect(inkOf(separated(page).red).data.every((pixel) => pixel === 0)).toBe(true);
});

test('a ring is a seal; the letters of a letterhead are none', () => {
  const letterhead = painted(200, (x, y) => (y > 80 && y < 130 && x % 50 < 44 ? red : paper));
  const [seal, ...more] = sealsOf(inkOf(separated(sealed).red), 30);
  expect(more).toEqual([]);
  expect(seal?.map((edge) => Math.round(edge / 10))).toEqual([2, 2, 18, 18]);
  expect(sealsOf(inkOf(separated(letterhead).red), 30)).toEqual([]);
});
