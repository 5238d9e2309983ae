/** Glyphs become printed lines, top to bottom, each from left to right. */
import type { Box } from '@xxgk/extract/document';
import type { Glyph } from './glyph.ts';

export interface Line {
  /** Without the spaces at its ends. */
  readonly text: string;
  /** Of the printed characters; spaces at the ends do not count. */
  readonly box: Box;
  readonly baseline: number;
  /** Letter height of most of its characters. */
  readonly size: number;
  readonly bold: boolean;
  readonly red: boolean;
  readonly glyphs: readonly Glyph[];
}

const blank = /^\s*$/u;
const latin = /[\p{Script=Latin}\p{Nd}]/u;

const isBlank = (glyph: Glyph): boolean => blank.test(glyph.text);

/** Letter heights of empty paper that stand for a space. */
const wideGap = 0.7;
const wordGap = 0.2;
/** Part of the letter height by which baselines of one line may differ. */
const wobble = 0.35;

/** The box around boxes. */
export function around(boxes: readonly Box[]): Box {
  return [
    Math.min(...boxes.map(([left]) => left)),
    Math.min(...boxes.map(([, top]) => top)),
    Math.max(...boxes.map(([, , right]) => right)),
    Math.max(...boxes.map(([, , , bottom]) => bottom)),
  ];
}

function rowsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const rows: { baseline: number; size: number; glyphs: Glyph[] }[] = [];
  for (const glyph of glyphs.toSorted((a, b) => a.baseline - b.baseline)) {
    const row = rows.at(-1);
    const reach = row ? Math.max(row.size, glyph.size) * wobble : 0;
    if (row && glyph.baseline - row.baseline <= reach) {
      row.glyphs.push(glyph);
      // A superscript joins a line, it does not move it.
      if (glyph.size > row.size) Object.assign(row, { baseline: glyph.baseline, size: glyph.size });
    } else {
      rows.push({ baseline: glyph.baseline, size: glyph.size, glyphs: [glyph] });
    }
  }
  return rows.map((row) => row.glyphs);
}

/** Printed twice at one place: how some writers make bold. */
const overprinted = (glyph: Glyph, before: Glyph | undefined): boolean =>
  before !== undefined &&
  glyph.text === before.text &&
  Math.abs(glyph.box[0] - before.box[0]) < 0.15 * glyph.size;

function spaceBefore(glyph: Glyph, before: Glyph | undefined): string {
  if (!before || isBlank(before) || isBlank(glyph)) return '';
  const gap = glyph.box[0] - before.box[2];
  const words = latin.test(before.text) && latin.test(glyph.text);
  return gap > (words ? wordGap : wideGap) * glyph.size ? ' ' : '';
}

/** The value that most characters have. */
function mode(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) {
    const key = Math.round(value * 10) / 10;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0])[0];
}

function lineOf(row: readonly Glyph[]): Line | undefined {
  const ordered = row
    .toSorted((a, b) => a.box[0] - b.box[0])
    .filter((glyph, index, all) => !overprinted(glyph, all[index - 1]));
  const first = ordered.findIndex((glyph) => !isBlank(glyph));
  if (first < 0) return undefined;
  const last = ordered.findLastIndex((glyph) => !isBlank(glyph));
  const glyphs = ordered.slice(first, last + 1);
  const printed = glyphs.filter((glyph) => !isBlank(glyph));
  const most = (test: (glyph: Glyph) => boolean): boolean =>
    printed.filter(test).length * 2 > printed.length;
  const size = mode(printed.map((glyph) => glyph.size));
  return {
    text: glyphs
      .map((glyph, at) => spaceBefore(glyph, glyphs[at - 1]) + glyph.text)
      .join('')
      .trim(),
    box: around(printed.map((glyph) => glyph.box)),
    baseline: mode(printed.map((glyph) => glyph.baseline)),
    size,
    bold: most((glyph) => glyph.bold),
    red: most((glyph) => glyph.red),
    glyphs,
  };
}

export function linesOf(glyphs: readonly Glyph[]): Line[] {
  return rowsOf(glyphs)
    .map(lineOf)
    .filter((line) => line !== undefined);
}
