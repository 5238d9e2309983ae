import { expect, test } from 'vitest';
import { calibrated } from './calibration.ts';

test('confidence is worth less than PP-OCR says, and more of it is worth more', () => {
  const given = Array.from({ length: 101 }, (_, i) => i / 100);
  const worth = given.map((one) => calibrated('pp-ocr', one));
  expect(worth).toEqual(worth.toSorted((a, b) => a - b));
  expect(worth.every((one, i) => one <= (given[i] ?? 0))).toBe(true);
  expect([worth.at(0), worth.at(-1)]).toEqual([0, 1]);
  // Labels in small 楷体 are read wrong with as much.
  expect(calibrated('pp-ocr', 0.945)).toBeLessThan(0.8);
});

test('an engine that was not measured is taken at its word', () => {
  expect(calibrated('http', 0.9)).toBe(0.9);
});
