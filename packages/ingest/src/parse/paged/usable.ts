/** Whether the text layer of a page can be trusted, or the page has to be read as an image. */
import type { Box } from '@xxgk/extract/document';
import type { PageInk } from './glyph.ts';

/** Below so many characters a text layer may be a stamp or a page number on a scan. */
const few = 40;
/** Part of the page that images have to cover to be the page. */
const most = 0.6;
/** So many characters of a page, or so large a part, may have no meaning. */
const fewUnknown = 3;
const unknownShare = 0.02;

const blank = /^\s*$/u;
// Private use, replacement, unassigned: what a font without a good ToUnicode map yields. The signs
// of symbol fonts (bullets, ticks) lie at F000 to F0FF and are no harm.
const senseless = /^[[\p{Co}\p{Cn}\uFFFD]--[\uF000-\uF0FF]]/v;

/** Printed characters of which the file does not tell what they are. */
export const unknownIn = (ink: PageInk): number =>
  ink.glyphs.filter((glyph) => senseless.test(glyph.text)).length;

const area = ([left, top, right, bottom]: Box): number =>
  Math.max(0, right - left) * Math.max(0, bottom - top);

/**
 * Why the page has to be read by OCR; undefined when its text layer is good, or when nothing at
 * all is printed on it.
 */
export function whyUnusable(ink: PageInk, width: number, height: number): string | undefined {
  const printed = ink.glyphs.filter((glyph) => !blank.test(glyph.text));
  // Scanners also cut a page into strips.
  const images = ink.images.reduce((sum, box) => sum + area(box), 0);
  const covered = images >= most * width * height;
  if (printed.length === 0) {
    if (covered) return 'no text layer, images cover the page';
    return ink.images.length > 0 ? 'no text layer, the page holds images' : undefined;
  }
  const broken = unknownIn(ink);
  if (broken > Math.max(fewUnknown, unknownShare * printed.length)) {
    return `${broken} of ${printed.length} characters of the text layer have no meaning`;
  }
  if (covered && printed.length < few) {
    return `only ${printed.length} characters in the text layer, images cover the page`;
  }
  return undefined;
}
