/**
 * Reads the name along the ring of a red seal: the ring is unrolled into a line. It is evidence of its
 * own, never text of the document; of a ring that is not read surely, nothing is said.
 */
import type { Box } from '@xxgk/extract/document';
import type { GreyImage, OcrEngine } from '../engine.ts';
import { inkOf } from '../page/ink.ts';
import { type Circle, fitted } from '../page/passes/circles.ts';
import { readLine } from '../text/read-line.ts';
import { textLines } from '../text/text-lines.ts';

/** Between the star and the ring, as shares of the radius: there the letters stand. */
const [inner, outer] = [0.47, 0.93];
/** A ring is read surely when its characters are so, all of them and on average. */
const [leastEach, leastMean] = [0.6, 0.88];
/** Shorter than any office's name. */
const fewest = 4;
const name = /^\p{Script=Han}+$/u;

export interface SealText {
  readonly text: string;
  /** Of its least sure character, 0 to 1. */
  readonly confidence: number;
}

/**
 * @param red All that is red on the page.
 * @param seal In pixels of it.
 * @returns Null when the seal is not round or its name is not sure.
 */
export async function sealText(
  red: GreyImage,
  seal: Box,
  engine: OcrEngine,
): Promise<SealText | null> {
  const circle = ringOf(red, seal);
  if (circle === null) return null;
  const line = unrolled(red, circle);
  const mask = inkOf(line);
  const height = 0.7 * line.height;
  const parts = textLines(mask, [0, 0, line.width, line.height], height).flatMap(
    (one) => one.parts,
  );
  const longest = parts.toSorted((a, b) => b[2] - b[0] - (a[2] - a[0]))[0];
  if (longest === undefined) return null;
  const read = await readLine(line, longest, longest[3] - longest[1], engine);
  const text = read.map((character) => character.text).join('');
  const confidences = read.map(({ confidence }) => confidence);
  const mean = confidences.reduce((sum, one) => sum + one, 0) / confidences.length;
  const confidence = Math.min(...confidences);
  if (read.length < fewest || !name.test(text)) return null;
  return confidence >= leastEach && mean >= leastMean ? { text, confidence } : null;
}

/** Seals stand a little smaller than their box, which also holds what they touch. */
function ringOf(red: GreyImage, [x0, y0, x1, y1]: Box): Circle | null {
  const size = Math.min(x1 - x0, y1 - y0);
  const rough = { x: (x0 + x1) / 2, y: (y0 + y1) / 2, radius: 0.47 * size };
  return fitted(inkOf(red, 0.85), rough);
}

/** Clockwise from the foot of the seal: the letters' heads point outwards, so they come to stand upright. */
function unrolled({ data, width, dpi }: GreyImage, { x, y, radius }: Circle): GreyImage {
  const rows = Math.round((outer - inner) * radius);
  const columns = Math.round(Math.PI * (outer + inner) * radius);
  const line = new Uint8Array(rows * columns).fill(255);
  for (let column = 0; column < columns; column++) {
    const angle = Math.PI / 2 + (2 * Math.PI * column) / columns;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    for (let row = 0; row < rows; row++) {
      const r = outer * radius - row;
      const at = Math.round(y + r * sin) * width + Math.round(x + r * cos);
      line[row * columns + column] = data[at] ?? 255;
    }
  }
  return { width: columns, height: rows, data: line, dpi };
}
