/** A page image in colour. */

/** Red, green and blue, one byte each, row by row. */
export interface ColorImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
  readonly dpi: number | null;
}
