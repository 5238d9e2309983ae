import { expect, test } from 'vitest';
import type { OcrCharacter } from '../engine.ts';
import { composed } from './compose.ts';

const characters = (text: string, unsure = ''): readonly OcrCharacter[] =>
  [...text].map((one, i) => ({
    text: one,
    confidence: unsure.includes(one) ? 0.2 : 0.99,
    box: [10 * i, 0, 10 * i + 10, 10],
  }));

test('the brackets of a 发文字号 are sure however they were read', () => {
  const number = composed([characters('青水发[2021]36号', '[]')], 1);
  expect(number.text).toBe('青水发〔2021〕36号');
  expect(number.confidence).toBe(0.9);
});

test('other characters that the engine doubts stand in a run of their own', () => {
  const { confidence, segments } = composed([characters('共318件', '1')], 1);
  expect(confidence).toBe(0.2);
  expect(segments?.map((run) => [run.start, run.end, run.confidence])).toEqual([
    [0, 2, 0.99],
    [2, 3, 0.2],
    [3, 5, 0.99],
  ]);
});
