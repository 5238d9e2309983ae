/** What form fields hold, as glyphs at their place (ISO 32000-2 §12.7). */
import type { Box } from '@xxgk/extract/document';
import { countHan } from '../../../chinese/han.ts';
import type { PrintedGlyph } from '../ink/printed.ts';
import type { Annotation } from './annotation.ts';

/** Letter height of a value that no appearance shows, points: no larger than running text. */
const largest = 12;
const tallest = 0.8;
const lineBreak = /\r\n?|\n/u;
const wide = /[^\u0020-\u007e]/u;

const glyph = (text: string, box: Box, size: number): PrintedGlyph => ({
  text,
  box,
  baseline: box[3] - 0.12 * size,
  size,
  bold: false,
  red: false,
  angle: 0,
  light: 0,
});

/** Letters side by side from the left of a box, centred in its height; line breaks go down. */
function written(text: string, [left, top, right, bottom]: Box): PrintedGlyph[] {
  const lines = text.split(lineBreak);
  const height = (bottom - top) / lines.length;
  const longest = Math.max(1, ...lines.map((line) => line.length));
  const size = Math.min(largest, height * tallest, (right - left) / longest / 0.5);
  return lines.flatMap((line, row) => {
    const upper = top + row * height + (height - size) / 2;
    const units = [...line].reduce((sum, each) => sum + (wide.test(each) ? 1 : 0.5), 0);
    const unit = Math.min(size, (right - left) / Math.max(units, 1));
    let x = left;
    return [...line].map((each) => {
      const width = wide.test(each) ? unit : unit / 2;
      x += width;
      return glyph(each, [x - width, upper, x, upper + size], size);
    });
  });
}

/** A box with or without a tick, as large as its field is high. */
function tickOf({ ticked, box }: Annotation): PrintedGlyph {
  const size = Math.min(box[2] - box[0], box[3] - box[1]);
  return glyph(ticked ? '☑' : '☐', box, size);
}

const blanks = /\s+/gu;

const letters = (text: string): string => text.replace(blanks, '');

/**
 * What a field prints. Its appearance is what the page shows; where it has none, or one that lacks
 * the Chinese of the value (pdf.js draws such a value with a font that has no Chinese), the value is
 * written at its place.
 *
 * @param shown What the appearance prints.
 */
export function fieldGlyphs(
  field: Annotation,
  shown: readonly PrintedGlyph[],
): readonly PrintedGlyph[] {
  if (field.ticked !== undefined) return [tickOf(field)];
  const value = field.values.join('\n');
  const drawn = shown.map(({ text }) => text).join('');
  const lacks = countHan(value) > 0 && countHan(drawn) === 0;
  return letters(drawn) === '' || lacks ? written(value, field.box) : shown;
}
