/**
 * Finds a stroke in a cell that is too pale for ink and yet no grain of the paper: on a worn copy that is all
 * that tells a dash or a slash from a blank cell. Single pixels of it are lost in the grain; their mean along
 * the stroke, against the paper on both sides, is not.
 */
import type { Box } from '@xxgk/extract/document';
import type { GreyImage, OcrCharacter } from '../engine.ts';
import { type Slope, type Stroke, strongest } from './stroke.ts';

/** Something that stands in a cell without ink. */
export interface Faint {
  /** In pixels of the image. */
  readonly box: Box;
  /** The sign that it looks like, or null. */
  readonly sign: OcrCharacter | null;
}

/** Levels by which a stroke is darker than its paper, and how often the grain of the cell. */
const [leastContrast, leastOverGrain] = [16, 8];
/** Nobody sees it well: it may as well be dirt. */
const faintConfidence = 0.5;
/** By parts of a character: what runs along the lines of the cell is their blur. */
const rim = 0.2;

/** A dash, the slopes of `/` in several faces, a 1, and a scratch that is no sign at all. */
const slopes: readonly Slope[] = [
  'level',
  { across: 0.3 },
  { across: 0.45 },
  { across: 0.7 },
  { across: 0 },
  { across: -0.45 },
];

/**
 * @param cell Inside its lines, in whole pixels.
 * @param em Height of the characters around it.
 * @returns Null where nothing but paper is there.
 */
export function faintIn(image: GreyImage, cell: Box, em: number): Faint | null {
  const inset = Math.round(rim * em);
  const [x0, y0, x1, y1] = cell;
  const area: Box = [x0 + inset, y0 + inset, x1 - inset, y1 - inset];
  if (isEven(image, area)) return null;
  const found = slopes.flatMap((slope) => strongest(image, area, em, slope) ?? []);
  const [best] = found.toSorted((a, b) => b.contrast - a.contrast);
  // A long stroke is a large part of what its own direction sees; the other directions see the paper.
  const grain = found.map((one) => one.grain).toSorted((a, b) => a - b)[found.length >> 1] ?? 0;
  if (best === undefined || best.contrast < Math.max(leastContrast, leastOverGrain * grain))
    return null;
  const text = signLike(best, em);
  const { box } = best;
  return { box, sign: text === null ? null : { text, confidence: faintConfidence, box } };
}

/** Whether all levels lie so close together that no stroke can be there. */
function isEven({ width, data }: GreyImage, [x0, y0, x1, y1]: Box): boolean {
  let [low, high] = [255, 0];
  for (let y = y0; y < y1; y++) {
    for (let i = y * width + x0; i < y * width + x1; i++) {
      const level = data[i] ?? 255;
      if (level < low) low = level;
      if (level > high) high = level;
    }
  }
  return high - low < leastContrast;
}

function signLike({ slope, box: [x0, y0, x1, y1] }: Stroke, em: number): string | null {
  if (slope === 'level') return dashLike((x1 - x0) / em);
  const isSlash = slope.across > 0 && y1 - y0 >= 0.3 * em && y1 - y0 <= 1.5 * em;
  return isSlash ? '/' : null;
}

/** @param width Of a stroke, in characters. */
function dashLike(width: number): string | null {
  if (width < 0.25 || width > 3) return null;
  if (width > 1.4) return '——';
  return width < 0.6 ? '-' : '—';
}
