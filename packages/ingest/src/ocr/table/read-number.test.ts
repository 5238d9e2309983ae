import { expect, test } from 'vitest';
import type { GreyImage, Layout, OcrEngine } from '../engine.ts';
import { sketch } from '../page/sketch.ts';
import { readNumber } from './read-number.ts';

const image: GreyImage = sketch(120, 60, [[20, 20, 60, 50]]);
const ink = [20, 20, 60, 50] as const;

const characters = (text: string, confidence: number) =>
  [...text].map((one) => ({ text: one, confidence, box: [0, 0, 1, 1] as const }));

/** An engine that says the same of every image, or one thing of numbers and another of text. */
function saying(number: string, confidence = 0.9, line = number): OcrEngine {
  return {
    name: 'told',
    fingerprint: 'told/1',
    best: { glyph: 40, rim: 3 },
    read: async (_: GreyImage, layout: Layout) => {
      const text = layout === 'number' ? number : line;
      return [{ text, confidence, box: [0, 0, 1, 1], characters: characters(text, confidence) }];
    },
    [Symbol.asyncDispose]: async () => undefined,
  };
}

const read = async (first: OcrEngine, second: OcrEngine | null, plain: string) => {
  const engines = second === null ? ([first] as const) : ([first, second] as const);
  const { reading, alternatives } = await readNumber(
    image,
    ink,
    30,
    engines,
    characters(plain, 0.9),
  );
  return {
    text: reading.map(({ text }) => text).join(''),
    confidence: Math.min(...reading.map(({ confidence }) => confidence)),
    alternatives: alternatives.map(({ text }) => text),
  };
};

test('two engines that agree are as sure as the surer one', async () => {
  const both = await read(saying('0', 0.6), saying('0', 0.97), 'o');
  expect(both).toEqual({ text: '0', confidence: 0.97, alternatives: [] });
});

test('two engines that differ are not sure, and both readings are kept', async () => {
  const apart = await read(saying('318'), saying('378'), '318');
  expect(apart.text).toBe('318');
  expect(apart.confidence).toBeLessThanOrEqual(0.7);
  expect(apart.alternatives).toEqual(['378']);
});

test('one engine alone is sure only where all its readings agree', async () => {
  expect((await read(saying('86', 0.95), null, '86')).confidence).toBe(0.9);
  expect((await read(saying('86', 0.95, '36'), null, '86')).confidence).toBeLessThanOrEqual(0.7);
});

test('what no engine takes for a number stays as it was read, unsure', async () => {
  const word = await read(saying(''), saying(''), '件');
  expect(word).toEqual({ text: '件', confidence: 0.5, alternatives: [] });
});

test('an engine that sees no number does not contradict one whose readings all agree', async () => {
  expect((await read(saying('86', 0.95), saying(''), '86')).confidence).toBe(0.9);
  expect((await read(saying('86', 0.95, '36'), saying(''), '86')).confidence).toBeLessThan(0.8);
});
