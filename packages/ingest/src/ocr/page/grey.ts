/** Geometry of grey images: cutting, padding, turning. All pure; pixels outside are white. */
import type { Box } from '@xxgk/extract/document';
import type { GreyImage } from '../engine.ts';

export const white = 255;

/** The part of an image inside a box, clipped to the image; coordinates are rounded outwards. */
export function cropped(image: GreyImage, [x0, y0, x1, y1]: Box): GreyImage {
  const left = Math.max(0, Math.floor(x0));
  const top = Math.max(0, Math.floor(y0));
  const right = Math.max(left, Math.min(image.width, Math.ceil(x1)));
  const bottom = Math.max(top, Math.min(image.height, Math.ceil(y1)));
  const width = right - left;
  const data = new Uint8Array(width * (bottom - top));
  for (let y = top; y < bottom; y++) {
    const start = y * image.width + left;
    data.set(image.data.subarray(start, start + width), (y - top) * width);
  }
  return { width, height: bottom - top, data, dpi: image.dpi };
}

/** The image with a white margin of `pad` pixels on each side. */
export function padded(image: GreyImage, pad: number): GreyImage {
  if (pad === 0) return image;
  const width = image.width + 2 * pad;
  const data = new Uint8Array(width * (image.height + 2 * pad)).fill(white);
  for (let y = 0; y < image.height; y++) {
    const row = image.data.subarray(y * image.width, (y + 1) * image.width);
    data.set(row, (y + pad) * width + pad);
  }
  return { width, height: image.height + 2 * pad, data, dpi: image.dpi };
}

/**
 * The image turned about its middle so that lines that rise by `angle` (radians, positive = the
 * right end stands lower) become level. Same size; bilinear.
 */
export function levelled(image: GreyImage, angle: number): GreyImage {
  if (angle === 0) return image;
  const { width, height, data: source } = image;
  const data = new Uint8Array(width * height).fill(white);
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const [cx, cy] = [width / 2, height / 2];
  const [lastColumn, lastRow] = [width - 1, height - 1];
  for (let y = 0, at = 0; y < height; y++) {
    let u = cx - cx * cos - (y - cy) * sin;
    let v = cy - cx * sin + (y - cy) * cos;
    for (let x = 0; x < width; x++, at++, u += cos, v += sin) {
      if (u < 0 || v < 0 || u >= lastColumn || v >= lastRow) continue;
      data[at] = between(source, width, u, v);
    }
  }
  return { width, height, data, dpi: image.dpi };
}

/** The level between four pixels. */
function between(source: Uint8Array, width: number, u: number, v: number): number {
  const [left, top] = [Math.trunc(u), Math.trunc(v)];
  const [fx, fy, at] = [u - left, v - top, top * width + left];
  const [a, b] = [source[at] ?? white, source[at + 1] ?? white];
  const [c, d] = [source[at + width] ?? white, source[at + width + 1] ?? white];
  // Most of a page is even: nothing lies between equal levels.
  if (a === b && c === d && a === c) return a;
  const upper = a + (b - a) * fx;
  const lower = c + (d - c) * fx;
  return Math.round(upper + (lower - upper) * fy);
}

/** Where a box of a {@link levelled} image stood before: the smallest upright box around it. */
export function unlevelled(box: Box, angle: number, size: { width: number; height: number }): Box {
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const [cx, cy] = [size.width / 2, size.height / 2];
  const corners = [
    [box[0], box[1]],
    [box[2], box[1]],
    [box[0], box[3]],
    [box[2], box[3]],
  ] as const;
  const xs = corners.map(([x, y]) => cx + (x - cx) * cos - (y - cy) * sin);
  const ys = corners.map(([x, y]) => cy + (x - cx) * sin + (y - cy) * cos);
  return clipped([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)], size);
}

/** A box inside an image, in whole pixels. */
export function clipped(box: Box, { width, height }: { width: number; height: number }): Box {
  const across = (x: number) => Math.min(width, Math.max(0, Math.round(x)));
  const down = (y: number) => Math.min(height, Math.max(0, Math.round(y)));
  return [across(box[0]), down(box[1]), across(box[2]), down(box[3])];
}
