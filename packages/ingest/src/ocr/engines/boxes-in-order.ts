/** Mends boxes of characters that tesseract gives where their neighbours stand. */
import type { Box } from '@xxgk/extract/document';
import type { OcrCharacter } from '../engine.ts';

const middle = ([x0, , x1]: Box): number => (x0 + x1) / 2;

/**
 * Tesseract's network knows the order of characters well and their places less so: now and then one
 * gets the box of a whole word. Such a box becomes the gap between its neighbours.
 */
export function boxesInOrder(characters: readonly OcrCharacter[]): readonly OcrCharacter[] {
  const placed = [...characters];
  for (const [i, one] of characters.entries()) {
    const [before, after] = [placed[i - 1]?.box, characters[i + 1]?.box];
    if (isOutOfPlace(one.box, before, after, characters[i + 2]?.box)) {
      placed[i] = { ...one, box: between(one.box, before, after) };
    }
  }
  return placed;
}

/** Of two that stand the wrong way round, the one that does not fit the next but one or the one before. */
function isOutOfPlace(box: Box, before?: Box, after?: Box, later?: Box): boolean {
  if (before && middle(box) < middle(before)) return true;
  if (!after || middle(box) <= middle(after)) return false;
  if (before) return middle(after) >= middle(before);
  return later !== undefined && middle(box) > middle(later);
}

function between(box: Box, before?: Box, after?: Box): Box {
  const left = before ? before[2] : Math.min(box[0], after?.[0] ?? box[0]);
  const right = after && middle(after) >= left ? Math.min(after[0], middle(after)) : left;
  return [left, box[1], Math.max(left, right), box[3]];
}
