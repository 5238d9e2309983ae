/** Reads a short line that may be a number: as text and as number, in several sizes, sure only where all agree. */
import type { Box } from '@xxgk/extract/document';
import type { GreyImage, OcrEngine } from './engine.ts';
import { readOnce } from './read-line.ts';
import { type Reading, textOf } from './witness.ts';

/** What a number may look like when its digits were taken for letters. */
const numberLike = /^[\dOoIl|,，.．%/—-]+$/u;
const digits = /^\d[\d,.]*%?$/u;

/** Sizes beside the best one; an error seldom survives all of them. */
const sizes = [
  ['number', 1],
  ['number', 1.2],
  ['line', 0.85],
] as const;

/** By the share of the readings that agree: all, all but one, fewer. */
const [most, half] = [0.7, 0.5];

export const looksNumeric = (text: string): boolean => numberLike.test(text);

/**
 * @param plain The line as read before, as text.
 * @returns The number that most readings give, or `plain` where they give none.
 */
export async function readNumber(
  image: GreyImage,
  box: Box,
  em: number,
  engine: OcrEngine,
  plain: Reading,
): Promise<Reading> {
  const readings = [plain];
  for (const [layout, size] of sizes) {
    readings.push(await readOnce(image, box, em * size, engine, layout));
  }
  const numbers = readings.filter((reading) => digits.test(textOf(reading)));
  const votes = (reading: Reading): number =>
    numbers.filter((other) => textOf(other) === textOf(reading)).length;
  const [best] = numbers.toSorted((a, b) => votes(b) - votes(a));
  if (best === undefined) return plain;
  const count = votes(best);
  if (count === readings.length) return best;
  const cap = count === readings.length - 1 ? most : half;
  return best.map((character) => ({
    ...character,
    confidence: Math.min(cap, character.confidence),
  }));
}
