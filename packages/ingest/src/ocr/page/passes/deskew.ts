/** Finds by how much the text lines of a page lean, by the sharpness of its projection profile. */
import type { GreyImage } from '../../engine.ts';
import { levelled } from '../grey.ts';
import { inkOf } from '../ink.ts';
import type { Pass } from './pass.ts';

/** Points of ink, at most this many: more do not make the angle better. */
const enough = 60_000;
const degree = Math.PI / 180;
/** Scanners lean by less; beyond it the profile of a table can win by chance. */
const widest = 4 * degree;
/** Below it turning costs more sharpness than it gives. */
const least = 0.06 * degree;

interface Points {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly height: number;
}

/**
 * @returns Radians, positive when the right end of the lines stands lower; 0 when the page has no
 * clear lines or is level.
 */
export function skewOf(image: GreyImage): number {
  const points = inkPoints(image);
  if (points.x.length < 200) return 0;
  const coarse = bestAngle(points, 0, widest, 0.25 * degree);
  const fine = bestAngle(points, coarse, 0.25 * degree, 0.03 * degree);
  const clear = sharpness(points, fine) > 1.02 * sharpness(points, 0);
  return clear && Math.abs(fine) >= least ? fine : 0;
}

function inkPoints(image: GreyImage): Points {
  const mask = inkOf(image);
  const total = mask.data.reduce((sum, ink) => sum + ink, 0);
  const step = Math.max(1, Math.floor(total / enough));
  const [x, y]: [number[], number[]] = [[], []];
  let seen = 0;
  for (let i = 0; i < mask.data.length; i++) {
    if (mask.data[i] === 0 || seen++ % step !== 0) continue;
    x.push(i % mask.width);
    y.push(Math.floor(i / mask.width));
  }
  return { x: Float64Array.from(x), y: Float64Array.from(y), height: image.height };
}

function bestAngle(points: Points, middle: number, reach: number, step: number): number {
  let [best, score] = [middle, sharpness(points, middle)];
  for (let offset = -reach; offset <= reach; offset += step) {
    const sharp = sharpness(points, middle + offset);
    if (sharp > score) [best, score] = [middle + offset, sharp];
  }
  return best;
}

/** Sum of squared differences between neighbouring rows of the profile: high when rows are crisp. */
function sharpness({ x, y, height }: Points, angle: number): number {
  const bin = 2;
  const tan = Math.tan(angle);
  const offset = height;
  const profile = new Float64Array(Math.ceil((3 * height) / bin));
  for (let i = 0; i < x.length; i++) {
    const row = Math.floor(((y[i] ?? 0) - (x[i] ?? 0) * tan + offset) / bin);
    if (row >= 0 && row < profile.length) profile[row] = (profile[row] ?? 0) + 1;
  }
  let sum = 0;
  for (let i = 1; i < profile.length; i++) sum += ((profile[i] ?? 0) - (profile[i - 1] ?? 0)) ** 2;
  return sum;
}

/** Lines are found by rows of pixels, and engines read level lines best. */
export const deskew: Pass = {
  name: 'deskew',
  run(sheet) {
    const angle = skewOf(sheet.black);
    if (angle === 0) return { sheet, did: null };
    const black = levelled(sheet.black, angle);
    const red = sheet.hasRed ? levelled(sheet.red, angle) : sheet.red;
    const degrees = (-angle / degree).toFixed(1);
    return { sheet: { ...sheet, black, red, angle }, did: `turned by ${degrees}°` };
  },
};
