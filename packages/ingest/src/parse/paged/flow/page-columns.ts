/**
 * Text in columns, as gazettes (公报) set it: read down the left column, then down the right one.
 *
 * Only running text makes columns: its lines fill them. Columns of a table do not.
 */
import type { Box } from '@xxgk/extract/document';
import { type Line, piecesOf } from '../lines.ts';

/** Something on a page that is read as a whole; a line or a table. */
export interface Solid {
  readonly box: Box;
}

/** Where the right one of two columns begins, and over which height there are two. */
export interface Gutter {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

/** Letter heights of empty paper between two columns of text. */
const gap = 1;
/** So many lines in each column, so many of which fill it so far. */
const fewest = 5;
const fullShare = 0.5;
const full = 0.75;
/** Characters of a line of running text on average. */
const long = 8;
/** Part of the shorter column beside which the other has to stand. */
const beside = 0.5;

interface Piece {
  readonly box: Box;
  readonly size: number;
  /** Characters; 0 for a table. */
  readonly length: number;
}

const pieceOf = ({ box, size, text }: Line): Piece => ({ box, size, length: text.length });

/** Left edges at which many pieces begin that are not the leftmost. */
function candidates(pieces: readonly Piece[]): number[] {
  const left = pieces.reduce((least, { box }) => Math.min(least, box[0]), Number.POSITIVE_INFINITY);
  const counts = new Map<number, number>();
  for (const { box, size } of pieces) {
    if (box[0] < left + long * size) continue;
    const place = Math.round(box[0] / 2);
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count >= fewest - 2)
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, 4)
    .map(([place]) => place * 2);
}

const height = (pieces: readonly Piece[]): [top: number, bottom: number] => [
  Math.min(...pieces.map(({ box }) => box[1])),
  Math.max(...pieces.map(({ box }) => box[3])),
];

/** Whether the lines of a column are running text: most fill it. */
function isText(pieces: readonly Piece[]): boolean {
  const lines = pieces.filter(({ length }) => length > 0);
  if (lines.length < fewest) return false;
  const left = Math.min(...lines.map(({ box }) => box[0]));
  const width = Math.max(...lines.map(({ box }) => box[2])) - left;
  const wide = lines.filter(({ box }) => box[2] - box[0] >= full * width).length;
  const length = lines.reduce((sum, each) => sum + each.length, 0) / lines.length;
  return wide >= fullShare * lines.length && length >= long;
}

/** Pieces that neither column holds end the columns. */
function gutterAt(x: number, pieces: readonly Piece[]): Gutter | undefined {
  const runs: Piece[][] = [[]];
  for (const piece of pieces) {
    const crosses = piece.box[0] < x - 3 && piece.box[2] > x - gap * 0.8 * piece.size;
    if (crosses) runs.push([]);
    else runs.at(-1)?.push(piece);
  }
  const [run = []] = runs.toSorted((a, b) => b.length - a.length);
  const left = run.filter(({ box }) => box[0] < x - 3);
  const right = run.filter(({ box }) => box[0] >= x - 3);
  if (!isText(left) || !isText(right)) return undefined;
  const [leftTop, leftBottom] = height(left);
  const [rightTop, rightBottom] = height(right);
  const both = Math.min(leftBottom, rightBottom) - Math.max(leftTop, rightTop);
  if (both < beside * Math.min(leftBottom - leftTop, rightBottom - rightTop)) return undefined;
  return { x, top: Math.min(leftTop, rightTop), bottom: Math.max(leftBottom, rightBottom) };
}

/** The two columns of a page that reach the furthest down; undefined where there are none. */
export function gutterOf(lines: readonly Line[], tables: readonly Solid[]): Gutter | undefined {
  const text = lines.flatMap((line) => piecesOf(line, gap).map(pieceOf));
  const places = candidates(text);
  if (places.length === 0) return undefined;
  const solids = tables.map(({ box }): Piece => ({ box, size: 1, length: 0 }));
  const pieces = [...text, ...solids].toSorted((a, b) => a.box[1] - b.box[1]);
  return places
    .map((x) => gutterAt(x, pieces))
    .filter((gutter) => gutter !== undefined)
    .toSorted((a, b) => b.bottom - b.top - (a.bottom - a.top))[0];
}
