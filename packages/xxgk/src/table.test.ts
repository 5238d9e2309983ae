import { expect, test } from 'vitest';
import { cut, table, widthOf } from './table.ts';

test('Chinese characters and their punctuation take two places', () => {
  expect(widthOf('a，市𬭎')).toBe(7);
});

test('a long text is cut before its width, with a sign', () => {
  expect(cut('某某市人民政府', 14)).toBe('某某市人民政府');
  expect(cut('某某市人民政府', 13)).toBe('某某市人民政…');
  expect(widthOf(cut('某某市人民政府', 6))).toBeLessThanOrEqual(6);
});

test('columns line up', () => {
  expect(
    table(
      ['file', 'kind'],
      [
        ['报告', 'x'],
        ['a', 'y'],
      ],
    ),
  ).toEqual(['file  kind', '────  ────', '报告  x', 'a     y']);
});
