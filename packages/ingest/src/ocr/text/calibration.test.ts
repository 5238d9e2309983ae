import { describe, expect, test } from 'vitest';
import { calibrated } from './calibration.ts';

describe.each(['pp-ocr', 'tesseract.js'])('the confidence of %s', (engine) => {
  test.each(['text', 'number'] as const)(
    'for %s is worth more where there is more of it',
    (kind) => {
      const given = Array.from({ length: 101 }, (_, i) => i / 100);
      const worth = given.map((one) => calibrated(engine, one, kind));
      expect(worth).toEqual(worth.toSorted((a, b) => a - b));
      expect([worth.at(0), worth.at(-1)]).toEqual([0, 1]);
      // 0.8 is where a reader may rely on it: engines are wrong with more.
      expect(calibrated(engine, 0.8, kind)).toBeLessThan(0.8);
      expect(calibrated(engine, 0.995, kind)).toBeGreaterThan(0.9);
    },
  );
});

test('labels in small faces are read wrong with more confidence than numbers', () => {
  expect(calibrated('pp-ocr', 0.92, 'text')).toBeLessThan(0.8);
  expect(calibrated('pp-ocr', 0.92, 'number')).toBeGreaterThan(0.8);
});

test('an engine that was not measured is taken at its word', () => {
  expect(calibrated('http', 0.9)).toBe(0.9);
});
