import type { Box } from '@xxgk/extract/document';
import { describe, expect, test } from 'vitest';
import { inkOf } from '../page/ink.ts';
import { letters, sketch } from '../page/sketch.ts';
import { textLines } from './text-lines.ts';

const page: Box = [0, 0, 900, 400];
const linesIn = (boxes: readonly Box[]) => textLines(inkOf(sketch(900, 400, boxes)), page, 30);

describe('textLines', () => {
  test('finds each line with the box of its ink', () => {
    const boxes = linesIn([...letters(100, 50, 20), ...letters(40, 110, 22)]).map(({ box }) => box);
    expect(boxes).toEqual([
      [102, 50, 698, 80],
      [42, 110, 698, 140],
    ]);
  });

  test('parts a line at a wide gap, not at a blank of one character', () => {
    const [line] = linesIn([...letters(60, 50, 4), ...letters(210, 50, 4), ...letters(600, 50, 5)]);
    expect(line?.parts.map(([x0, , x1]) => [x0, x1])).toEqual([
      [62, 328],
      [602, 748],
    ]);
  });

  test('parts two lines that touch in one letter', () => {
    const touching: Box = [300, 78, 303, 92];
    expect(linesIn([...letters(60, 50, 20), touching, ...letters(60, 90, 20)])).toHaveLength(2);
  });

  test('the strokes of 三 alone on a line are one line', () => {
    const strokes: Box[] = [
      [60, 50, 86, 53],
      [62, 62, 84, 65],
      [58, 75, 88, 78],
    ];
    const found = linesIn([...strokes, ...letters(60, 95, 4)]);
    expect(found.map(({ box }) => [box[1], box[3]])).toEqual([
      [50, 78],
      [95, 125],
    ]);
  });

  test('dust is no line, and no margin of one', () => {
    const dust: Box[] = [
      [30, 60, 33, 63],
      [500, 300, 503, 303],
    ];
    const found = linesIn([...dust, ...letters(100, 50, 10)]);
    expect(found.map(({ box }) => box[0])).toEqual([102]);
  });

  test('an empty page has none', () => expect(linesIn([])).toEqual([]));
});
