/** The passes over the pixels of a page, in the order in which they run. */
import type { GreyImage } from '../../engine.ts';
import type { ColorImage } from '../color-image.ts';
import { borders } from './borders.ts';
import { colors, greyed } from './colors.ts';
import { deskew } from './deskew.ts';
import { even } from './even.ts';
import { greySeals } from './grey-seals.ts';
import { marks } from './marks.ts';
import type { PassName } from './names.ts';
import type { Pass, Sheet } from './pass.ts';

/**
 * Colours first, for red ink is no ink to the others; shadows before edges, for a shadow that reaches the
 * edge is none; edges and marks while they stand along the sheet; levelled before seals are looked for, for
 * turning softens strokes.
 */
const passes: readonly Pass[] = [colors, even, borders, marks, deskew, greySeals];

/** What a pass did to a page. */
export interface Preparation {
  readonly pass: PassName;
  readonly did: string;
}

/** Runs all passes but those that are switched off; those that had nothing to do are not named. */
export function passed(
  color: ColorImage,
  without: ReadonlySet<PassName>,
): { readonly sheet: Sheet; readonly did: readonly Preparation[] } {
  const black = greyed(color);
  let sheet: Sheet = { color, black, red: blank(black), hasRed: false, angle: 0, greySeals: [] };
  const did: Preparation[] = [];
  for (const pass of passes) {
    if (without.has(pass.name)) continue;
    const acted = pass.run(sheet);
    sheet = acted.sheet;
    if (acted.did !== null) did.push({ pass: pass.name, did: acted.did });
  }
  return { sheet, did };
}

const blank = (image: GreyImage): GreyImage => ({
  ...image,
  data: new Uint8Array(image.data.length).fill(255),
});
