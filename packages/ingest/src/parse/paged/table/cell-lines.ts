/** The lines of a cell: labels of groups are also written sideways, downwards or upwards. */
import type { Box } from '@xxgk/extract/document';
import type { Glyph } from '../glyph.ts';
import { around, type Line, linesOf } from '../lines.ts';

/** The part of a letter that hangs below its baseline. */
const below = 0.12;

const quarterOf = ({ angle }: Glyph): number => (((Math.round(angle / 90) * 90) % 360) + 360) % 360;

/** Boxes turned so that text of an angle runs to the right, and back. */
const turns: Readonly<Record<number, readonly [to: (box: Box) => Box, back: (box: Box) => Box]>> = {
  90: [([l, t, r, b]) => [t, -r, b, -l], ([l, t, r, b]) => [-b, l, -t, r]],
  180: [([l, t, r, b]) => [-r, -b, -l, -t], ([l, t, r, b]) => [-r, -b, -l, -t]],
  270: [([l, t, r, b]) => [-b, l, -t, r], ([l, t, r, b]) => [t, -r, b, -l]],
};

function turnedLines(glyphs: readonly Glyph[], quarter: number): Line[] {
  const [to, back] = turns[quarter] ?? [];
  if (!to || !back) return linesOf(glyphs);
  const upright = glyphs.map((glyph): Glyph => {
    const box = to(glyph.box);
    return { ...glyph, box, baseline: box[3] - below * glyph.size };
  });
  return linesOf(upright).map((line) => {
    const own = line.glyphs.map((glyph) => ({ ...glyph, box: back(glyph.box) }));
    const box = around(own.filter(({ text }) => text.trim() !== '').map((glyph) => glyph.box));
    return { ...line, glyphs: own, box, baseline: box[3] };
  });
}

const isUpright = (glyph: Glyph): boolean => Math.abs(glyph.angle) < 45;

/** The lines of what is printed in a cell, each in the direction in which it is written. */
export function cellLines(glyphs: readonly Glyph[]): Line[] {
  if (glyphs.every(isUpright)) return linesOf(glyphs);
  return [...Map.groupBy(glyphs, quarterOf)].flatMap(([quarter, own]) => turnedLines(own, quarter));
}
