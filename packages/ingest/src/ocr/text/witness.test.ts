import { expect, test } from 'vitest';
import { type Reading, textOf, weighed } from './witness.ts';

const reading = (text: string, confidence: number): Reading =>
  [...text].map((character) => ({ text: character, confidence, box: [0, 0, 1, 1] }));

test('where all readings agree, the surest counts', () => {
  const agreed = weighed([reading('规划', 0.6), reading('规划', 0.95)]);
  expect(agreed.map(({ confidence }) => confidence)).toEqual([0.95, 0.95]);
});

test('a character that the other readings do not have is unsure, its neighbours stay sure', () => {
  const result = weighed([reading('规刘局', 0.97), reading('规划局', 0.9), reading('规划局', 0.9)]);
  expect(textOf(result)).toBe('规刘局');
  expect(result.map(({ confidence }) => confidence)).toEqual([0.97, 0.5, 0.97]);
});

test('one of two others that agrees is not enough to be sure', () => {
  const result = weighed([reading('2018', 0.95), reading('2018', 0.9), reading('2038', 0.9)]);
  expect(result.map(({ confidence }) => confidence)).toEqual([0.95, 0.95, 0.75, 0.95]);
});

test('characters that one reading drops or adds do not shift the rest', () => {
  const result = weighed([
    reading('公开工作。', 0.9),
    reading('公工作。', 0.8),
    reading('公开工作:。', 0.8),
  ]);
  expect(result.map(({ confidence }) => confidence)).toEqual([0.9, 0.75, 0.9, 0.9, 0.9]);
});

test('nothing read is the least sure', () => {
  expect(textOf(weighed([[], reading('目', 0.1)]))).toBe('目');
  expect(weighed([[], []])).toEqual([]);
});
