/** Tells text under a red seal from what the separation by colour leaves of the seal. */
import type { Box } from '@xxgk/extract/document';
import type { GreyImage } from '../engine.ts';
import { around, overlaps } from '../page/box.ts';
import { paperLevel } from '../page/ink.ts';
import type { InkLine } from '../text/text-lines.ts';

/** A line without the parts that are only what is left of a seal's strokes. */
export function withoutSealRests(
  image: GreyImage,
  line: InkLine,
  seals: readonly Box[],
): readonly InkLine[] {
  const parts = line.parts.filter(
    (part) => !seals.some((seal) => overlaps(seal, part)) || isDark(image, part),
  );
  const box = around(parts);
  return box === null ? [] : [{ box, parts }];
}

/** Real letters under a seal are black somewhere; what is left of the seal's own strokes is not. */
function isDark(image: GreyImage, [x0, y0, x1, y1]: Box): boolean {
  const limit = 0.42 * paperLevel(image);
  let [ink, dark] = [0, 0];
  for (let y = y0; y < y1; y++) {
    for (let i = y * image.width + x0; i < y * image.width + x1; i++) {
      const level = image.data[i] ?? 255;
      if (level < 1.6 * limit) ink++;
      if (level < limit) dark++;
    }
  }
  return dark > 0.2 * ink;
}
