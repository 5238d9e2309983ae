/** Page numbers: short, alone at the foot (GB/T 9704-2012 §7.5), with dashes on both sides. */
import type { Box } from '@xxgk/extract/document';
import type { OcrCharacter, OcrEngine } from '../engine.ts';
import { around } from '../page/box.ts';
import { columnSums, inkBox, runsAbove } from '../page/ink.ts';
import type { PageLayout } from '../page/page-layout.ts';
import { signOf } from '../table/sign.ts';
import { readOnce } from './read-line.ts';
import type { InkLine } from './text-lines.ts';

/** The lowest line when it stands in the last eighth of the page, short and apart from the text. */
export function folioOf({ blackLines, black, em }: PageLayout): InkLine | null {
  const line = blackLines.at(-1);
  if (line === undefined) return null;
  const before = blackLines.at(-2);
  const low = line.box[1] > 0.88 * black.height;
  const short = line.box[2] - line.box[0] < 8 * em;
  const apart = before === undefined || line.box[1] - before.box[3] > 1.2 * em;
  return low && short && apart ? line : null;
}

/** Dashes are told by their shape, the rest is read as a number. */
export async function readFolio(
  { black, mask, em }: PageLayout,
  { box }: InkLine,
  engine: OcrEngine,
): Promise<readonly OcrCharacter[]> {
  const characters: OcrCharacter[] = [];
  const pieces = runsAbove(columnSums(mask, box), 0, Math.round(em / 8));
  let number: Box | null = null;
  const close = async (): Promise<void> => {
    if (number === null) return;
    characters.push(...(await readOnce(black, number, number[3] - number[1], engine, 'number')));
    number = null;
  };
  for (const { start, end } of pieces) {
    const piece = inkBox(mask, [box[0] + start, box[1], box[0] + end, box[3]]);
    if (piece === null) continue;
    const sign = signOf(mask, piece, em);
    if (sign === null || sign.text === '/') {
      number = around(number === null ? [piece] : [number, piece]);
      continue;
    }
    await close();
    characters.push({ ...sign, confidence: 0.95 });
  }
  await close();
  return characters;
}
