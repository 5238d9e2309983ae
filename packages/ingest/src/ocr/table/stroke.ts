/** The strongest straight stroke of one direction in a piece of paper, however pale. */
import type { Box } from '@xxgk/extract/document';
import type { GreyImage } from '../engine.ts';

/** Along the line, or by how many pixels to the right for each pixel up. */
export type Slope = 'level' | { readonly across: number };

export interface Stroke {
  readonly slope: Slope;
  /** Levels by which it is darker than the paper on the darker one of its sides. */
  readonly contrast: number;
  /** The usual size of such differences in this piece of paper, in levels. */
  readonly grain: number;
  readonly box: Box;
}

/** By parts of a character: the length over which levels are averaged, and how far the paper beside it is. */
const [reach, beside] = [0.5, 0.2];
/** Grain breaks a pale stroke, and so does the space between two dashes; wider gaps, in characters, are its end. */
const gap = 0.3;

/** @returns Null where the area is too small for a stroke. */
export function strongest(image: GreyImage, area: Box, em: number, slope: Slope): Stroke | null {
  const field = fieldOf(straightened(image, area, slope), em);
  const { values, width } = field;
  if (values.length === 0) return null;
  let top = 0;
  for (let i = 1; i < values.length; i++) if ((values[i] ?? 0) > (values[top] ?? 0)) top = i;
  const contrast = values[top] ?? 0;
  const [along, across] = [Math.floor(top / width), top % width];
  const [from, to] = [-1, 1].map((way) => endOf(field, along, across, contrast / 2, way));
  const box = field.piece.boxOf(
    [(from ?? along) + field.half, (to ?? along) + field.half],
    across + field.side,
  );
  return { slope, contrast, grain: grainOf(values), box };
}

/** Paper turned so that strokes of one direction run straight down. */
interface Piece {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** Where a stroke stands in the image. @param rows Its first and last. */
  readonly boxOf: (rows: readonly [number, number], column: number) => Box;
}

function straightened(image: GreyImage, area: Box, slope: Slope): Piece {
  return slope === 'level' ? transposed(image, area) : sheared(image, area, slope.across);
}

function transposed({ data: from, width: stride }: GreyImage, [x0, y0, x1, y1]: Box): Piece {
  const [width, height] = [Math.max(0, y1 - y0), Math.max(0, x1 - x0)];
  const data = new Uint8Array(width * height);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      data[row * width + column] = from[(y0 + column) * stride + x0 + row] ?? 255;
    }
  }
  const boxOf: Piece['boxOf'] = ([first, last], column) => [
    x0 + first,
    y0 + column,
    x0 + last + 1,
    y0 + column + strokeWidth,
  ];
  return { data, width, height, boxOf };
}

function sheared(
  { data: from, width: stride }: GreyImage,
  [x0, y0, x1, y1]: Box,
  across: number,
): Piece {
  const [width, height] = [Math.max(0, x1 - x0), Math.max(0, y1 - y0)];
  const data = new Uint8Array(width * height);
  const shift = (row: number): number => Math.round(across * (row - height / 2));
  const inside = (x: number): number => Math.min(width - 1, Math.max(0, x));
  for (let row = 0; row < height; row++) {
    const [start, by] = [(y0 + row) * stride + x0, shift(row)];
    for (let column = 0; column < width; column++) {
      data[row * width + column] = from[start + inside(column - by)] ?? 255;
    }
  }
  const boxOf: Piece['boxOf'] = ([first, last], column) => {
    const ends = [inside(column - shift(first)), inside(column - shift(last))];
    const [left, right] = [Math.min(...ends), Math.max(...ends)];
    return [x0 + left, y0 + first, x0 + right + strokeWidth, y0 + last + 1];
  };
  return { data, width, height, boxOf };
}

/** Pixels. */
const strokeWidth = 2;

/** How much darker than its sides a stroke around each place of a piece is. */
interface Field {
  readonly piece: Piece;
  readonly em: number;
  /** Rows and columns of the piece that the field lacks at each end. */
  readonly half: number;
  readonly side: number;
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
}

function fieldOf(piece: Piece, em: number): Field {
  const half = Math.max(2, Math.round((reach * em) / 2));
  const side = Math.max(3, Math.round(beside * em));
  const width = Math.max(0, piece.width - 2 * side - strokeWidth + 1);
  const height = Math.max(0, piece.height - 2 * half);
  const values = new Float32Array(width * height);
  const sums = new Float32Array(piece.width);
  for (let row = 0; row < piece.height; row++) {
    addRow(sums, piece, row, 1);
    if (row > 2 * half) addRow(sums, piece, row - 2 * half - 1, -1);
    if (row < 2 * half || width === 0) continue;
    const scale = strokeWidth * (2 * half + 1);
    for (let column = 0; column < width; column++) {
      const paper = Math.min(pair(sums, column), pair(sums, column + 2 * side));
      values[(row - 2 * half) * width + column] = (paper - pair(sums, column + side)) / scale;
    }
  }
  return { piece, em, half, side, width, height, values };
}

function addRow(sums: Float32Array, { data, width }: Piece, row: number, sign: 1 | -1): void {
  for (let x = 0; x < width; x++) sums[x] = (sums[x] ?? 0) + sign * (data[row * width + x] ?? 0);
}

const pair = (sums: Float32Array, at: number): number => (sums[at] ?? 0) + (sums[at + 1] ?? 0);

/** Of every so many values: neighbours hardly differ. */
const sample = 5;

function grainOf(values: Float32Array): number {
  const sizes = new Float32Array(Math.ceil(values.length / sample));
  for (let i = 0; i < sizes.length; i++) sizes[i] = Math.abs(values[i * sample] ?? 0);
  sizes.sort();
  return sizes[sizes.length >> 1] ?? 0;
}

/** The last row of a stroke: where its mean has fallen to half, half of the length is paper. */
function endOf(
  { values, width, height, em }: Field,
  along: number,
  across: number,
  least: number,
  way: number,
): number {
  let end = along;
  for (let row = along + way; row >= 0 && row < height; row += way) {
    if (Math.abs(row - end) > gap * em) break;
    if ((values[row * width + across] ?? 0) >= least) end = row;
  }
  return end;
}
