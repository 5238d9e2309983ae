/** Tells a disc or a ring from letters by its outline. */
import type { Box } from '@xxgk/extract/document';
import type { Mask } from '../ink.ts';

const directions = 24;
/** Seen from its middle, the outline of a circle lies at its radius; a corner of 口 at 1.41 of it. */
const [nearest, farthest] = [0.8, 1.12];
/** Directions in which the outline may be broken. */
const mostBroken = 1;

export function isRound(mask: Mask, [x0, y0, x1, y1]: Box): boolean {
  const [width, height] = [x1 - x0, y1 - y0];
  if (Math.max(width, height) > 1.25 * Math.min(width, height)) return false;
  const [cx, cy, radius] = [(x0 + x1 - 1) / 2, (y0 + y1 - 1) / 2, (width + height) / 4];
  let broken = 0;
  for (let i = 0; i < directions; i++) {
    const outline = outermost(mask, cx, cy, (2 * Math.PI * i) / directions, 1.5 * radius) / radius;
    if (outline < nearest || outline > farthest) broken++;
  }
  return broken <= mostBroken;
}

/** Distance of the outermost ink in a direction, from `reach` inwards; 0 without any. */
function outermost(
  { width, height, data }: Mask,
  cx: number,
  cy: number,
  angle: number,
  reach: number,
): number {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  for (let r = reach; r > 0; r -= 0.5) {
    const [x, y] = [Math.round(cx + r * cos), Math.round(cy + r * sin)];
    if (x >= 0 && y >= 0 && x < width && y < height && data[y * width + x]) return r;
  }
  return 0;
}
