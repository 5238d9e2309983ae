/** What lies on a PDF page, in points of the page as displayed, origin top left. */
import type { Box } from '@xxgk/extract/document';

/** One printed character (or ligature) with its place. */
export interface Glyph {
  /** As the file's ToUnicode map gives it. */
  readonly text: string;
  readonly box: Box;
  readonly baseline: number;
  /** Height of the letters, points. */
  readonly size: number;
  readonly bold: boolean;
  readonly red: boolean;
  /** Direction of writing in degrees clockwise, 0 = to the right. */
  readonly angle: number;
}

/** A straight line that separates: stroked, or a thin filled bar. */
export interface Ruling {
  readonly horizontal: boolean;
  /** y of a horizontal line, x of a vertical one. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface PageInk {
  readonly glyphs: readonly Glyph[];
  readonly rulings: readonly Ruling[];
  readonly images: readonly Box[];
}
