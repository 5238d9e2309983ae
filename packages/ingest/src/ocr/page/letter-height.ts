/** Estimates the height of a page's letters before anything else is known of it. */
import type { Box } from '@xxgk/extract/document';

/** Letters of print are not smaller and not larger than this, in pixels. */
const [smallest, largest] = [6, 150];
/** Most patches are parts of characters: the whole ones are among the taller. */
const taller = 0.8;
/** With fewer patches the page has no text to measure. */
const fewest = 20;

/** @param patches Connected ink of the page. @returns Pixels; null when there is too little text to tell. */
export function letterHeight(patches: readonly Box[]): number | null {
  const heights = patches
    .filter(([x0, , x1]) => x1 - x0 >= 3)
    .filter(
      ([x0, y0, x1, y1]) => y1 - y0 >= smallest && y1 - y0 <= largest && x1 - x0 < 2.5 * (y1 - y0),
    )
    .map(([, y0, , y1]) => y1 - y0)
    .sort((a, b) => a - b);
  if (heights.length < fewest) return null;
  return heights[Math.floor(taller * heights.length)] ?? null;
}
