/** Tells by shape the signs that engines lose when they stand alone in a cell: `—`, `-`, `/`. */
import type { Box } from '@xxgk/extract/document';
import type { OcrCharacter } from '../engine.ts';
import type { Mask } from '../page/ink.ts';

/** A dash that could be the numeral 一, or the rest of a longer one on a poor copy, is not sure. */
const doubtful = 0.7;
const clear = 0.95;

/**
 * @param box The ink of the whole cell or line.
 * @param em Height of the characters around it.
 * @returns Null when the ink has another shape.
 */
export function signOf(mask: Mask, box: Box, em: number): OcrCharacter | null {
  const [width, height] = [box[2] - box[0], box[3] - box[1]];
  if (height <= 0.2 * em && width >= 0.25 * em) return { box, ...dash(width / em) };
  if (height >= 0.45 * em && width <= 0.95 * height && width >= 0.15 * height && leans(mask, box)) {
    return { text: '/', confidence: clear, box };
  }
  return null;
}

/** One em is `—` or 一; twice as wide is `——`; narrower is a hyphen. */
function dash(width: number): { text: string; confidence: number } {
  if (width > 1.4) return { text: '——', confidence: clear };
  return { text: width < 0.6 ? '-' : '—', confidence: doubtful };
}

/**
 * One straight stroke from lower left to upper right: position across follows position down, and
 * no row is wide, as the head of a 7 or the foot of a 1 is.
 */
function leans(mask: Mask, box: Box): boolean {
  return isNarrowThroughout(mask, box) && correlation(mask, box) < -0.8;
}

/** Share of the width that one row of a slanted stroke may cover. */
const widestRow = 0.62;

function isNarrowThroughout({ width, data }: Mask, [x0, y0, x1, y1]: Box): boolean {
  for (let y = y0; y < y1; y++) {
    const row = data.subarray(y * width + x0, y * width + x1);
    if (row.lastIndexOf(1) - row.indexOf(1) + 1 > Math.max(3, widestRow * (x1 - x0))) return false;
  }
  return true;
}

/** Between -1 and 1: of the positions across and down of the ink. */
function correlation({ width, data }: Mask, [x0, y0, x1, y1]: Box): number {
  let [n, sx, sy, sxx, syy, sxy] = [0, 0, 0, 0, 0, 0];
  for (let y = 0; y < y1 - y0; y++) {
    for (let x = 0; x < x1 - x0; x++) {
      if (!data[(y + y0) * width + x + x0]) continue;
      n++;
      sx += x;
      sy += y;
      sxx += x * x;
      syy += y * y;
      sxy += x * y;
    }
  }
  const spread = Math.sqrt((n * sxx - sx * sx) * (n * syy - sy * sy));
  return spread > 0 ? (n * sxy - sx * sy) / spread : 0;
}
