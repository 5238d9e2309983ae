/** Finds what is no paper at the edges of a page image: the lid of the scanner, the table under a photographed sheet. */
import type { Box } from '@xxgk/extract/document';
import { inkOf, type Mask } from '../ink.ts';
import { type Patch, seededPatches } from '../patches.ts';
import { withoutPatches } from '../whitened.ts';
import type { Pass } from './pass.ts';

/** Width of the strips along the edges, as a share of the page: nothing is printed there. */
const strip = 0.08;
/** A dark edge runs along at least this share of its side; a page number or a note does not. */
const long = 0.12;
/** A corner measures at least this share of the page's shorter side: 5 mm. */
const smallestCorner = 0.025;

/** Boxes of dark edges, in pixels of the mask; a table that reaches the edge is none. */
export const bordersOf = (mask: Mask): readonly Box[] => edgesOf(mask).map(({ box }) => box);

function edgesOf(mask: Mask): readonly Patch[] {
  const { width, height } = mask;
  return patchesInMargin(mask, strip).filter(
    ({ box: [x0, y0, x1, y1] }) =>
      x1 - x0 >= long * width || y1 - y0 >= long * height || isCorner([x0, y0, x1, y1], mask),
  );
}

/** Where a folded or torn corner was copied: larger than a letter, and on two edges of the page. */
function isCorner([x0, y0, x1, y1]: Box, { width, height }: Mask): boolean {
  const least = smallestCorner * Math.min(width, height);
  const touches = (x0 === 0 || x1 === width) && (y0 === 0 || y1 === height);
  return touches && x1 - x0 >= least && y1 - y0 >= least;
}

/**
 * Patches of ink in the margins: what goes on beyond them belongs to the page.
 *
 * @param share Width of the margins, as a share of the page's width and height.
 */
export function patchesInMargin(mask: Mask, share: number): readonly Patch[] {
  const { width, height } = mask;
  const [left, top] = [Math.round(share * width), Math.round(share * height)];
  const [right, bottom] = [width - left, height - top];
  const data = mask.data.slice();
  for (let y = top; y < bottom; y++) data.fill(0, y * width + left, y * width + right);
  const inside = (x: number, y: number): boolean =>
    x >= left && x < right && y >= top && y < bottom && mask.data[y * width + x] === 1;
  const beyond = new Set<number>();
  const margin = { width, height, data };
  return seededPatches(margin, (x, y, patch) => {
    const nextToText = x === left - 1 || x === right || y === top - 1 || y === bottom;
    if (nextToText && touchesInside(x, y, inside)) beyond.add(patch);
  }).filter(({ seed }) => !beyond.has(seed));
}

function touchesInside(x: number, y: number, inside: (x: number, y: number) => boolean): boolean {
  for (let v = y - 1; v <= y + 1; v++) {
    for (let u = x - 1; u <= x + 1; u++) if (inside(u, v)) return true;
  }
  return false;
}

/** Dark edges are no ruled lines, and their grain no text. */
export const borders: Pass = {
  name: 'borders',
  run(sheet) {
    const mask = inkOf(sheet.black);
    const found = edgesOf(mask);
    const black = withoutPatches(sheet.black, mask, found);
    return {
      sheet: { ...sheet, black },
      did: found.length === 0 ? null : `${found.length} dark edges removed`,
    };
  },
};
