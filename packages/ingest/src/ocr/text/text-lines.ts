/** Finds the text lines of a region by its projection profile: bands of ink, cut at wide gaps. */
import type { Box } from '@xxgk/extract/document';
import { columnSums, inkBox, type Mask, type Run, rowSums, runsAbove } from '../page/ink.ts';

/** A line of text as ink, before it is read. */
export interface InkLine {
  readonly box: Box;
  /** Parts that stand so far apart that the space between them means something, left to right. */
  readonly parts: readonly Box[];
}

/** A gap of this many line heights separates parts; a blank of one character does not. */
const wideGap = 2.2;
/** Pixels; wider regions hold running text. */
const wideRegion = 500;

/**
 * @param region Whole pixels inside the mask.
 * @param em Height of the running text's characters, or 0 when unknown.
 */
export function textLines(mask: Mask, region: Box, em = 0): readonly InkLine[] {
  const bands = bandsOf(mask, region);
  const height = em > 0 ? em : usualHeight(mask, region, bands);
  return rejoined(bands, height)
    .flatMap((band) => unstacked(mask, region, band, height))
    .map((band) => lineOf(mask, [region[0], band.start, region[2], band.end], height))
    .filter((line): line is InkLine => line !== null);
}

/** The height of the lines that hold most ink, in pixels: about one em; 0 without text. */
export function usualLineHeight(mask: Mask, region: Box): number {
  return usualHeight(mask, region, bandsOf(mask, region));
}

function bandsOf(mask: Mask, region: Box): readonly Run[] {
  // Dust across a whole page would join its lines; in a narrow cell one pixel may be a thin stroke.
  const floor = region[2] - region[0] > wideRegion ? 1 : 0;
  return runsAbove(rowSums(mask, region), floor, 1).map(({ start, end }) => ({
    start: start + region[1],
    end: end + region[1],
  }));
}

/** The upper end of a thin stroke may stand apart from its letter, and the strokes of 二 and 三 do. */
function rejoined(bands: readonly Run[], em: number): readonly Run[] {
  const joined: Run[] = [];
  for (const band of bands) {
    const before = joined.at(-1);
    if (before && (isTip(before, band, em) || areStrokes(before, band, em))) {
      joined.splice(-1, 1, { start: before.start, end: band.end });
    } else joined.push(band);
  }
  return joined;
}

const heightOf = ({ start, end }: Run): number => end - start;

const isTip = (before: Run, band: Run, em: number): boolean =>
  band.start - before.end < 0.2 * em && heightOf(before) < 0.2 * em;

/** Together they are no higher than one character: nothing else is that low and that close. */
const areStrokes = (before: Run, band: Run, em: number): boolean =>
  band.end - before.start <= 1.05 * em && heightOf(band) < 0.4 * em && em > 0;

/** Lower bands are dashes, dust and rules. */
const lowest = 7;

function usualHeight(mask: Mask, region: Box, bands: readonly Run[]): number {
  const sums = rowSums(mask, region);
  const lines = bands
    .map(({ start, end }) => ({
      height: end - start,
      ink: sums.subarray(start - region[1], end - region[1]).reduce((sum, row) => sum + row, 0),
    }))
    .filter(({ height }) => height >= lowest)
    .sort((a, b) => a.height - b.height);
  const half = lines.reduce((sum, { ink }) => sum + ink, 0) / 2;
  let sum = 0;
  return (
    lines.find(({ ink }) => {
      sum += ink;
      return sum >= half;
    })?.height ?? 0
  );
}

/** Cuts a band that holds two lines which touch, at the emptiest row between them. */
function unstacked(mask: Mask, region: Box, band: Run, em: number): readonly Run[] {
  if (em === 0 || band.end - band.start < 1.7 * em) return [band];
  const sums = rowSums(mask, [region[0], band.start, region[2], band.end]);
  const from = Math.floor(0.7 * em);
  const to = sums.length - from;
  let valley = from;
  for (let i = from; i < to; i++) if ((sums[i] ?? 0) < (sums[valley] ?? 0)) valley = i;
  const peak = Math.max(...sums);
  if ((sums[valley] ?? 0) > 0.15 * peak) return [band];
  const cut = band.start + valley;
  return [
    ...unstacked(mask, region, { start: band.start, end: cut }, em),
    ...unstacked(mask, region, { start: cut, end: band.end }, em),
  ];
}

function lineOf(mask: Mask, band: Box, em: number): InkLine | null {
  const whole = inkBox(mask, band);
  const box = whole && withoutDust(mask, whole, em);
  if (!box || isSpeck(box, em)) return null;
  const size = Math.max(em, box[3] - box[1]);
  const parts = runsAbove(columnSums(mask, box), 0, wideGap * size)
    .map(({ start, end }) => inkBox(mask, [box[0] + start, box[1], box[0] + end, box[3]]))
    .filter((part): part is Box => part !== null && !isSpeck(part, em));
  const [first] = parts;
  const last = parts.at(-1);
  if (first === undefined || last === undefined) return null;
  return { box: [first[0], box[1], last[2], box[3]], parts };
}

/** Dust far from both ends of a line would be taken for its margin. */
function withoutDust(mask: Mask, box: Box, em: number): Box | null {
  const pieces = runsAbove(columnSums(mask, box), 0, em / 2).map(({ start, end }) =>
    inkBox(mask, [box[0] + start, box[1], box[0] + end, box[3]]),
  );
  const clean = (piece: Box | null): boolean => piece !== null && !isSpeck(piece, em);
  const first = pieces.find(clean);
  const last = pieces.findLast(clean);
  return first && last ? inkBox(mask, [first[0], box[1], last[2], box[3]]) : null;
}

/** Dust: smaller than a full stop in both directions. */
function isSpeck([x0, y0, x1, y1]: Box, em: number): boolean {
  return x1 - x0 < Math.max(3, 0.12 * em) && y1 - y0 < Math.max(3, 0.3 * em);
}
