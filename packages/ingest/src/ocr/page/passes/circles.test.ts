import { expect, test } from 'vitest';
import type { GreyImage } from '../../engine.ts';
import { inkOf } from '../ink.ts';
import { letters, sketch } from '../sketch.ts';
import { circlesOf } from './circles.ts';

const [width, height] = [1000, 1400];
const text = Array.from({ length: 16 }, (_, row) => letters(120, 80 + row * 80, 24, 32)).flat();

function ringed(image: GreyImage, x: number, y: number, radius: number): GreyImage {
  for (let i = 0; i < 4000; i++) {
    const angle = (2 * Math.PI * i) / 4000;
    for (let r = radius - 3; r <= radius + 3; r++) {
      image.data[
        Math.round(y + r * Math.sin(angle)) * width + Math.round(x + r * Math.cos(angle))
      ] = 0;
    }
  }
  return image;
}

test('a ring over lines of text is found, middle and radius', () => {
  const [circle, more] = circlesOf(
    inkOf(ringed(sketch(width, height, text), 640, 900, 160)),
    [140, 190],
  );
  expect(more).toBeUndefined();
  expect(Math.abs((circle?.x ?? 0) - 640)).toBeLessThan(6);
  expect(Math.abs((circle?.y ?? 0) - 900)).toBeLessThan(6);
  expect(Math.abs((circle?.radius ?? 0) - 160)).toBeLessThan(6);
});

test.each([
  ['lines of text', sketch(width, height, text)],
  ['a ring of another size', ringed(sketch(width, height, text), 500, 700, 90)],
  ['a black picture', sketch(width, height, [[300, 400, 800, 900]])],
])('%s: no seal', (_, image) => {
  expect(circlesOf(inkOf(image), [140, 190])).toEqual([]);
});
