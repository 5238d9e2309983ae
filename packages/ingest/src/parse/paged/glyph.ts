/** What is printed on a page, in points of the page as displayed, origin top left. */
import type { Box } from '@xxgk/extract/document';

/** One printed character (or ligature) with its place. */
export interface Glyph {
  /** As the file tells it; U+FFFD where it does not. */
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

/** A page with what is printed on it, turned so that its text runs to the right. */
export interface InkedPage {
  /** From 1. */
  readonly number: number;
  /** Points, as turned. */
  readonly width: number;
  readonly height: number;
  readonly ink: PageInk;
}
