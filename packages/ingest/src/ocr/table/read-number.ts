/**
 * Reads a short line that may be a number, by all engines, as text and as number. Two engines that
 * agree make it sure; one alone is asked in several sizes, and is sure only where all agree.
 */
import type { Box, OtherReading } from '@xxgk/extract/document';
import type { GreyImage, Layout, OcrEngine } from '../engine.ts';
import type { Engines } from '../engines/start.ts';
import { calibrated } from '../text/calibration.ts';
import { readOnce } from '../text/read-line.ts';
import { type Reading, textOf } from '../text/witness.ts';

/** What a number may look like when its digits were taken for letters. */
const numberLike = /^[\dOoIl|,，.．%/—-]+$/u;
const digits = /^-?\d(?:[\d,.]*\d)?%?$/u;

/** Sizes beside the best one; an error seldom survives all of them. */
const sizes: readonly (readonly [Layout, number])[] = [
  ['number', 1],
  ['number', 1.2],
  ['line', 0.85],
];

/** By the share of the readings that agree: all but one, fewer. */
const [most, half] = [0.7, 0.5];

/** A number with what else it may be. */
export interface NumberReading {
  readonly reading: Reading;
  /** Likeliest first; empty where all readings agree. */
  readonly alternatives: readonly OtherReading[];
}

export const looksNumeric = (text: string): boolean => numberLike.test(text);

/**
 * @param plain The line as read before by the first engine, as text.
 * @returns The number that most readings give, or `plain` where they give none.
 */
export async function readNumber(
  image: GreyImage,
  box: Box,
  em: number,
  engines: Engines,
  plain: Reading,
): Promise<NumberReading> {
  const [first, second] = engines;
  const own = await readOnce(image, box, em, first, 'number');
  const other = second ? [await readOnce(image, box, em, second, 'number')] : [];
  const [same] = other;
  if (same && isNumber(own) && textOf(own) === textOf(same)) {
    return { reading: surer(own, same), alternatives: [] };
  }
  const mine = [plain, own, ...(await more(image, box, em, [first]))];
  const theirs = second ? [...other, ...(await more(image, box, em, [second]))] : [];
  if (theirs.some(isNumber)) return voted([...mine, ...theirs], plain, false);
  // Nobody else has seen a number: who sees nothing does not contradict.
  const { reading, alternatives } = voted(mine, plain, true);
  const alone = reading.map((one) => ({
    ...one,
    confidence: calibrated(first.name, one.confidence, 'number'),
  }));
  return { reading: alone, alternatives };
}

const isNumber = (reading: Reading): boolean => digits.test(textOf(reading));

/** Each character as sure as the surer of two readings of the same text. */
const surer = (a: Reading, b: Reading): Reading =>
  a.map((one, i) => ({
    ...one,
    confidence: Math.max(one.confidence, b[i]?.confidence ?? 0),
  }));

/** Readings in the other sizes. */
async function more(image: GreyImage, box: Box, em: number, engines: readonly OcrEngine[]) {
  const readings: Reading[] = [];
  for (const engine of engines) {
    for (const [layout, size] of sizes.slice(1)) {
      readings.push(await readOnce(image, box, em * size, engine, layout));
    }
  }
  return readings;
}

/** @param unanimous Whether all readings together make a number sure: those of one engine do. */
function voted(readings: readonly Reading[], plain: Reading, unanimous: boolean): NumberReading {
  const numbers = readings.filter(isNumber);
  const byText = [...Map.groupBy(numbers, textOf).values()].sort((a, b) => b.length - a.length);
  const [best, ...others] = byText;
  const [chosen] = best ?? [];
  if (best === undefined || chosen === undefined)
    return { reading: capped(plain, half), alternatives: [] };
  const alternatives = others.map((same) => ({
    text: textOf(same[0] ?? []),
    confidence: Math.round((same.length / readings.length) * 100) / 100,
  }));
  if (unanimous && best.length === readings.length) return { reading: chosen, alternatives };
  const cap = best.length >= readings.length - 1 ? most : half;
  return { reading: capped(chosen, cap), alternatives };
}

const capped = (reading: Reading, cap: number): Reading =>
  reading.map((one) => ({ ...one, confidence: Math.min(cap, one.confidence) }));
