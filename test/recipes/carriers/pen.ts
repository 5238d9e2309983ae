/** What a sheet is written with: the same hand writes on a PDF page and on a bitmap. */

export interface Ink {
  readonly face: 'text' | 'title';
  /** Letter height in points. */
  readonly points: number;
  readonly color: string;
}

export interface Pen {
  /** Begins the next page; called before the first line as well. */
  page(): void;
  use(ink: Ink): void;
  /** Points, with the ink in use. */
  width(text: string): number;
  /** @param y Base line, in points from the top. */
  write(text: string, x: number, y: number): void;
  line(x0: number, y0: number, x1: number, y1: number): void;
}
