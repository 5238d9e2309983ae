/**
 * Lines become paragraphs.
 *
 * A new paragraph begins where the first line is indented (2 characters, GB/T 9704-2012 §7.3.3),
 * where the line before ends although the next word had room, or where size, alignment or distance
 * change. The printed lines of a centred title stay apart: their breaks are part of the layout.
 */
import type { Alignment } from '@xxgk/extract/document';
import type { Line } from '../lines.ts';
import type { Measure } from './measure.ts';

/** Lines of one paragraph on one page, with the look of the first. */
export interface Run {
  readonly lines: readonly Line[];
  readonly align: Alignment;
  /** Characters of the first-line indent. */
  readonly indent: number;
}

const leading = /^[\p{Script=Latin}\p{Nd}.,%]+/u;
const closers = /^[，。、；：？！”’）》〉】〕…—%‰]+/u;

/** Points that the first word of a line needs, with the signs that may not begin a line. */
function firstWord(line: Line): number {
  const word = leading.exec(line.text)?.[0];
  const head = word ?? [...line.text][0] ?? '';
  const tail = closers.exec(line.text.slice(head.length))?.[0] ?? '';
  const width = word ? word.length * 0.5 : 1;
  return (width + tail.length) * line.size;
}

/** Whether the paragraph may go on after `line`: nothing more had room on it. */
export function isFull(line: Line, next: Line, { right }: Measure): boolean {
  return right - line.box[2] < firstWord(next) + line.size * 0.6;
}

/** Characters by which a line begins inside the left edge. */
export const inset = (line: Line, { left, size }: Measure): number => (line.box[0] - left) / size;

/** Letters that are larger than the running text: a title may fill nearly the whole line. */
const isLarge = (line: Line, { size }: Measure): boolean => line.size >= size * 1.2;

export function alignmentOf(line: Line, measure: Measure): Alignment {
  const before = line.box[0] - measure.left;
  const after = measure.right - line.box[2];
  const em = measure.size;
  const large = isLarge(line, measure);
  const balanced = Math.abs(before - after) <= Math.max(line.size, (before + after) * 0.06);
  const indented = Math.abs(before - 2 * em) <= em * 0.4;
  const room = large || before > em;
  if (balanced && room && (large || line.bold || !indented)) return 'center';
  if (before > (measure.right - measure.left) * 0.4 && before > after) return 'right';
  return 'left';
}

function startsNew(line: Line, before: Line, align: Alignment, measure: Measure): boolean {
  if (align !== 'left' || alignmentOf(before, measure) !== 'left') return true;
  if (Math.abs(line.size - before.size) > before.size * 0.12) return true;
  if (line.baseline - before.baseline > measure.pitch * 1.6) return true;
  if (inset(line, measure) > 0.6) return true;
  return !isFull(before, line, measure) || endsUnindented(before, measure);
}

const sentenceEnd = /[。！？：；]$/u;

/** Where paragraphs are not indented, a full line that ends a sentence ends the paragraph. */
const endsUnindented = (line: Line, { indents }: Measure): boolean =>
  !indents && sentenceEnd.test(line.text);

/**
 * Centred neighbours that are really one paragraph narrower than the page are left as lines.
 *
 * @param apart Lines that are paragraphs of their own.
 */
export function paragraphsOf(
  lines: readonly Line[],
  measure: Measure,
  apart: ReadonlySet<Line> = new Set(),
): Run[] {
  const runs: { lines: Line[]; align: Alignment; indent: number }[] = [];
  for (const line of lines) {
    const run = runs.at(-1);
    const before = run?.lines.at(-1);
    const alone = apart.has(line) || (before !== undefined && apart.has(before));
    const align = apart.has(line) ? 'left' : alignmentOf(line, measure);
    if (run && before && !alone && !startsNew(line, before, align, measure)) {
      run.lines.push(line);
    } else {
      const indent = align === 'left' ? Math.max(0, Math.round(inset(line, measure) * 2) / 2) : 0;
      runs.push({ lines: [line], align, indent });
    }
  }
  return runs;
}

/** A run and the measure of the text in which it stands. */
export interface Measured {
  readonly run: Run;
  readonly measure: Measure;
}

/** Whether `next`, at the head of a page or column, goes on with the paragraph that ends before. */
export function goesOn(before: Measured, next: Measured): boolean {
  const last = before.run.lines.at(-1);
  const [first] = next.run.lines;
  if (!last || !first || before.run.align !== 'left' || next.run.align !== 'left') return false;
  if (Math.abs(first.size - last.size) > last.size * 0.12) return false;
  if (endsUnindented(last, before.measure)) return false;
  return inset(first, next.measure) <= 0.6 && isFull(last, first, before.measure);
}
