/** Separates a page image by colour: black text without red, and red text without black. */
import type { GreyImage } from '../../engine.ts';
import type { ColorImage } from '../color-image.ts';
import type { Pass } from './pass.ts';

export interface Layers {
  /** What is left when everything red is taken away. */
  readonly black: GreyImage;
  /** Only what is red, dark on white. */
  readonly red: GreyImage;
}

/** Red must exceed green and blue by this much: brown paper and JPEG's colour noise stay below. */
const redExcess = 45;

/**
 * The red channel sees red ink almost as paper and black ink as black, under a seal too. What is
 * red is lifted to the level of the paper in proportion to its redness, so that the edges of
 * letters that a half-transparent seal covers stay smooth.
 */
export function separated(image: ColorImage): Layers {
  const { width, height, data, dpi } = image;
  const ink = redInk(data);
  const black = new Uint8Array(width * height);
  const red = new Uint8Array(width * height).fill(255);
  for (let i = 0; i < black.length; i++) {
    const level = data[3 * i] ?? 0;
    const excess = level - Math.max(data[3 * i + 1] ?? 0, data[3 * i + 2] ?? 0);
    if (excess <= 0) {
      black[i] = level;
      continue;
    }
    const share = Math.min(1, excess / ink.excess);
    black[i] = Math.min(255, level * (1 + (255 / ink.level - 1) * share));
    if (excess > redExcess) red[i] = Math.max(0, 255 - 2 * excess);
  }
  return {
    black: { width, height, data: black, dpi },
    red: { width, height, data: red, dpi },
  };
}

/** How the page's red ink looks: its usual level in the red channel, its usual excess over others. */
function redInk(data: Uint8Array): { level: number; excess: number } {
  const levels = new Uint32Array(256);
  const excesses = new Uint32Array(256);
  for (let i = 0; i + 2 < data.length; i += 3) {
    const level = data[i] ?? 0;
    const excess = level - Math.max(data[i + 1] ?? 0, data[i + 2] ?? 0);
    if (excess <= redExcess) continue;
    levels[level] = (levels[level] ?? 0) + 1;
    excesses[excess] = (excesses[excess] ?? 0) + 1;
  }
  return { level: Math.max(median(levels), 128), excess: median(excesses) };
}

/** The middle value of a histogram; 255 when it is empty. */
function median(counts: Uint32Array): number {
  const half = counts.reduce((sum, count) => sum + count, 0) / 2;
  let sum = 0;
  const found = counts.findIndex((count) => {
    sum += count;
    return half > 0 && sum >= half;
  });
  return found < 0 ? 255 : found;
}

/** Every pixel's brightness, for a page whose colours are not told apart. */
export function greyed({ width, height, data, dpi }: ColorImage): GreyImage {
  const grey = new Uint8Array(width * height);
  for (let i = 0; i < grey.length; i++) {
    const [red, green, blue] = [data[3 * i] ?? 0, data[3 * i + 1] ?? 0, data[3 * i + 2] ?? 0];
    grey[i] = Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
  }
  return { width, height, data: grey, dpi };
}

/** A page is thousands of these shares; stray coloured pixels are no red ink. */
const leastRed = 1 / 5000;

/** Text under a red seal is read without the seal, and a red letterhead without what is black. */
export const colors: Pass = {
  name: 'colors',
  run(sheet) {
    const { black, red } = separated(sheet.color);
    const isRed = redPixels(red) >= leastRed * red.data.length;
    const did = isRed ? 'red set apart from black' : null;
    return { sheet: { ...sheet, black, red, hasRed: isRed }, did };
  },
};

function redPixels({ data }: GreyImage): number {
  let count = 0;
  for (let i = 0; i < data.length; i++) if (data[i] !== 255) count++;
  return count;
}
