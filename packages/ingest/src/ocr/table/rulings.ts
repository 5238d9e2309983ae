/** Finds ruled lines on a bitmap: long, thin runs of ink, level or upright. */
import type { Box } from '@xxgk/extract/document';
import { type Mask, type Run, runsAbove } from '../page/ink.ts';

export interface Rulings {
  readonly level: readonly Box[];
  readonly upright: readonly Box[];
}

/** Gaps of this many pixels in a line are dust or a weak print. */
const bridge = 3;
const leastInk = 0.97;

/**
 * @param em Height of the running text's characters. A line across must be longer than a dash
 *   (two characters), one down longer than the stroke of a letter.
 */
export function rulingsOf(mask: Mask, em: number): Rulings {
  const thickest = Math.max(4, 0.3 * em);
  const level = straight(mask, Math.max(24, 3.2 * em), thickest);
  const upright = straight(transposed(mask), Math.max(20, 1.6 * em), thickest);
  return { level, upright: upright.map(([y0, x0, y1, x1]): Box => [x0, y0, x1, y1]) };
}

/** A copy of the mask without the ink of the boxes, each a little wider than it is. */
export function erased(mask: Mask, boxes: readonly Box[], rim = 1): Mask {
  const data = mask.data.slice();
  for (const [x0, y0, x1, y1] of boxes) {
    const [left, right] = [Math.max(0, x0 - rim), Math.min(mask.width, x1 + rim)];
    for (let y = Math.max(0, y0 - rim); y < Math.min(mask.height, y1 + rim); y++) {
      data.fill(0, y * mask.width + left, y * mask.width + right);
    }
  }
  return { width: mask.width, height: mask.height, data };
}

function transposed({ width, height, data }: Mask): Mask {
  const turned = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) turned[x * height + y] = data[y * width + x] ?? 0;
  }
  return { width: height, height: width, data: turned };
}

/** Level lines. A row borrows the ink of its neighbours, so that a line that leans is still whole. */
function straight(mask: Mask, shortest: number, thickest: number): readonly Box[] {
  let open: readonly Box[] = [];
  const done: Box[] = [];
  for (let y = 0; y < mask.height; y++) {
    for (const run of longRuns(mask, y, shortest)) {
      if (isThin(mask, y, run, thickest)) open = withRun(open, run, y);
    }
    done.push(...open.filter((box) => box[3] < y - 1));
    open = open.filter((box) => box[3] >= y - 1);
  }
  return [...done, ...open].sort((a, b) => a[1] - b[1] || a[0] - b[0]);
}

/** The run becomes part of the line above it, or a line of its own. */
function withRun(open: readonly Box[], run: Run, y: number): readonly Box[] {
  const before = open.find((box) => run.start < box[2] && run.end > box[0]);
  if (before === undefined) return [...open, [run.start, y, run.end, y + 1]];
  return open.map((box) => (box === before ? extended(box, run, y) : box));
}

const extended = ([x0, y0, x1]: Box, { start, end }: Run, y: number): Box => [
  Math.min(x0, start),
  y0,
  Math.max(x1, end),
  y + 1,
];

function longRuns({ width, height, data }: Mask, y: number, shortest: number): readonly Run[] {
  const row = y * width;
  const above = Math.max(0, y - 1) * width;
  const below = Math.min(height - 1, y + 1) * width;
  const ink = new Uint8Array(width);
  let total = 0;
  for (let x = 0; x < width; x++) {
    const dark = (data[row + x] ?? 0) | (data[above + x] ?? 0) | (data[below + x] ?? 0);
    ink[x] = dark;
    total += dark;
  }
  if (total < shortest) return [];
  return runsAbove(ink, 0, bridge).filter(
    (run) => run.end - run.start >= shortest && isWhole(ink, run),
  );
}

/** A printed line has hardly a gap; strokes of neighbouring characters in one row have many. */
function isWhole(ink: Uint8Array, { start, end }: Run): boolean {
  const dark = ink.subarray(start, end).reduce((sum, pixel) => sum + pixel, 0);
  return dark >= leastInk * (end - start);
}

/** Whether the ink of a run ends soon above and below it at most places: text and pictures do not. */
function isThin({ width, height, data }: Mask, y: number, run: Run, thickest: number): boolean {
  let thin = 0;
  let seen = 0;
  for (let x = run.start; x < run.end; x += 3) {
    seen++;
    let thickness = 1;
    for (let v = y - 1; v >= 0 && thickness <= thickest && data[v * width + x]; v--) thickness++;
    for (let v = y + 1; v < height && thickness <= thickest && data[v * width + x]; v++)
      thickness++;
    if (thickness <= thickest) thin++;
  }
  return thin >= 0.8 * seen;
}
