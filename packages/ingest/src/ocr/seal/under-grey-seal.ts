/** Text under a seal that a copy has made grey or black: what is read there is in doubt. */
import type { Box } from '@xxgk/extract/document';
import type { OcrCharacter } from '../engine.ts';
import type { GreySeal } from '../page/passes/pass.ts';

/**
 * Highest confidence under a seal as black as the letters, whose strokes may have made another character
 * of one, and under a paler one: thin strokes went with it.
 */
const [blackDoubt, greyDoubt] = [0.5, 0.75];
/** Lines inside of a seal that are read worse are its own letters, or its star. */
const unread = 0.7;

const meets = (a: Box, b: Box): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

const lies = (a: Box, b: Box): boolean =>
  a[0] >= b[0] && a[1] >= b[1] && a[2] <= b[2] && a[3] <= b[3];

/**
 * @param line Its ink on the levelled page; as the boxes of the characters.
 * @returns The characters with what the seal leaves of their confidence; none where the line is the seal's own.
 */
export function underGreySeals(
  characters: readonly OcrCharacter[],
  line: Box,
  seals: readonly GreySeal[],
): readonly OcrCharacter[] {
  const over = seals.filter(({ box }) => meets(box, line));
  if (over.length === 0 || characters.length === 0) return characters;
  const mean = characters.reduce((sum, { confidence }) => sum + confidence, 0) / characters.length;
  if (mean < unread && over.some(({ box }) => lies(line, box))) return [];
  return characters.map((character) => {
    const hit = over.filter(({ box }) => meets(box, character.box));
    const most = hit.map(({ apart }) => (apart ? greyDoubt : blackDoubt));
    return { ...character, confidence: Math.min(character.confidence, ...most) };
  });
}
