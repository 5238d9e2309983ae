/** Page images as plain pixels, for the recipes that wear them down. */
import type { Canvas } from '@napi-rs/canvas';
import sharp, { type Sharp } from 'sharp';

/** Red, green and blue, one byte each, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export function pixelsOf(canvas: Canvas): Pixels {
  const { width, height } = canvas;
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
  const rgb = new Uint8Array(width * height * 3);
  for (let i = 0, j = 0; i < data.length; i += 4, j += 3) {
    rgb[j] = data[i] ?? 0;
    rgb[j + 1] = data[i + 1] ?? 0;
    rgb[j + 2] = data[i + 2] ?? 0;
  }
  return { width, height, data: rgb };
}

/** As sharp takes them. */
export const asSharp = ({ width, height, data }: Pixels): Sharp =>
  sharp(data, { raw: { width, height, channels: 3 } });

/** The same pixels, each channel of each given its new level by place and old level. */
export function changed(
  { width, height, data }: Pixels,
  level: (old: number, x: number, y: number, index: number) => number,
): Pixels {
  const next = new Uint8Array(data.length);
  for (let i = 0; i < data.length; i++) {
    const pixel = Math.floor(i / 3);
    const made = level(data[i] ?? 0, pixel % width, Math.floor(pixel / width), i);
    next[i] = Math.max(0, Math.min(255, Math.round(made)));
  }
  return { width, height, data: next };
}
