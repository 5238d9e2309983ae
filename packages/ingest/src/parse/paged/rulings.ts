/** Separating lines among drawn outlines: straight strokes and thin filled bars. */
import type { Ruling } from './glyph.ts';

/** Points: a filled bar at most so thick is a line; so much may a line lean. */
const thin = 3;
const lean = 0.6;

/** A corner, page points. */
export type Point = readonly [number, number];

function lineBetween([x0, y0]: Point, [x1, y1]: Point): Ruling[] {
  const width = Math.abs(x1 - x0);
  const height = Math.abs(y1 - y0);
  if (height <= lean && width > lean) {
    return [{ horizontal: true, at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) }];
  }
  if (width <= lean && height > lean) {
    return [{ horizontal: false, at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) }];
  }
  return [];
}

/** Lines that a stroke along outlines draws. */
export function stroked(outlines: readonly (readonly Point[])[]): Ruling[] {
  return outlines.flatMap((points) =>
    points.slice(1).flatMap((point, index) => {
      const before = points[index];
      return before ? lineBetween(before, point) : [];
    }),
  );
}

/** Lines that filling outlines draws: bars too thin to be an area. */
export function filled(outlines: readonly (readonly Point[])[]): Ruling[] {
  return outlines.flatMap((points): Ruling[] => {
    const xs = points.map(([x]) => x);
    const ys = points.map(([, y]) => y);
    const [left, right] = [Math.min(...xs), Math.max(...xs)];
    const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
    if (Math.min(right - left, bottom - top) > thin) return [];
    if (right - left > bottom - top) {
      return [{ horizontal: true, at: (top + bottom) / 2, from: left, to: right }];
    }
    return [{ horizontal: false, at: (left + right) / 2, from: top, to: bottom }];
  });
}
