import { expect, test } from 'vitest';
import { decoded } from './ctc.ts';

const keys = ['', '0', 'o', '7', '/'];
const [none, nought, seven] = [0, 1, 3];

/** One row a step: the probability of each key. */
const steps = (rows: readonly (readonly number[])[]) => ({
  count: rows.length,
  data: Float32Array.from(rows.flat()),
});

const sure = (index: number): number[] => keys.map((_, i) => (i === index ? 0.96 : 0.01));

const textOf = (rows: readonly (readonly number[])[], allowed: readonly number[] | null = null) =>
  decoded(steps(rows), keys, allowed)
    .map(({ text }) => text)
    .join('');

test('equal characters in neighbouring steps are one, and two with nothing between', () => {
  expect(textOf([sure(seven), sure(seven)])).toBe('7');
  expect(textOf([sure(seven), sure(none), sure(seven)])).toBe('77');
});

test('a character keeps its place, its best confidence and what else it may be', () => {
  const unsure = [0.1, 0.3, 0.55, 0.04, 0.01];
  const [character] = decoded(steps([sure(none), unsure, [0, 0.2, 0.8, 0, 0]]), keys, null);
  expect(character).toMatchObject({ text: 'o', from: 1, to: 2 });
  expect(character?.confidence).toBeCloseTo(0.8);
  expect(character?.alternatives.map(({ text }) => text)).toEqual(['0']);
});

test('where only digits may stand, a letter gives way to the digit behind it', () => {
  const round = [0.01, 0.28, 0.7, 0.01, 0];
  expect(textOf([round])).toBe('o');
  expect(textOf([round], [none, nought, seven])).toBe('0');
  const [digit] = decoded(steps([round]), keys, [none, nought, seven]);
  expect(digit?.confidence).toBeCloseTo(0.28 / 0.3);
});
