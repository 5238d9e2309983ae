/** Draws the small images that the tests of the passes look at. */
import type { Box } from '@xxgk/extract/document';
import type { GreyImage } from '../engine.ts';

/** Black boxes on white paper. */
export function sketch(width: number, height: number, boxes: readonly Box[]): GreyImage {
  const data = new Uint8Array(width * height).fill(255);
  for (const [x0, y0, x1, y1] of boxes) {
    for (let y = y0; y < y1; y++) data.fill(0, y * width + x0, y * width + x1);
  }
  return { width, height, data, dpi: 200 };
}

/** Blocks in place of characters: a line of `count` squares of one em, with small gaps. */
export function letters(left: number, top: number, count: number, em = 30): readonly Box[] {
  return Array.from({ length: count }, (_, i): Box => {
    const x = left + i * em;
    return [x + 2, top, x + em - 2, top + em];
  });
}
