import { expect, test } from 'vitest';
import type { OcrCharacter } from '../engine.ts';
import { letters, sketch } from '../page/sketch.ts';
import { besideLost, inkBeneath } from './lost-ink.ts';

const em = 30;
const image = sketch(300, 60, letters(20, 15, 6, em));
const ink = inkBeneath(image, [20, 15, 200, 45]);
/** Characters over some of the six letters; each as an engine places it, a little off. */
const readAt = (...places: readonly number[]): readonly OcrCharacter[] =>
  places.map((at, i) => {
    const middle = 20 + em * (at + 0.5) + (i % 2 === 0 ? 3 : -3);
    return { text: '政', confidence: 0.99, box: [middle - 4, 15, middle + 4, 45] };
  });
const confidences = (...places: readonly number[]): readonly number[] =>
  besideLost(readAt(...places), ink, em).map(({ confidence }) => confidence);

test.each<[string, readonly number[], readonly number[]]>([
  ['all letters', [0, 1, 2, 3, 4, 5], [0.99, 0.99, 0.99, 0.99, 0.99, 0.99]],
  ['all but one in the middle', [0, 1, 3, 4, 5], [0.99, 0.5, 0.5, 0.99, 0.99]],
  ['all but the first', [1, 2, 3, 4, 5], [0.5, 0.99, 0.99, 0.99, 0.99]],
  ['all but the last', [0, 1, 2, 3, 4], [0.99, 0.99, 0.99, 0.99, 0.5]],
])('of %s, what stands beside lost ink is unsure', (_, places, expected) => {
  expect(confidences(...places)).toEqual(expected);
});

test('a blank in the line is no lost ink', () => {
  const spaced = sketch(300, 60, [...letters(20, 15, 2, em), ...letters(140, 15, 2, em)]);
  const read = readAt(0, 1, 4, 5);
  expect(besideLost(read, inkBeneath(spaced, [20, 15, 200, 45]), em)).toEqual(read);
});
