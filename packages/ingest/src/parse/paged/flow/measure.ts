/** The measure of the text: where lines begin and end, how large letters are, how far lines stand apart. */
import { firstFrom } from '../../tables/ascending.ts';
import type { Line } from '../lines.ts';

export interface Measure {
  /** Left and right edge of the running text, points. */
  readonly left: number;
  readonly right: number;
  /** Letter height of the running text. */
  readonly size: number;
  /** Distance of baselines. */
  readonly pitch: number;
  /** First lines of paragraphs are indented. */
  readonly indents: boolean;
}

/** The most frequent of values taken as equal within `grain`, weighted. */
function frequent(values: readonly (readonly [value: number, weight: number])[], grain: number) {
  const weights = new Map<number, number>();
  for (const [value, weight] of values) {
    const key = Math.round(value / grain);
    weights.set(key, (weights.get(key) ?? 0) + weight);
  }
  const [best] = [...weights].toSorted((a, b) => b[1] - a[1]);
  return (best?.[0] ?? 0) * grain;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/**
 * @param pages The lines of the text, page by page.
 * @param width Of the page.
 */
export function measureOf(pages: readonly (readonly Line[])[], width: number): Measure {
  const lines = pages.flat();
  const size = frequent(
    lines.map((line) => [line.size, line.glyphs.length]),
    0.5,
  );
  const running = lines.filter((line) => Math.abs(line.size - size) <= size * 0.12);
  // Long lines set the right edge: titles and signatures do not reach it.
  const long = running.filter((line) => line.box[2] - line.box[0] > width * 0.5);
  const lefts = running.map((line) => line.box[0]);
  const left = edge(lefts, Math.max(1, running.length * leftShare), size);
  const rights = long.map((line) => -line.box[2]);
  // Without a long line the margins are taken as equal.
  const right =
    long.length > 0 ? -edge(rights, Math.max(1, long.length * rightShare), size) : width - left;
  const pitches = pages.flatMap((page) =>
    page.slice(1).map((line, at) => line.baseline - (page[at]?.baseline ?? 0)),
  );
  const pitch = median(pitches.filter((each) => each > size * 0.8 && each < size * 3.5));
  const indented = long.filter((line) => isIndented(line, left, size)).length;
  const indents = indented > 0 && indented >= long.length * indentedShare;
  return { left, right, size, pitch: pitch || size * 1.75, indents };
}

/** Part of the lines that has to begin, or end, at an edge. */
const leftShare = 0.04;
const rightShare = 0.1;

/** Part of the long lines that begins a paragraph, where paragraphs are indented. */
const indentedShare = 0.04;

const isIndented = (line: Line, left: number, size: number): boolean => {
  const inset = (line.box[0] - left) / size;
  return inset > 1.4 && inset < 2.6;
};

/** The outermost place that at least `least` lines reach within half a letter. */
function edge(values: readonly number[], least: number, size: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const near = (value: number): number =>
    firstFrom(sorted, value + size / 2) - firstFrom(sorted, value - size / 2);
  return sorted.find((value) => near(value) >= least) ?? sorted[0] ?? 0;
}
