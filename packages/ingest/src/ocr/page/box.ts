/** Boxes: around others, and whether two meet. */
import type { Box } from '@xxgk/extract/document';

/** The smallest box around all; null when there is none. */
export function around(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  return [
    Math.min(...boxes.map((box) => box[0])),
    Math.min(...boxes.map((box) => box[1])),
    Math.max(...boxes.map((box) => box[2])),
    Math.max(...boxes.map((box) => box[3])),
  ];
}

/** Pixels between two boxes that still count as touching. */
const near = 4;

export function overlaps(a: Box, b: Box): boolean {
  return a[0] - near <= b[2] && b[0] - near <= a[2] && a[1] - near <= b[3] && b[1] - near <= a[3];
}
