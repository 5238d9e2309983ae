/** Seals as figures beside the text: where they stand, and what the ring of a red one says. */
import type { Box, Figure } from '@xxgk/extract/document';
import type { OcrEngine } from '../engine.ts';
import type { PageLayout } from '../page/page-layout.ts';
import { switchedOff } from '../page/passes/names.ts';
import { sealText } from './seal-text.ts';

export interface PlacedSeal {
  /** Height of its foot on the levelled page. */
  readonly top: number;
  readonly block: Figure;
}

/** @param place From the levelled page to pixels of the page image. */
export async function sealBlocks(
  { seals, greySeals, redInk }: PageLayout,
  place: (box: Box) => Box,
  engine: OcrEngine,
): Promise<readonly PlacedSeal[]> {
  const placed: PlacedSeal[] = [];
  const add = (box: Box, said: { text: string; confidence?: number }): void => {
    placed.push({ top: box[3], block: { kind: 'figure', role: 'seal', ...said, box: place(box) } });
  };
  const isRead = !switchedOff().has('seal-text');
  for (const box of seals)
    add(box, (isRead && (await sealText(redInk, box, engine))) || { text: '' });
  for (const { box } of greySeals) add(box, { text: '' });
  return placed;
}
