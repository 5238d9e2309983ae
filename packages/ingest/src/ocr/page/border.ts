/** Finds what is no paper at the edges of a page image: the lid of the scanner, the table under a photographed sheet. */
import type { Box } from '@xxgk/extract/document';
import type { Mask } from './ink.ts';
import { patches } from './patches.ts';

/** Width of the strips along the edges, as a share of the page: nothing is printed there. */
const strip = 0.08;
/** A dark edge runs along at least this share of its side; a page number or a note does not. */
const long = 0.12;

/** Boxes of dark edges, in pixels of the mask; a table that reaches the edge is none. */
export function bordersOf(mask: Mask): readonly Box[] {
  const { width, height } = mask;
  const [across, down] = [Math.round(strip * width), Math.round(strip * height)];
  const sides: readonly { area: Box; along: 0 | 1 }[] = [
    { area: [0, 0, across, height], along: 1 },
    { area: [width - across, 0, width, height], along: 1 },
    { area: [0, 0, width, down], along: 0 },
    { area: [0, height - down, width, height], along: 0 },
  ];
  return sides.flatMap(({ area, along }) => {
    const least = long * (along === 1 ? height : width);
    return patches(part(mask, area))
      .map((box) => moved(box, area))
      .filter((box) => lengthOf(box, along) >= least)
      .filter((box) => endsInside(box, area, mask));
  });
}

const lengthOf = ([x0, y0, x1, y1]: Box, along: 0 | 1): number => (along === 0 ? x1 - x0 : y1 - y0);

/** Ink that goes on beyond the strip belongs to the page. */
function endsInside([x0, y0, x1, y1]: Box, area: Box, { width, height }: Mask): boolean {
  return (
    (x0 > area[0] || area[0] === 0) &&
    (y0 > area[1] || area[1] === 0) &&
    (x1 < area[2] || area[2] === width) &&
    (y1 < area[3] || area[3] === height)
  );
}

function part(mask: Mask, [x0, y0, x1, y1]: Box): Mask {
  const width = x1 - x0;
  const data = new Uint8Array(width * (y1 - y0));
  for (let y = y0; y < y1; y++) {
    const from = y * mask.width + x0;
    data.set(mask.data.subarray(from, from + width), (y - y0) * width);
  }
  return { width, height: y1 - y0, data };
}

const moved = ([x0, y0, x1, y1]: Box, [left, top]: Box): Box => [
  x0 + left,
  y0 + top,
  x1 + left,
  y1 + top,
];
