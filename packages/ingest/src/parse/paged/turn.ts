/** Pages that are printed sideways or upside down. */
import type { PageInk } from './glyph.ts';

const blank = /^\s*$/u;

/** The quarter turn in which most glyphs are written: 0, 90, 180 or 270 degrees clockwise. */
export function turnOf(ink: PageInk): number {
  const counts = new Map<number, number>();
  for (const { angle, text } of ink.glyphs) {
    const turn = (((Math.round(angle / 90) * 90) % 360) + 360) % 360;
    if (!blank.test(text)) counts.set(turn, (counts.get(turn) ?? 0) + 1);
  }
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0])[0];
}
