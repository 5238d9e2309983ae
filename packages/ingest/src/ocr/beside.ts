/** What the file itself tells of a scanned page, put to what was read from its image. */
import type { Block } from '@xxgk/extract/document';
import type { TextPage } from '../stage.ts';

const topOf = (block: Block): number => {
  const segment =
    block.kind === 'table' || block.kind === 'figure' ? undefined : block.segments?.[0];
  return (block.box ?? segment?.box)?.[1] ?? Number.POSITIVE_INFINITY;
};

/**
 * Text of the document is put where it stands on the page, from top to bottom; the rest behind.
 *
 * @param page As read, boxes in pixels of its image.
 * @param beside Boxes in the same pixels.
 */
export function withBeside(page: TextPage, beside: readonly Block[]): TextPage {
  const blocks = [...page.blocks];
  for (const block of beside) {
    const top = topOf(block);
    const below = block.role === 'body' ? blocks.findIndex((each) => topOf(each) > top) : -1;
    blocks.splice(below < 0 ? blocks.length : below, 0, block);
  }
  return { ...page, blocks };
}
