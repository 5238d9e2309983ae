/** Reads one line of ink: cut out, scaled to the size that the engine reads best. */
import type { Box } from '@xxgk/extract/document';
import type { GreyImage, Layout, OcrEngine } from '../engine.ts';
import { cropped, padded } from '../page/grey.ts';
import { calibrated } from './calibration.ts';
import { besideLost, inkBeneath } from './lost-ink.ts';
import { resampled } from './resample.ts';
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
 * @param suffices Tells of what was read first that no other reading is wanted: it is returned as it is.
 * @returns Its characters in order, boxes in pixels of the image; confidence as {@link calibrated}.
 */
export async function readLine(
  image: GreyImage,
  box: Box,
  em: number,
  engine: OcrEngine,
  suffices: (first: Reading) => boolean = () => false,
): Promise<Reading> {
  const short = box[2] - box[0] < shortest * em;
  const { squeeze = 1 } = engine.best;
  const first = await readOnce(image, box, em, engine, 'line', short ? 1 : squeeze);
  if (suffices(first)) return first;
  const ink = inkBeneath(image, box);
  const worth = (reading: Reading): Reading =>
    besideLost(reading, ink, em).map((one) => ({
      ...one,
      confidence: calibrated(engine.name, one.confidence),
    }));
  const isSure = besideLost(first, ink, em).every(({ confidence }) => confidence >= doubtful);
  if (!short && isSure) return worth(first);
  const second = await readOnce(image, box, em * smaller, engine);
  if (sameText(first, second)) return worth(weighed([first, second]));
  return worth(weighed([first, second, await readOnce(image, box, em * larger, engine)]));
}

/**
 * Reads a line one time, in the size that is best for its height.
 *
 * @param squeeze See {@link Cut}.
 */
export async function readOnce(
  image: GreyImage,
  box: Box,
  em: number,
  engine: OcrEngine,
  layout: Layout = 'line',
  squeeze = 1,
): Promise<Reading> {
  const { glyph, rim: paper } = engine.best;
  const factor = glyph / Math.max(em, 1);
  const [beside, above] = [Math.round(faintBeside * em), Math.round(faintAbove * em)];
  const rim = Math.max(1, Math.round(paper / factor) - above);
  const [x0, y0, x1, y1] = box;
  const cut = padded(cropped(image, [x0 - beside, y0 - above, x1 + beside, y1 + above]), rim);
  const width = Math.max(1, Math.round(cut.width * factor * squeeze));
  const scaled = resampled(cut, width, heightOf(cut.height * factor, glyph + 2 * paper));
  const [across, down] = [scaled.width / cut.width, scaled.height / cut.height];
  const lines = await engine.read(scaled, layout);
  const left = Math.max(0, Math.floor(x0 - beside)) - rim;
  const top = Math.max(0, Math.floor(y0 - above)) - rim;
  return lines.flatMap(({ characters }) =>
    characters.map((character) => ({
      ...character,
      box: [
        left + character.box[0] / across,
        top + character.box[1] / down,
        left + character.box[2] / across,
        top + character.box[3] / down,
      ] as const,
    })),
  );
}

/** Whole pixels; where whole margins miss the best height by a little, that one. */
function heightOf(height: number, best: number): number {
  return Math.abs(height - best) <= 2 ? best : Math.max(1, Math.round(height));
}
