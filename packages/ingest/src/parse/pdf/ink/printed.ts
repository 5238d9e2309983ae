/** What walking over the operators of a page finds, before anything is judged. */
import type { Box } from '@xxgk/extract/document';
import type { Glyph, InkedPage, PageInk, Ruling } from '../../paged/glyph.ts';
import type { Plausible } from '../../paged/plausible.ts';

/**
 * Why the page does not show a glyph.
 *
 * - `invisible-text`: neither filled nor stroked, in the colour of what is below it, or in a layer
 *   that is switched off.
 * - `covered-text`: something opaque is painted over it.
 * - `clipped-text`, `off-page-text`: outside of the clipping path or of the page.
 * - `tiny-text`: too small to be seen.
 */
export type Unseen =
  | 'invisible-text'
  | 'covered-text'
  | 'clipped-text'
  | 'off-page-text'
  | 'tiny-text';

/** A glyph with what the sorting of {@link PagePrint} needs. */
export interface PrintedGlyph extends Glyph {
  /** Lightness of the ink on white paper, 0 to 255, transparency included. */
  readonly light: number;
}

/** A picture with the number of glyphs that were printed before it. */
export interface Picture {
  readonly box: Box;
  readonly after: number;
  /** Nothing shows through. */
  readonly opaque: boolean;
}

/** What one font prints on the page. */
export type FontUse = Plausible & { readonly name: string };

export interface PagePrint {
  /** In the order in which they are painted; `null` in `unseen` for those that the page shows. */
  readonly glyphs: readonly PrintedGlyph[];
  readonly unseen: readonly (Unseen | null)[];
  readonly rulings: readonly Ruling[];
  readonly pictures: readonly Picture[];
  /** Filled or stroked outlines that are no straight lines: letters, when a page has no text. */
  readonly shapes: number;
  /** Glyphs of annotations by the annotation's id: they are sorted by its kind. */
  readonly annotations: ReadonlyMap<string, readonly PrintedGlyph[]>;
  readonly fonts: readonly FontUse[];
  /** Characters that are not known because their font does not load. */
  readonly lost: number;
}

/** A page with its own text. */
export interface PrintedPage extends Omit<InkedPage, 'ink'> {
  readonly ink: Omit<PageInk, 'glyphs'> & { readonly glyphs: readonly PrintedGlyph[] };
}
