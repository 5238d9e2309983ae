import type { Box } from '@xxgk/extract/document';
import { expect, test } from 'vitest';
import type { OcrCharacter } from '../engine.ts';
import { underGreySeals } from './under-grey-seal.ts';

const seal: Box = [100, 100, 400, 400];
const read = (text: string, left: number, confidence: number): OcrCharacter[] =>
  [...text].map((each, i) => ({
    text: each,
    confidence,
    box: [left + i * 40, 200, left + i * 40 + 36, 240],
  }));
const line = (characters: readonly OcrCharacter[]): Box => [
  characters[0]?.box[0] ?? 0,
  200,
  characters.at(-1)?.box[2] ?? 0,
  240,
];
const sureness = (text: string, left: number, confidence: number, apart = false): number[] => {
  const characters = read(text, left, confidence);
  return underGreySeals(characters, line(characters), [{ box: seal, apart }]).map(
    (character) => character.confidence,
  );
};

test('what stands under a black seal is in doubt, what stands beside it is not', () => {
  expect(sureness('2019年', 340, 0.99)).toEqual([0.5, 0.5, 0.99, 0.99, 0.99]);
});

test('what was told from a paler seal is less in doubt', () => {
  expect(sureness('2019年', 120, 0.99, true)).toEqual([0.75, 0.75, 0.75, 0.75, 0.75]);
});

test('a poorly read line inside of the seal is no text; one that begins outside is', () => {
  expect(sureness('例县政', 150, 0.4)).toEqual([]);
  expect(sureness('某某局', 60, 0.4)).toHaveLength(3);
});
