/** Separating lines among the paths of a page: straight strokes and thin filled bars. */
import type { Ruling } from './glyph.ts';
import { apply, type Matrix } from './matrix.ts';

/** Codes of pdf.js's packed paths, with the numbers that follow each. */
const moveTo = 0;
const lineTo = 1;
const close = 4;
const operands: readonly number[] = [2, 2, 6, 4, 0];

/** Points: a filled bar at most so thick is a line; so much may a line lean. */
const thin = 3;
const lean = 0.6;

type Point = readonly [number, number];

/** Corners of each sub-path; those with curves are left out, they separate nothing. */
function outlines(path: ArrayLike<number>, to: Matrix): Point[][] {
  const found: Point[][] = [];
  let current: Point[] = [];
  let curved = false;
  const end = (): void => {
    if (current.length > 1 && !curved) found.push(current);
    curved = false;
  };
  for (let at = 0; at < path.length; ) {
    const code = path[at] ?? close;
    const point = apply(to, path[at + 1] ?? 0, path[at + 2] ?? 0);
    const [first] = current;
    if (code === moveTo) {
      end();
      current = [point];
    } else if (code === lineTo) {
      current.push(point);
    } else if (code === close && first) {
      current.push(first);
    } else {
      curved = true;
    }
    at += 1 + (operands[code] ?? 0);
  }
  end();
  return found;
}

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

/** Lines that a stroke of `path` draws. */
export function stroked(path: ArrayLike<number>, to: Matrix): Ruling[] {
  return outlines(path, to).flatMap((points) =>
    points.slice(1).flatMap((point, index) => {
      const before = points[index];
      return before ? lineBetween(before, point) : [];
    }),
  );
}

/** Lines that filling `path` draws: bars too thin to be an area. */
export function filled(path: ArrayLike<number>, to: Matrix): Ruling[] {
  return outlines(path, to).flatMap((points): Ruling[] => {
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
