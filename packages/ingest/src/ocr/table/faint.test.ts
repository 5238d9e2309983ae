import type { Box } from '@xxgk/extract/document';
import { describe, expect, test } from 'vitest';
import type { GreyImage } from '../engine.ts';
import { faintIn } from './faint.ts';

const em = 38;
const [width, height] = [160, 84];
const cell: Box = [0, 0, width, height];
const paper = 244;

/** Grain of a copy: every pixel off by up to `most` levels, smeared as a scaled image is; the same every time. */
function grainy(seed: number, most: number, slope = 0): GreyImage {
  let state = seed;
  const grain = Float32Array.from({ length: width * height }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state / 2 ** 32 - 0.5) * 2 * most;
  });
  const data = Uint8Array.from(grain, (one, i) => {
    const smeared = (one + (grain[i + 1] ?? 0) + (grain[i + width] ?? 0)) / 1.7;
    return Math.max(0, Math.min(255, paper - slope * (i % width) + smeared));
  });
  return { width, height, data, dpi: 150 };
}

/** Draws a pale stroke, three pixels thick. */
function stroke(
  image: GreyImage,
  from: readonly [number, number],
  to: readonly [number, number],
  by: number,
) {
  const steps = Math.max(Math.abs(to[0] - from[0]), Math.abs(to[1] - from[1]));
  const isLevel = from[1] === to[1];
  for (let step = 0; step <= steps; step++) {
    const x = Math.round(from[0] + ((to[0] - from[0]) * step) / steps);
    const y = Math.round(from[1] + ((to[1] - from[1]) * step) / steps);
    for (const beside of [-1, 0, 1]) {
      const at = isLevel ? (y + beside) * width + x : y * width + x + beside;
      image.data[at] = Math.max(0, (image.data[at] ?? 0) - by);
    }
  }
  return image;
}

describe('a stroke too pale for ink', () => {
  test.each([
    ['a dash of two characters', [40, 42], [116, 42], '——'],
    ['a dash of one', [60, 42], [96, 42], '—'],
    ['a slash', [70, 60], [80, 28], '/'],
    ['a steep slash', [72, 60], [81, 26], '/'],
  ] as const)('%s is told by its shape, and is never sure', (_, from, to, text) => {
    const found = faintIn(stroke(grainy(7, 20), from, to, 55), cell, em);
    expect(found?.sign).toMatchObject({ text });
    expect(found?.sign?.confidence).toBeLessThanOrEqual(0.5);
    const [x0, y0, x1, y1] = found?.box ?? [0, 0, 0, 0];
    expect((x0 + x1) / 2).toBeCloseTo((from[0] + to[0]) / 2, -1);
    expect((y0 + y1) / 2).toBeCloseTo((from[1] + to[1]) / 2, -1);
  });

  test.each([
    ['an upright one', [80, 26], [80, 60]],
    ['a scratch', [70, 28], [84, 60]],
  ] as const)('%s is no sign, and the cell no blank', (_, from, to) => {
    expect(faintIn(stroke(grainy(3, 20), from, to, 55), cell, em)).toMatchObject({ sign: null });
  });
});

describe('paper alone', () => {
  test.each([0, 6, 12, 24, 40])('is blank, however grainy: %d levels', (most) => {
    const seeds = Array.from({ length: 100 }, (_, seed) => seed + 1);
    const faint = seeds.filter((seed) => faintIn(grainy(seed, most), cell, em) !== null);
    expect(faint.length).toBeLessThanOrEqual(1);
  });

  test('is blank where a shadow falls across it, and where a tinted row begins', () => {
    expect(faintIn(grainy(5, 8, 0.5), cell, em)).toBeNull();
    const tinted = grainy(5, 8);
    for (let i = 0; i < 40 * width; i++) tinted.data[i] = (tinted.data[i] ?? 0) - 40;
    expect(faintIn(tinted, cell, em)).toBeNull();
  });

  test('is blank where there is no room for a stroke', () => {
    expect(faintIn(grainy(5, 8), [0, 0, 12, 9], em)).toBeNull();
  });
});
