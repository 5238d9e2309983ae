/** Blocks for what stands beside the text of a page. */
import type { Box, Role, TextBlock } from '@xxgk/extract/document';
import type { Glyph } from './glyph.ts';
import { around, linesOf } from './lines.ts';
import { traced } from './text-blocks.ts';

export interface Aside {
  readonly role: Role;
  /** Key or rule id, see {@link Role}. */
  readonly label?: string;
  readonly href?: string;
}

/** A text that the file keeps in one piece; none when it is blank. */
export function asideText(text: string, aside: Aside, page: number, box?: Box): TextBlock[] {
  if (text.trim() === '') return [];
  const placed = box ? { box } : {};
  const segments = [{ start: 0, end: text.length, page, ...placed }];
  return [{ kind: 'paragraph', ...aside, text, segments, ...placed }];
}

/** Printed glyphs as one block, line by line; none when all are blank. */
export function asideGlyphs(glyphs: readonly Glyph[], aside: Aside, page: number): TextBlock[] {
  const lines = linesOf(glyphs);
  if (lines.length === 0) return [];
  return [
    {
      kind: 'paragraph',
      ...aside,
      ...traced([{ page, lines }]),
      box: around(lines.map(({ box }) => box)),
    },
  ];
}

/** Glyphs in the order in which they are painted: for text that runs askew. */
export function asideInOrder(glyphs: readonly Glyph[], aside: Aside, page: number): TextBlock[] {
  const text = glyphs.map((each) => each.text).join('');
  if (text.trim() === '') return [];
  return asideText(text, aside, page, around(glyphs.map(({ box }) => box)));
}
