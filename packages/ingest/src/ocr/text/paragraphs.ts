/** Joins the lines of a page to paragraphs as Chinese documents set them (GB/T 9704-2012 §7.3). */
import type { Alignment, TextBlock } from '@xxgk/extract/document';
import { composed } from './compose.ts';
import { type Column, type ReadLine, textOf } from './line.ts';

/** Signs after which a paragraph may end although its last line is not full. */
const ending = /[。；：！？;:!?…”》）)]$/u;
/** Numbers that begin a paragraph even where the page does not indent (GB/T 9704-2012 §7.3.3). */
const numbered =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.．、](?!\d)|[（(]\d{1,2}[）)])/u;

interface Set {
  readonly line: ReadLine;
  readonly align: Alignment;
  /** Em that the line begins behind the left margin. */
  readonly indent: number;
  /** Em that are free at its end. */
  readonly rest: number;
  readonly scale: number;
}

export interface PlacedText {
  /** Where it begins on the levelled page. */
  readonly top: number;
  readonly block: TextBlock;
}

/** @param lines In reading order. @param page Number of the page, from 1. */
export function paragraphs(
  lines: readonly ReadLine[],
  column: Column,
  page: number,
): readonly PlacedText[] {
  const groups: Set[][] = [];
  for (const line of lines) {
    const set = setting(line, column);
    const group = groups.at(-1);
    const before = group?.at(-1);
    if (group && before && continues(before, set, column)) group.push(set);
    else groups.push([set]);
  }
  return groups.map((group) => ({
    top: group[0]?.line.ink[1] ?? 0,
    block: blockOf(group, page),
  }));
}

function setting(line: ReadLine, { left, right, em }: Column): Set {
  const [x0, y0, x1, y1] = line.ink;
  const set = { line, indent: (x0 - left) / em, rest: (right - x1) / em, scale: (y1 - y0) / em };
  return { ...set, align: alignment(set) };
}

/** A title stands in the middle; a signature or date right of it (GB/T 9704-2012 §7.3.5). */
function alignment({ line, indent, rest, scale }: Omit<Set, 'align'>): Alignment {
  if (line.divided) return 'justify';
  const balanced = Math.abs(indent - rest) < Math.max(1.2, 0.15 * (indent + rest));
  if (balanced && (indent > 2.6 || (indent > 0.5 && scale > 1.2))) return 'center';
  if (indent > 6 && indent > 2 * Math.max(rest, 0)) return 'right';
  return rest < 1.5 && indent < 2.6 ? 'justify' : 'left';
}

function continues(before: Set, next: Set, { em, pitch }: Column): boolean {
  if (next.line.cut) return false;
  if (before.align === 'center' || before.align === 'right') return false;
  if (next.align === 'center' || next.align === 'right' || next.line.divided || before.line.divided)
    return false;
  if (before.line.color !== next.line.color) return false;
  if (next.indent > 1.2 || next.indent < -1.5) return false;
  if (next.line.ink[1] - before.line.ink[1] > Math.max(1.7 * pitch, 2.2 * em)) return false;
  if (!isShort(next, em) && Math.abs(before.scale - next.scale) > 0.3) return false;
  const text = textOf(before.line);
  return before.rest < 2.2
    ? !(numbered.test(textOf(next.line)) && ending.test(text))
    : !ending.test(text) && before.rest < 8;
}

/** Too few letters to tell their size from: digits and signs are lower than Han. */
const isShort = ({ line: { ink } }: Set, em: number): boolean => ink[2] - ink[0] < 6 * em;

function blockOf(group: readonly Set[], page: number): TextBlock {
  const [first] = group;
  const traced = composed(
    group.map(({ line }) => line.characters),
    page,
  );
  return {
    kind: 'paragraph',
    role: 'body',
    ...traced,
    ...(first && {
      align: first.align,
      indent: Math.max(0, Math.round(first.indent)),
      scale: Math.round(first.scale * 20) / 20,
      ...(first.line.color && { color: first.line.color }),
    }),
  };
}
