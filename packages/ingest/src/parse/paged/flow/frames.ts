/** Frames around text: what stands in one is read by itself. */
import type { Box } from '@xxgk/extract/document';
import type { Line } from '../lines.ts';
import type { PageTable } from '../page-table.ts';

/** Part of the page that a frame around text is wide, at least. */
const narrowest = 0.25;
/** Part of the lines of a page that a frame around the whole page holds. */
const wholePage = 0.9;

const middle = (from: number, to: number): number => (from + to) / 2;

/** Whether a frame holds lines, and cuts none. */
function frames(box: Box, lines: readonly Line[]): boolean {
  const [left, top, right, bottom] = box;
  const level = lines.filter((line) => {
    const y = middle(line.box[1], line.box[3]);
    return y > top && y < bottom && line.box[2] > left && line.box[0] < right;
  });
  const held = level.filter((line) => line.box[0] >= left - 2 && line.box[2] <= right + 2);
  return held.length > 1 && held.length === level.length && held.length < wholePage * lines.length;
}

const holds = (outer: Box, inner: Box): boolean =>
  inner !== outer &&
  inner[0] >= outer[0] - 2 &&
  inner[1] >= outer[1] - 2 &&
  inner[2] <= outer[2] + 2 &&
  inner[3] <= outer[3] + 2;

/** Frames of a page around several lines of text, none of which holds a table or another frame. */
export function textFrames(
  boxes: readonly Box[],
  lines: readonly Line[],
  tables: readonly PageTable[],
  width: number,
): Box[] {
  const wide = boxes.filter((box) => box[2] - box[0] >= narrowest * width);
  const inner = [...wide, ...tables.map(({ grid }) => grid.box)];
  return wide
    .filter((box) => !inner.some((each) => holds(box, each)))
    .filter((box) => frames(box, lines));
}
