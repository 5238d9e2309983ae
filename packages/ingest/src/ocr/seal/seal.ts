/** Finds red seals: large, roundish patches of red, unlike the letters of a letterhead. */
import type { Box } from '@xxgk/extract/document';
import type { Mask } from '../page/ink.ts';
import { patches } from '../page/patches.ts';

/** The search runs on squares of this many pixels. */
const square = 4;
/** 公章 measure 4 to 5 cm: many times the letters of the text, and no letterhead is as tall. */
const smallest = 4;

/** @param em Height of the running text's characters in pixels. */
export function sealsOf(red: Mask, em: number): readonly Box[] {
  const coarse = coarsened(red);
  const least = (smallest * Math.max(em, 20)) / square;
  return patches(coarse)
    .filter(([x0, y0, x1, y1]) => {
      const [width, height] = [x1 - x0, y1 - y0];
      const ratio = width / height;
      return width >= least && height >= least && ratio > 0.6 && ratio < 1.65;
    })
    .map(
      ([x0, y0, x1, y1]): Box => [
        Math.max(0, (x0 - 1) * square),
        Math.max(0, (y0 - 1) * square),
        Math.min(red.width, (x1 + 1) * square),
        Math.min(red.height, (y1 + 1) * square),
      ],
    );
}

function coarsened({ width, height, data }: Mask): Mask {
  const [w, h] = [Math.ceil(width / square), Math.ceil(height / square)];
  const counts = new Uint8Array(w * h);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / square) * w;
    for (let x = 0; x < width; x++) {
      const i = row + Math.floor(x / square);
      if (data[y * width + x]) counts[i] = (counts[i] ?? 0) + 1;
    }
  }
  return { width: w, height: h, data: counts.map((count) => (count >= 3 ? 1 : 0)) };
}
