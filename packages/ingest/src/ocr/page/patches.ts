/** Connected patches of ink: letters, parts of letters, seals. */
import type { Box } from '@xxgk/extract/document';
import type { Mask } from './ink.ts';

/** A connected patch of ink. */
export interface Patch {
  readonly box: Box;
  /** Index of one of its pixels. */
  readonly seed: number;
}

/** Boxes of connected ink, eight neighbours. */
export const patches = (mask: Mask): readonly Box[] => seededPatches(mask).map(({ box }) => box);

/** @param visit Told of every pixel of ink, and the seed of its patch. */
export function seededPatches(
  mask: Mask,
  visit?: (x: number, y: number, seed: number) => void,
): readonly Patch[] {
  const seen = new Uint8Array(mask.data.length);
  const found: Patch[] = [];
  for (let seed = 0; seed < mask.data.length; seed++) {
    if (!mask.data[seed] || seen[seed]) continue;
    let [x0, y0, x1, y1] = [mask.width, mask.height, 0, 0];
    flood(mask, seed, seen, (x, y) => {
      visit?.(x, y, seed);
      [x0, y0, x1, y1] = [
        Math.min(x0, x),
        Math.min(y0, y),
        Math.max(x1, x + 1),
        Math.max(y1, y + 1),
      ];
    });
    found.push({ box: [x0, y0, x1, y1], seed });
  }
  return found;
}

/** Visits each pixel of the patch that a pixel belongs to. @param seen Of pixels: 1 where visited. */
export function flood(
  { width, height, data }: Mask,
  seed: number,
  seen: Uint8Array,
  visit: (x: number, y: number) => void,
): void {
  seen[seed] = 1;
  const stack = [seed];
  for (let i = stack.pop(); i !== undefined; i = stack.pop()) {
    const [x, y] = [i % width, Math.floor(i / width)];
    visit(x, y);
    for (const next of neighbours(x, y, width, height)) {
      if (!data[next] || seen[next]) continue;
      seen[next] = 1;
      stack.push(next);
    }
  }
}

function neighbours(x: number, y: number, width: number, height: number): readonly number[] {
  const all: number[] = [];
  for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++) {
    for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) all.push(v * width + u);
  }
  return all;
}
