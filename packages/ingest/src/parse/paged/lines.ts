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

/** The last of the spaces but for the byte order mark: most letters lie behind it. */
const lastSpace = '\u3000';

const isBlank = ({ text }: Glyph): boolean =>
  (text <= lastSpace || text === '\uFEFF') && blank.test(text);

/** Letter heights of empty paper that stand for a space. */
const wideGap = 0.7;
const wordGap = 0.2;
/** Part of the letter height by which baselines of one line may differ. */
const wobble = 0.35;

/** The box around boxes. */
export function around(boxes: readonly Box[]): Box {
  let [left, top] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let [right, bottom] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const box of boxes) {
    if (box[0] < left) left = box[0];
    if (box[1] < top) top = box[1];
    if (box[2] > right) right = box[2];
    if (box[3] > bottom) bottom = box[3];
  }
  return [left, top, right, bottom];
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
  const [first = 0] = values;
  // Nearly always all are alike.
  if (values.every((value) => Math.abs(value - first) < 0.01)) return Math.round(first * 10) / 10;
  const counts = new Map<number, number>();
  for (const value of values) {
    const key = Math.round(value * 10) / 10;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0])[0];
}

function most(glyphs: readonly Glyph[], test: (glyph: Glyph) => boolean): boolean {
  let count = 0;
  for (const glyph of glyphs) if (test(glyph)) count += 1;
  return count * 2 > glyphs.length;
}

function textOf(glyphs: readonly Glyph[]): string {
  let text = '';
  let before: Glyph | undefined;
  for (const glyph of glyphs) {
    text += spaceBefore(glyph, before) + glyph.text;
    before = glyph;
  }
  return text.trim();
}

function lineOf(row: readonly Glyph[]): Line | undefined {
  const ordered = row
    .toSorted((a, b) => a.box[0] - b.box[0])
    .filter((glyph, index, all) => !overprinted(glyph, all[index - 1]));
  const printed = ordered.filter((glyph) => !isBlank(glyph));
  const [first] = printed;
  const last = printed.at(-1);
  if (!first || !last) return undefined;
  const glyphs = ordered.slice(ordered.indexOf(first), ordered.lastIndexOf(last) + 1);
  return {
    text: textOf(glyphs),
    box: around(printed.map((glyph) => glyph.box)),
    baseline: mode(printed.map((glyph) => glyph.baseline)),
    size: mode(printed.map((glyph) => glyph.size)),
    bold: most(printed, (glyph) => glyph.bold),
    red: most(printed, (glyph) => glyph.red),
    glyphs,
  };
}

/** The lines that glyphs print, top to bottom. */
export function linesOf(glyphs: readonly Glyph[]): Line[] {
  return rowsOf(glyphs)
    .map(lineOf)
    .filter((line) => line !== undefined);
}

const han = /^\p{Script=Han}$/u;

/** Letter heights between letters of one word that is set apart: 项　目. */
const spaced = 2.6;

/** A letter that stands alone, as those of a word that is set apart do. */
const isAlone = (glyphs: readonly Glyph[]): boolean =>
  glyphs.length === 1 && han.test(glyphs[0]?.text ?? '');

/**
 * A line cut where more paper than `gap` letter heights is empty, spaces included. The letters of a
 * word that is set apart stay together.
 */
export function piecesOf(line: Line, gap: number): Line[] {
  const printed = line.glyphs.filter((glyph) => !isBlank(glyph));
  const runs: Glyph[][] = [];
  let before: Glyph | undefined;
  for (const glyph of printed) {
    const run = runs.at(-1);
    if (run && before && glyph.box[0] - before.box[2] < gap * line.size) run.push(glyph);
    else runs.push([glyph]);
    before = glyph;
  }
  if (runs.length === 1) return [line];
  const words = wordsOf(runs, line.size);
  if (words.length === 1) return [line];
  return words.map(lineOf).filter((piece) => piece !== undefined);
}

function wordsOf(runs: readonly (readonly Glyph[])[], size: number): Glyph[][] {
  const words: { glyphs: Glyph[]; alone: boolean }[] = [];
  for (const run of runs) {
    const word = words.at(-1);
    const alone = isAlone(run);
    const gap = (run[0]?.box[0] ?? 0) - (word?.glyphs.at(-1)?.box[2] ?? 0);
    if (word?.alone && alone && gap <= spaced * size) word.glyphs.push(...run);
    else words.push({ glyphs: [...run], alone });
  }
  return words.map(({ glyphs }) => glyphs);
}
