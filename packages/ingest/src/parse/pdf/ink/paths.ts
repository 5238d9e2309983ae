/** The paths of a page as outlines. */
import { apply, type Matrix } from '../../paged/matrix.ts';
import type { Point } from '../../paged/rulings.ts';

/** Codes of pdf.js's packed paths, with the numbers that follow each. */
const moveTo = 0;
const lineTo = 1;
const close = 4;
const operands: readonly number[] = [2, 2, 6, 4, 0];
/** An outline with more corners is no box and no line. */
const simple = 6;

export interface Drawn {
  /** Corners of each sub-path; those with curves are left out, they separate nothing. */
  readonly outlines: readonly (readonly Point[])[];
  /** How many sub-paths have curves, or more corners than a box. */
  readonly shapes: number;
}

export function drawn(path: ArrayLike<number>, to: Matrix): Drawn {
  const outlines: Point[][] = [];
  let shapes = 0;
  let current: Point[] = [];
  let curved = false;
  const end = (): void => {
    if (curved || current.length > simple) shapes += 1;
    if (current.length > 1 && !curved) outlines.push(current);
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
  return { outlines, shapes };
}
