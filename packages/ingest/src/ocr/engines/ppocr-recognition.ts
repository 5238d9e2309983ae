/** PP-OCR's recognition: one line of text, 48 pixels high, becomes characters with places. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { InferenceSession, TensorConstructor } from 'onnxruntime-node';
import { type GreyImage, numberSigns, type OcrCharacter } from '../engine.ts';
import { resampled } from '../text/resample.ts';
import { decoded, type SteppedCharacter } from './ctc.ts';
import { Recent } from './ppocr-recent.ts';

/** What the network takes. */
export const lineHeight = 48;
/** The network looks at pieces of this many pixels. */
const stride = 8;
/** Narrower images give nothing to look at. */
const narrowest = 48;

const lineEnd = /\r?\n/u;
/** The stroke 丶 is no word: where the network reads it, 、 is printed. */
const printed = (key: string): string => (key === '丶' ? '、' : key);

/** Reads lines; `numbersOnly` leaves it no choice but digits and their signs. */
export interface Recogniser {
  read(line: GreyImage, numbersOnly: boolean): Promise<readonly OcrCharacter[]>;
}

/** @param keys File of the characters, in the order of the network's output. */
export async function recogniserOf(
  session: InferenceSession,
  Tensor: TensorConstructor,
  keys: string,
): Promise<Recogniser> {
  const text = await readFile(keys, 'utf8');
  // The network's last output is the blank between Latin words; the file does not list it.
  const known = ['', ...text.trimEnd().split(lineEnd).map(printed), ' '];
  const digits = [0, ...[...numberSigns].map((sign) => known.indexOf(sign)).filter((i) => i > 0)];
  const recent = new Recent<Readings>(kept);
  const run = async (line: GreyImage): Promise<Readings> => {
    const scaled = resampled(line, widthOf(line), lineHeight);
    const width = Math.max(narrowest, Math.ceil(scaled.width / stride) * stride);
    const input = new Tensor('float32', inputOf(scaled, width), [1, 3, lineHeight, width]);
    const output = await session.run({ [session.inputNames[0] ?? 'x']: input });
    const result = output[session.outputNames[0] ?? ''];
    const data = result?.data;
    const count = result?.dims[1];
    if (!(data instanceof Float32Array) || count === undefined) throw new Error('no output');
    const read = (allowed: readonly number[] | null) =>
      placed(decoded({ count, data }, known, allowed), width / count, scaled, line);
    return { text: read(null), number: read(digits) };
  };
  return {
    async read(line, numbersOnly) {
      const readings = await recent.get(keyOf(line), () => run(line));
      return numbersOnly ? readings.number : readings.text;
    },
  };
}

/** One look of the network, understood in both ways. */
interface Readings {
  readonly text: readonly OcrCharacter[];
  readonly number: readonly OcrCharacter[];
}

/** A cell that looks like a number is asked for twice, and many cells of a table look the same. */
const kept = 256;

const keyOf = ({ width, data }: GreyImage): string =>
  `${width} ${createHash('sha1').update(data).digest('base64')}`;

const widthOf = ({ width, height }: GreyImage): number =>
  height === lineHeight
    ? width
    : Math.max(1, Math.round((width * lineHeight) / Math.max(1, height)));

/** Three equal channels, from -1 (black) to 1 (white); what the image does not fill is its paper. */
function inputOf({ width, data }: GreyImage, padded: number): Float32Array {
  const plane = lineHeight * padded;
  const input = new Float32Array(3 * plane).fill(1);
  for (let y = 0; y < lineHeight; y++) {
    for (let x = 0; x < width; x++) {
      const level = (data[y * width + x] ?? 255) / 127.5 - 1;
      const at = y * padded + x;
      input[at] = level;
      input[plane + at] = level;
      input[2 * plane + at] = level;
    }
  }
  return input;
}

/** Each character reaches half way to its neighbours, and not farther than a square would. */
function placed(
  characters: readonly SteppedCharacter[],
  pixels: number,
  scaled: GreyImage,
  { width, height }: GreyImage,
): readonly OcrCharacter[] {
  const scale = width / scaled.width;
  const middles = characters.map(({ from, to }) => ((from + to + 1) / 2) * pixels * scale);
  const reach = height / 2;
  return characters.map(({ text, confidence, alternatives }, i) => {
    const middle = middles[i] ?? 0;
    const left = ((middles[i - 1] ?? Number.NEGATIVE_INFINITY) + middle) / 2;
    const right = ((middles[i + 1] ?? Number.POSITIVE_INFINITY) + middle) / 2;
    const x0 = Math.min(width, Math.max(0, left, middle - reach));
    const x1 = Math.min(width, Math.max(x0, Math.min(right, middle + reach)));
    return { text, confidence, alternatives, box: [x0, 0, x1, height] };
  });
}
