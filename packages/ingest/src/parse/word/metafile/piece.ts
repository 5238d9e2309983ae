/** A piece of text that a drawing sets, and where it begins, in units of the drawing. */
export interface DrawnPiece {
  readonly x: number;
  readonly y: number;
  /** Where it ends; undefined where the drawing does not say. */
  readonly right: number | undefined;
  readonly text: string;
}
