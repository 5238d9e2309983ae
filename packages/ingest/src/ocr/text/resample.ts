/**
 * Small grey images in another size. In place of a general library: a page has a hundred crops, and a
 * call out of the process costs each of them more than the scaling itself (measured).
 */
import type { GreyImage } from '../engine.ts';

/** Which pixels of a row make one new pixel, and how much each counts. */
interface Taps {
  /** First pixel for each new one. */
  readonly first: Int32Array;
  /** `size` weights for each new pixel, whose sum is 1. */
  readonly weights: Float32Array;
  readonly size: number;
}

/** Lanczos' window: sharp strokes with hardly a ring (Turkowski 1990). */
const lobes = 3;

/** @returns The image itself when it has that size. */
export function resampled(image: GreyImage, width: number, height: number): GreyImage {
  if (width === image.width && height === image.height) return image;
  const narrow = acrossed(image, tapsOf(image.width, width));
  const data = downed(narrow, width, tapsOf(image.height, height));
  return { width, height, data, dpi: image.dpi };
}

/** Each row in its new width. */
function acrossed(
  { width, height, data }: GreyImage,
  { first, weights, size }: Taps,
): Float32Array {
  const count = first.length;
  const made = new Float32Array(count * height);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let i = 0; i < count; i++) {
      const start = row + (first[i] ?? 0);
      let sum = 0;
      for (let k = 0; k < size; k++) sum += (weights[i * size + k] ?? 0) * (data[start + k] ?? 0);
      made[y * count + i] = sum;
    }
  }
  return made;
}

/** New rows from old ones, rounded; what rings beyond black and white is cut off. */
function downed(rows: Float32Array, width: number, { first, weights, size }: Taps): Uint8Array {
  const made = new Uint8ClampedArray(width * first.length);
  const sums = new Float32Array(width);
  for (let i = 0; i < first.length; i++) {
    sums.fill(0);
    for (let k = 0; k < size; k++) {
      const weight = weights[i * size + k] ?? 0;
      if (weight === 0) continue;
      const row = ((first[i] ?? 0) + k) * width;
      for (let x = 0; x < width; x++) sums[x] = (sums[x] ?? 0) + weight * (rows[row + x] ?? 0);
    }
    made.set(sums, i * width);
  }
  return new Uint8Array(made.buffer);
}

function tapsOf(from: number, to: number): Taps {
  const scale = from / to;
  // Where the image becomes smaller, each new pixel gathers as many old ones as fall on it.
  const reach = lobes * Math.max(1, scale);
  const size = Math.min(from, 2 * Math.ceil(reach) + 1);
  const first = new Int32Array(to);
  const weights = new Float32Array(to * size);
  for (let i = 0; i < to; i++) {
    const middle = (i + 0.5) * scale - 0.5;
    const start = Math.max(0, Math.min(from - size, Math.round(middle) - Math.ceil(reach)));
    first[i] = start;
    let sum = 0;
    for (let k = 0; k < size; k++) {
      const weight = lanczos((start + k - middle) / Math.max(1, scale));
      weights[i * size + k] = weight;
      sum += weight;
    }
    for (let k = i * size; k < (i + 1) * size; k++) weights[k] = (weights[k] ?? 0) / sum;
  }
  return { first, weights, size };
}

function lanczos(x: number): number {
  if (x === 0) return 1;
  if (Math.abs(x) >= lobes) return 0;
  const angle = Math.PI * x;
  return (lobes * Math.sin(angle) * Math.sin(angle / lobes)) / (angle * angle);
}
