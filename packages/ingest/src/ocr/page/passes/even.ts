/** Evens the paper: shadows, tinted table rows and dark headings become black on white. */
import type { GreyImage } from '../../engine.ts';
import type { Pass } from './pass.ts';

/** Side of the squares in which the paper's level is looked for. */
const side = 32;
/** In a square of paper with text, most pixels are paper. */
const paperShare = 0.6;
/** A page whose darkest square is at least this share of its lightest needs no evening. */
const uneven = 0.85;
/** Squares darker than this hold light letters on dark ground. */
const dark = 110;

/** Squares side by side that are dark together: a star or a hole darkens one or two. */
const fewestDark = 3;

export function evened(image: GreyImage): GreyImage {
  const { width, height } = image;
  const [columns, rows] = [Math.ceil(width / side), Math.ceil(height / side)];
  const found = Float64Array.from({ length: columns * rows }, (_, i) =>
    paperOf(image, (i % columns) * side, Math.floor(i / columns) * side),
  );
  const papers = withoutLoneDark(found, columns);
  if (papers.length === 0 || Math.min(...papers) >= uneven * Math.max(...papers)) return image;
  const data = new Uint8Array(image.data.length);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / side) * columns;
    for (let x = 0; x < width; x++) {
      const paper = papers[row + Math.floor(x / side)] ?? 255;
      data[y * width + x] = onWhite(image.data[y * width + x] ?? 255, paper);
    }
  }
  return { ...image, data };
}

/** A dark square that is no part of a dark bar has the paper of the square before it. */
function withoutLoneDark(papers: Float64Array, columns: number): Float64Array {
  const mended = papers.slice();
  const isDark = (i: number): boolean => (papers[i] ?? 255) < dark;
  for (let i = 0; i < papers.length; i++) {
    if (!isDark(i)) continue;
    let [first, last] = [i, i];
    while (first % columns > 0 && isDark(first - 1)) first--;
    while (last % columns < columns - 1 && isDark(last + 1)) last++;
    if (last - first + 1 >= fewestDark) continue;
    mended[i] = papers[first % columns > 0 ? first - 1 : last + 1] ?? 255;
  }
  return mended;
}

function onWhite(level: number, paper: number): number {
  if (paper < dark) return Math.max(0, 255 - Math.max(0, level - paper) * (255 / (255 - paper)));
  return Math.min(255, (level * 255) / paper);
}

/** The level above which the lighter part of a square lies. */
function paperOf({ width, height, data }: GreyImage, left: number, top: number): number {
  const counts = new Uint32Array(256);
  const [right, bottom] = [Math.min(width, left + side), Math.min(height, top + side)];
  for (let y = top; y < bottom; y++) {
    for (let i = y * width + left; i < y * width + right; i++) {
      const level = data[i] ?? 255;
      counts[level] = (counts[level] ?? 0) + 1;
    }
  }
  const wanted = (right - left) * (bottom - top) * paperShare;
  let sum = 0;
  const level = counts.findIndex((count) => {
    sum += count;
    return sum >= wanted;
  });
  return level < 0 ? 255 : level;
}

/** A shadow is no ink, and a heading on dark ground no picture. */
export const even: Pass = {
  name: 'even',
  run(sheet) {
    const black = evened(sheet.black);
    return {
      sheet: { ...sheet, black },
      did: black === sheet.black ? null : 'shades of the paper evened',
    };
  },
};
