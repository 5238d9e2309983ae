/** Reads one line of ink: cut out, scaled to the size that the engine reads best. */
import type { Box } from '@xxgk/extract/document';
import type { GreyImage, Layout, OcrEngine } from '../engine.ts';
import { cropped, padded } from '../page/grey.ts';
import { scaledTo } from '../page/scale.ts';
import { type Reading, sameText, weighed } from './witness.ts';

/**
 * Strokes too faint to count as ink reach beyond it, by parts of a character: without its thin stroke a
 * 4 is a 1.
 */
const [faintBeside, faintAbove] = [0.3, 0.1];
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
  const factor = engine.best.glyph / Math.max(em, 1);
  const [beside, above] = [Math.round(faintBeside * em), Math.round(faintAbove * em)];
  const rim = Math.max(1, Math.round(engine.best.rim / factor) - above);
  const [x0, y0, x1, y1] = box;
  const cut = padded(cropped(image, [x0 - beside, y0 - above, x1 + beside, y1 + above]), rim);
  const scaled = await scaledTo(cut, Math.max(1, Math.round(cut.height * factor)));
  const scale = scaled.height / cut.height;
  const lines = await engine.read(scaled, layout);
  const left = Math.max(0, Math.floor(x0 - beside)) - rim;
  const top = Math.max(0, Math.floor(y0 - above)) - rim;
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
