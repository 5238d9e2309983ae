/** Puts paper in place of what is no text. */
import type { Box } from '@xxgk/extract/document';
import type { GreyImage } from '../engine.ts';
import type { Mask } from './ink.ts';
import { flood, type Patch } from './patches.ts';

/** Pixels around a patch that are too pale for ink and still belong to it. */
const fringe = 3;

/** Takes away patches of ink and nothing else that stands in their boxes. @param mask Ink of the image. */
export function withoutPatches(image: GreyImage, mask: Mask, patches: readonly Patch[]): GreyImage {
  if (patches.length === 0) return image;
  const data = image.data.slice();
  const seen = new Uint8Array(data.length);
  for (const { seed } of patches) {
    flood(mask, seed, seen, (x, y) => {
      const [left, right] = [Math.max(0, x - fringe), Math.min(image.width, x + fringe + 1)];
      for (let v = Math.max(0, y - fringe); v <= Math.min(image.height - 1, y + fringe); v++) {
        data.fill(255, v * image.width + left, v * image.width + right);
      }
    });
  }
  return { ...image, data };
}

/** @param rim Pixels around each box that become paper too. */
export function whitened(image: GreyImage, boxes: readonly Box[], rim: number): GreyImage {
  if (boxes.length === 0) return image;
  const data = image.data.slice();
  for (const [x0, y0, x1, y1] of boxes) {
    const [left, right] = [Math.max(0, x0 - rim), Math.min(image.width, x1 + rim)];
    for (let y = Math.max(0, y0 - rim); y < Math.min(image.height, y1 + rim); y++) {
      data.fill(255, y * image.width + left, y * image.width + right);
    }
  }
  return { ...image, data };
}
