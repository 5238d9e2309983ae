/**
 * Footnotes: smaller lines at the foot of a page, below a short line that separates them from the
 * text.
 */
import type { GridLine } from '../../tables/grid.ts';
import type { Line } from '../lines.ts';
import type { Measure } from './measure.ts';

/** Parts of the width of the text that the line takes. */
const shortest = 0.12;
const longest = 0.55;
/** Part of the page height below which footnotes stand. */
const lower = 0.4;
/** Part of the letter height of the text that footnotes do not reach. */
const smaller = 0.95;

const mark = /^\s*(?:[①-⑳*※注]|[[［〔（(]?\d{1,3}[\]］〕）)]?\s?\D)/u;

/** The lines of the footnotes of a page. */
export function footnotes(
  lines: readonly Line[],
  loose: readonly GridLine[],
  { left, right, size }: Measure,
  height: number,
): Line[] {
  const width = right - left;
  const rule = loose.findLast(
    ({ at, from, to }) =>
      at > lower * height &&
      Math.abs(from - left) <= 2 * size &&
      to - from >= shortest * width &&
      to - from <= longest * width,
  );
  if (!rule) return [];
  const below = lines.filter((line) => line.box[1] >= rule.at - 1);
  const [first] = below;
  const isNote = first !== undefined && mark.test(first.text);
  return isNote && below.every((line) => line.size <= smaller * size) ? below : [];
}
