/** Tells from the letters of a page image whether its lines run across or down it, before any is read. */
import type { Box } from '@xxgk/extract/document';

/** Letters, as shares of their usual height: smaller patches are parts of letters, larger ones lines. */
const [smallest, largest] = [0.5, 1.6];
/** Letters without a neighbour within this many heights tell nothing. */
const reach = 1;
/** A difference below this share of the height is chance. */
const clearly = 0.1;
/** So many letters must tell, and so many times as many for lying as for standing. */
const [fewest, share] = [40, 2];

/**
 * Characters stand closer to their neighbours in the line than to those of the lines around it: true of
 * prose and of the cells of tables, and whatever the page's skew.
 *
 * @param letters Patches of ink. @param height Usual height of letters, in pixels.
 * @returns Whether the lines run down the page, so that it has to be turned by a quarter.
 */
export function liesOnItsSide(letters: readonly Box[], height: number): boolean {
  const whole = letters.filter(([x0, y0, x1, y1]) => {
    const size = Math.max(x1 - x0, y1 - y0);
    return size >= smallest * height && size <= largest * height;
  });
  const near = nearOf(whole, 2 * largest * height);
  let [across, down] = [0, 0];
  for (const letter of whole) {
    const gaps = gapsOf(letter, near(letter), reach * height);
    if (gaps.right + clearly * height < gaps.below) across++;
    if (gaps.below + clearly * height < gaps.right) down++;
  }
  return down >= fewest && down > share * across;
}

/** Distances to the next letter in the same line and in the same column; `most` where none is near. */
function gapsOf([x0, y0, x1, y1]: Box, others: readonly Box[], most: number) {
  let [right, below] = [most, most];
  for (const [u0, v0, u1, v1] of others) {
    const sameLine = 2 * (Math.min(y1, v1) - Math.max(y0, v0)) > Math.min(y1 - y0, v1 - v0);
    const sameColumn = 2 * (Math.min(x1, u1) - Math.max(x0, u0)) > Math.min(x1 - x0, u1 - u0);
    if (sameLine && u0 >= x1) right = Math.min(right, u0 - x1);
    if (sameColumn && v0 >= y1) below = Math.min(below, v0 - y1);
  }
  return { right, below };
}

/** Looks letters up by place. @param side Of the squares in which they are kept, in pixels. */
function nearOf(letters: readonly Box[], side: number): (letter: Box) => readonly Box[] {
  const squareOf = (x: number, y: number): string =>
    `${Math.floor(x / side)},${Math.floor(y / side)}`;
  const squares = Map.groupBy(letters, ([x, y]) => squareOf(x, y));
  return ([x, y]) =>
    [-1, 0, 1].flatMap((down) =>
      [-1, 0, 1].flatMap(
        (across) => squares.get(squareOf(x + across * side, y + down * side)) ?? [],
      ),
    );
}
