/** Blocks of a page in the pixels of its image. */
import type { Block, Box, Segment } from '@xxgk/extract/document';

const times = ([left, top, right, bottom]: Box, scale: number): Box => [
  left * scale,
  top * scale,
  right * scale,
  bottom * scale,
];

interface Placed {
  readonly box?: Box;
  readonly segments?: readonly Segment[];
}

const placed = <T extends Placed>(value: T, scale: number): T => ({
  ...value,
  ...(value.box ? { box: times(value.box, scale) } : {}),
  ...(value.segments ? { segments: value.segments.map((each) => placed(each, scale)) } : {}),
});

/** @param scale Pixels per point. */
export const scaled = (block: Block, scale: number): Block =>
  block.kind === 'table'
    ? placed({ ...block, cells: block.cells.map((cell) => placed(cell, scale)) }, scale)
    : placed(block, scale);
