/** Finds what a binder leaves in the margins: punch holes and staples, which a copier prints black. */
import type { Box } from '@xxgk/extract/document';
import { inkOf, type Mask } from '../ink.ts';
import type { Patch } from '../patches.ts';
import { withoutPatches } from '../whitened.ts';
import { patchesInMargin } from './borders.ts';
import type { Pass } from './pass.ts';
import { isRound } from './round.ts';

/** Holes stand 12 mm from the edge (ISO 838) and letters not within 20: shares of the page's width. */
const strip = 0.095;
/** Shares of the page's shorter side: holes of 3.6 to 9 mm, staples of 7 to 17. */
const hole = [0.017, 0.043] as const;
const staple = [0.033, 0.08] as const;
/** A staple's ink fills so little of a square around it when it lies aslant, or stands so narrow. */
const [slantFill, narrow] = [0.25, 0.14];
/** Ink around a mark, as a share of the pixels there: letters have neighbours. */
const mostAround = 0.01;

export interface Marks {
  readonly holes: readonly Patch[];
  readonly staples: readonly Patch[];
}

export function marksOf(mask: Mask): Marks {
  const side = Math.min(mask.width, mask.height);
  const found = patchesInMargin(mask, strip)
    .filter(({ box }) => measures(box, [hole[0], staple[1]], side))
    .filter(({ box }) => standsAlone(mask, box));
  return {
    holes: found.filter(({ box }) => measures(box, hole, side) && isRound(mask, box)),
    staples: found.filter(({ box }) => measures(box, staple, side) && isStaple(mask, box)),
  };
}

function measures(
  [x0, y0, x1, y1]: Box,
  [least, most]: readonly [number, number],
  side: number,
): boolean {
  const size = Math.max(x1 - x0, y1 - y0);
  return size >= least * side && size <= most * side;
}

/** In a corner of the page, a straight stroke: aslant, or along the page. */
function isStaple(mask: Mask, box: Box): boolean {
  const [x0, y0, x1, y1] = box;
  const corner = 0.15;
  const atSide = x1 < corner * mask.width || x0 > (1 - corner) * mask.width;
  const atEnd = y1 < corner * mask.height || y0 > (1 - corner) * mask.height;
  if (!atSide || !atEnd) return false;
  const [width, height] = [x1 - x0, y1 - y0];
  if (Math.min(width, height) <= narrow * Math.max(width, height)) return true;
  const square = Math.min(width, height) > 0.4 * Math.max(width, height);
  return square && inkIn(mask, box) < slantFill * width * height && isDiagonal(mask, box);
}

/** Both ends lie in opposite corners of the box, and the other corners are empty. */
function isDiagonal(mask: Mask, [x0, y0, x1, y1]: Box): boolean {
  const [w, h] = [Math.ceil((x1 - x0) / 3), Math.ceil((y1 - y0) / 3)];
  const falling = inkIn(mask, [x0, y0, x0 + w, y0 + h]) + inkIn(mask, [x1 - w, y1 - h, x1, y1]);
  const rising = inkIn(mask, [x1 - w, y0, x1, y0 + h]) + inkIn(mask, [x0, y1 - h, x0 + w, y1]);
  return Math.min(falling, rising) === 0;
}

function standsAlone(mask: Mask, box: Box): boolean {
  const [x0, y0, x1, y1] = box;
  const reach = Math.round(0.7 * Math.max(x1 - x0, y1 - y0));
  const around: Box = [
    Math.max(0, x0 - reach),
    Math.max(0, y0 - reach),
    Math.min(mask.width, x1 + reach),
    Math.min(mask.height, y1 + reach),
  ];
  const others = inkIn(mask, around) - inkIn(mask, box);
  const area = (around[2] - around[0]) * (around[3] - around[1]) - (x1 - x0) * (y1 - y0);
  return others <= mostAround * area;
}

function inkIn({ width, data }: Mask, [x0, y0, x1, y1]: Box): number {
  let ink = 0;
  for (let y = y0; y < y1; y++)
    for (let i = y * width + x0; i < y * width + x1; i++) ink += data[i] ?? 0;
  return ink;
}

/** A hole beside a line would be read as 〇 or ●, a staple as 一 or /. */
export const marks: Pass = {
  name: 'marks',
  run(sheet) {
    const mask = inkOf(sheet.black);
    const { holes, staples } = marksOf(mask);
    const black = withoutPatches(sheet.black, mask, [...holes, ...staples]);
    const did = [
      ...(holes.length > 0 ? [`${holes.length} punch holes removed`] : []),
      ...(staples.length > 0 ? [`${staples.length} staples removed`] : []),
    ];
    return { sheet: { ...sheet, black }, did: did.length === 0 ? null : did.join(', ') };
  },
};
