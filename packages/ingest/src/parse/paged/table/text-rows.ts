/** What stands between the lines of a table: rows of pieces, and which of them are values. */
import type { Box } from '@xxgk/extract/document';
import { type Line, piecesOf } from '../lines.ts';

/** A printed line inside a table, cut where columns may lie between. */
export interface TextRow {
  readonly baseline: number;
  /** Letter height. */
  readonly size: number;
  readonly box: Box;
  readonly pieces: readonly Line[];
}

/** Letter heights of empty paper at which columns may lie. */
const columnGap = 0.5;

const value =
  /^(?:[-+—－–―＋±<>≤≥<>＜＞¥￥$约*＊]{0,2}\s?\d[\d,，.．]*\s?(?:[%％‰]|[个万亿]?元|[人件次条个户家起项篇])?(?:\(\d+\)|（\d+）)?|[-—－–―─/／\\＼…·.．]{1,6}|[√✓×]|无)$/u;

/** Dates and telephone numbers. */
const dated =
  /^(?:\d{4}\s?[-./年]\s?\d{1,2}(?:\s?[-./月]\s?(?:\d{1,2}日?)?)?|0\d{2,3}-?\d{7,8}|1\d{10})$/u;

/** A number, a date, or a sign that stands for none: what a column of values holds. */
export const isValue = ({ text }: Pick<Line, 'text'>): boolean =>
  value.test(text) || dated.test(text);

const hasDigit = /\d/;

/** A number. */
export const isNumber = (piece: Pick<Line, 'text'>): boolean =>
  hasDigit.test(piece.text) && isValue(piece);

export const textRow = (line: Line): TextRow => ({
  baseline: line.baseline,
  size: line.size,
  box: line.box,
  pieces: piecesOf(line, columnGap),
});
