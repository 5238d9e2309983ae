/** Reads one line of ink: cut out, scaled to the size that the engine reads best. */
import type { Box } from '@xxgk/extract/document';
import type { GreyImage, Layout, OcrEngine } from './engine.ts';
import { cropped, padded } from './grey.ts';
import { scaledTo } from './load-image.ts';
import { type Reading, sameText, weighed } from './witness.ts';

/** Height of a line of Chinese characters that tesseract reads best (measured: 35 to 45). */
const bestHeight = 40;
/** A few pixels of paper belong to a character's edge. */
const rim = 3;
/** A line with a character below it is read again in other sizes: errors seldom repeat there. */
const doubtful = 0.85;
/** In lines of fewer characters nothing around a character helps to tell it. */
const shortest = 4;
const [smaller, larger] = [1.15, 0.87];

/**
 * Reads a line, more than once where the engine is in doubt.
 *
 * @param box The line's ink, in pixels of the image.
 * @param em Height of its characters: that of the line, or of its neighbours where it holds only
 *   low signs.
 * @returns Its characters in order, boxes in pixels of the image.
 */
export async function readLine(
  image: GreyImage,
  box: Box,
  em: number,
  engine: OcrEngine,
): Promise<Reading> {
  const first = await readOnce(image, box, em, engine);
  const short = box[2] - box[0] < shortest * em;
  if (!short && first.every(({ confidence }) => confidence >= doubtful)) return first;
  const second = await readOnce(image, box, em * smaller, engine);
  if (sameText(first, second)) return weighed([first, second]);
  return weighed([first, second, await readOnce(image, box, em * larger, engine)]);
}

/** Reads a line one time, in the size that is best for its height. */
export async function readOnce(
  image: GreyImage,
  box: Box,
  em: number,
  engine: OcrEngine,
  layout: Layout = 'line',
): Promise<Reading> {
  const cut = padded(cropped(image, box), rim);
  const factor = bestHeight / Math.max(em, 1);
  const scaled = await scaledTo(cut, Math.max(1, Math.round(cut.height * factor)));
  const scale = scaled.height / cut.height;
  const lines = await engine.read(scaled, layout);
  const [left, top] = [Math.floor(box[0]) - rim, Math.floor(box[1]) - rim];
  return lines.flatMap(({ characters }) =>
    characters.map((character) => ({
      ...character,
      box: [
        left + character.box[0] / scale,
        top + character.box[1] / scale,
        left + character.box[2] / scale,
        top + character.box[3] / scale,
      ] as const,
    })),
  );
}
