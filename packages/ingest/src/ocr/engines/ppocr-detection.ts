/** PP-OCR's detection: where lines of text stand on a page. */
import type { Box } from '@xxgk/extract/document';
import type { InferenceSession, TensorConstructor } from 'onnxruntime-node';
import type { GreyImage } from '../engine.ts';
import { resized } from '../page/scale.ts';

/** Pixels of the longer side: larger ones cost more and are found no better (measured). */
const longest = 960;
/** Sides must be multiples of it. */
const step = 32;
/** Mean and spread of the pictures with which the network was trained (ImageNet). */
const means = [0.485, 0.456, 0.406] as const;
const spreads = [0.229, 0.224, 0.225] as const;
/** The network marks the core of a line: a pixel belongs to it from this on … */
const marked = 0.3;
/** … and the core is one when it is this sure on the average. */
const sure = 0.6;
/** How far a line reaches beyond its core (DBNet, Liao et al. 2020, "unclip ratio"). */
const unclip = 1.5;

/** Boxes of lines, top to bottom and left to right, in pixels of the image. */
export async function detected(
  session: InferenceSession,
  Tensor: TensorConstructor,
  image: GreyImage,
): Promise<readonly Box[]> {
  const factor = Math.min(1, longest / Math.max(image.width, image.height));
  const side = (length: number): number =>
    Math.max(step, Math.round((length * factor) / step) * step);
  const [width, height] = [side(image.width), side(image.height)];
  const small = await resized(image, width, height);
  const input = new Tensor('float32', inputOf(small), [1, 3, height, width]);
  const output = await session.run({ [session.inputNames[0] ?? 'x']: input });
  const map = output[session.outputNames[0] ?? '']?.data;
  if (!(map instanceof Float32Array)) throw new Error('no output');
  const [across, down] = [image.width / width, image.height / height];
  return cores(map, width, height)
    .map(grown)
    .map(
      ([x0, y0, x1, y1]): Box => [
        Math.max(0, x0 * across),
        Math.max(0, y0 * down),
        Math.min(image.width, x1 * across),
        Math.min(image.height, y1 * down),
      ],
    )
    .sort(inReadingOrder);
}

function inputOf({ width, height, data }: GreyImage): Float32Array {
  const plane = width * height;
  const input = new Float32Array(3 * plane);
  for (const [channel, mean] of means.entries()) {
    const spread = spreads[channel] ?? 1;
    for (let i = 0; i < plane; i++) {
      input[channel * plane + i] = ((data[i] ?? 255) / 255 - mean) / spread;
    }
  }
  return input;
}

/** Connected pixels that the network marks, four neighbours. */
function cores(map: Float32Array, width: number, height: number): readonly Box[] {
  const seen = new Uint8Array(map.length);
  const found: Box[] = [];
  for (let start = 0; start < map.length; start++) {
    if (seen[start] || (map[start] ?? 0) < marked) continue;
    const core = coreFrom(start, map, seen, width, height);
    if (core.mean >= sure && core.box[3] - core.box[1] >= 2) found.push(core.box);
  }
  return found;
}

function coreFrom(
  start: number,
  map: Float32Array,
  seen: Uint8Array,
  width: number,
  height: number,
): { box: Box; mean: number } {
  seen[start] = 1;
  const stack = [start];
  let [x0, y0, x1, y1, sum, count] = [width, height, 0, 0, 0, 0];
  for (let i = stack.pop(); i !== undefined; i = stack.pop()) {
    const [x, y] = [i % width, Math.floor(i / width)];
    [x0, y0, x1, y1] = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x + 1), Math.max(y1, y + 1)];
    sum += map[i] ?? 0;
    count++;
    const near = [x > 0 ? i - 1 : -1, x < width - 1 ? i + 1 : -1, i - width, i + width];
    for (const next of near) {
      if (next < 0 || next >= map.length || seen[next] || (map[next] ?? 0) < marked) continue;
      seen[next] = 1;
      stack.push(next);
    }
  }
  return { box: [x0, y0, x1, y1], mean: sum / count };
}

function grown([x0, y0, x1, y1]: Box): Box {
  const [width, height] = [x1 - x0, y1 - y0];
  const by = (width * height * unclip) / (2 * (width + height));
  return [x0 - by, y0 - by, x1 + by, y1 + by];
}

/** Boxes whose middles stand at one height are parts of one line. */
function inReadingOrder(a: Box, b: Box): number {
  const apart = (a[1] + a[3]) / 2 - (b[1] + b[3]) / 2;
  return Math.abs(apart) > Math.min(a[3] - a[1], b[3] - b[1]) / 2 ? apart : a[0] - b[0];
}
