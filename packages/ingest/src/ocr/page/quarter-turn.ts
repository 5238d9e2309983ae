/** Turns page images by quarters, and boxes back. */
import type { Box } from '@xxgk/extract/document';
import type { ColorImage } from './color-image.ts';

/** Degrees, clockwise, by which an image is turned so that its text stands upright. */
export type Quarter = 0 | 90 | 180 | 270;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The image turned clockwise. */
export function turned(image: ColorImage, quarter: Quarter): ColorImage {
  if (quarter === 0) return image;
  const size = quarter === 180 ? image : { width: image.height, height: image.width };
  const data = new Uint8Array(image.data.length);
  const [start, right, down] = stepsOf(image, quarter);
  for (let y = 0, to = 0; y < size.height; y++) {
    for (let x = 0, from = start + y * down; x < size.width; x++, from += right, to += 3) {
      data[to] = image.data[3 * from] ?? 0;
      data[to + 1] = image.data[3 * from + 1] ?? 0;
      data[to + 2] = image.data[3 * from + 2] ?? 0;
    }
  }
  return { width: size.width, height: size.height, data, dpi: image.dpi };
}

/** In pixels of the old image: where the new one begins, one to the right in it, one down. */
function stepsOf({ width, height }: Size, quarter: 90 | 180 | 270): [number, number, number] {
  if (quarter === 180) return [width * height - 1, -1, -width];
  return quarter === 90 ? [(height - 1) * width, -width, 1] : [width - 1, width, -1];
}

/** Where a box of a {@link turned} image stood before. @param size Of the image before. */
export function unturned([x0, y0, x1, y1]: Box, quarter: Quarter, { width, height }: Size): Box {
  if (quarter === 0) return [x0, y0, x1, y1];
  if (quarter === 180) return [width - x1, height - y1, width - x0, height - y0];
  return quarter === 90 ? [y0, height - x1, y1, height - x0] : [width - y1, x0, width - y0, x1];
}
