import type { Box } from '@xxgk/extract/document';
import { expect, test } from 'vitest';
import { inkOf } from '../ink.ts';
import { letters, sketch } from '../sketch.ts';
import { bordersOf } from './borders.ts';

const [width, height] = [600, 800];
const lid: Box = [0, 0, 14, 700];

test.each<[string, readonly Box[], readonly Box[]]>([
  ['the lid of the scanner along the left edge is one', [lid, ...letters(100, 100, 12)], [lid]],
  [
    'a table that reaches the edges is none',
    [
      [0, 90, 600, 93],
      [0, 90, 3, 500],
    ],
    [],
  ],
  ['a page number at the foot is none', letters(280, 760, 2), []],
])('%s', (_, ink, found) => {
  expect(bordersOf(inkOf(sketch(width, height, ink)))).toEqual(found);
});
