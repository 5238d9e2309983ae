/** An image file opened for reading: how many pages it has, and each of them as pixels. */
import type { Diagnostic } from '@xxgk/extract/document';
import type { Metadata, Sharp } from 'sharp';
import { TooLargeError } from '../../errors.ts';

/** What a page of an image file says of itself, before any pixel of it is decoded. */
export interface Facts {
  /** Pixels as stored, before it is turned. */
  readonly width: number;
  readonly height: number;
  /** Pixels per inch; null when the file does not say. */
  readonly dpi: number | null;
  /** EXIF orientation, 1 to 8; 1 is upright. */
  readonly orientation: number;
  /** Whether it can be handed on as it is: grey or RGB in 8 bits, nothing seen through. */
  readonly plain: boolean;
}

/** What the decoder takes for an error: a file that ends early, or any doubt at all. */
export type Strictness = 'truncated' | 'warning';

export interface Picture {
  readonly pages: number;
  readonly diagnostics: readonly Diagnostic[];
  /** @param page From 0. */
  facts(page: number): Promise<Facts>;
  pixels(page: number, strictness: Strictness): Sharp;
}

/** Pixels of a page at most; more would have to be held in memory at once. */
export const pixelLimit = 100_000_000;
/** As for every paged format: a longer file is a bomb, or a book to be split. */
export const pageLimit = 5000;

const plainSpaces: readonly string[] = ['srgb', 'b-w'];

export function factsOf(metadata: Metadata): Facts {
  const { width, height, density, orientation = 1, space, depth, hasAlpha } = metadata;
  return {
    width,
    height: metadata.pageHeight ?? height,
    dpi: density ?? null,
    orientation,
    plain: plainSpaces.includes(space) && depth === 'uchar' && !hasAlpha,
  };
}

/** @throws {TooLargeError} before anything is decoded. */
export function checkSize({ width, height }: Pick<Facts, 'width' | 'height'>): void {
  if (width * height > pixelLimit) {
    throw new TooLargeError(`An image of ${width} × ${height} pixels`, `${pixelLimit} pixels`);
  }
}

/** @throws {TooLargeError} */
export function checkPages(pages: number): void {
  if (pages > pageLimit) {
    throw new TooLargeError(`An image of more than ${pageLimit} pages`, `${pageLimit} pages`);
  }
}
