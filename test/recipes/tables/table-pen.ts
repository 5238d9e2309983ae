/** A hand that draws tables: the same on PDF and OFD pages. Points, origin top left. */

export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** Turned by the file's entry, or its text runs sideways. */
  readonly turn: 'none' | 'entry' | 'sideways';
}

export interface TablePen {
  /** Begins a page. */
  page(sheet: Sheet): void;
  /**
   * @param y Baseline.
   * @param down Whether it is written downwards: then the line runs along `x`.
   */
  write(text: string, x: number, y: number, points: number, down?: boolean): void;
  line(x0: number, y0: number, x1: number, y1: number): void;
  /** @param gray 0 black, 1 white. */
  bar(x: number, y: number, width: number, height: number, gray: number): void;
  bytes(): Buffer;
}
