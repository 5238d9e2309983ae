/**
 * Finds ink of a line for which no character was read: engines leave out a character now and then, and
 * are as sure of its neighbours as ever.
 */
import type { Box } from '@xxgk/extract/document';
import type { GreyImage, OcrCharacter } from '../engine.ts';
import { cropped } from '../page/grey.ts';
import { columnSums, inkOf, runsAbove } from '../page/ink.ts';

/** Ink of a line by columns. */
export interface LineInk {
  readonly left: number;
  readonly columns: Uint32Array;
}

/** @param box Of the line, in pixels of the image. */
export function inkBeneath(image: GreyImage, box: Box): LineInk {
  const part = cropped(image, box);
  const left = Math.max(0, Math.floor(box[0]));
  return { left, columns: columnSums(inkOf(part), [0, 0, part.width, part.height]) };
}

/** Half of a character's width and a little, by its height: engines give places roughly. */
const half = 0.6;
/** Narrower ink beside a character is the rest of it, or dust. */
const narrowest = 0.16;
/** What stands beside lost ink may be read as wrongly as that. */
const besideLostInk = 0.5;

/**
 * Caps the confidence of the characters left and right of lost ink.
 *
 * @param em Height of the characters in pixels.
 */
export function besideLost(
  reading: readonly OcrCharacter[],
  { left, columns }: LineInk,
  em: number,
): readonly OcrCharacter[] {
  const bare = columns.slice();
  const middles = reading.map(({ box }) => (box[0] + box[2]) / 2 - left);
  for (const middle of middles) {
    bare.fill(0, Math.max(0, Math.floor(middle - half * em)), Math.max(0, middle + half * em));
  }
  const lost = runsAbove(bare, 0, 2).filter(({ start, end }) => end - start >= narrowest * em);
  if (lost.length === 0) return reading;
  const neighbours = new Set(
    lost.flatMap(({ start }) => {
      const after = middles.findIndex((middle) => middle > start);
      return after < 0 ? [reading.length - 1] : [after - 1, after];
    }),
  );
  return reading.map((one, i) =>
    neighbours.has(i) ? { ...one, confidence: Math.min(besideLostInk, one.confidence) } : one,
  );
}
