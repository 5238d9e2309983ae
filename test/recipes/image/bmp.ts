/** Windows bitmaps from raw bytes: every depth, both row orders, both run-length encodings. */

export type BmpDepth = 1 | 4 | 8 | 16 | 24 | 32;

export interface BmpRecipe {
  readonly width: number;
  readonly height: number;
  readonly depth: BmpDepth;
  /** Whether a pixel is black; all others are white. */
  black(x: number, y: number): boolean;
  /** Rows from the top: the height is written as a negative number. */
  readonly topDown?: boolean;
  /** BI_RLE8 or BI_RLE4; for depths 8 and 4. */
  readonly runs?: boolean;
  /** BITMAPCOREHEADER of OS/2 instead of BITMAPINFOHEADER. */
  readonly os2?: boolean;
}

const fileHeader = 14;

/** Index 0 is black and index 1 white. */
const white = 1;

const rowBytes = ({ width, depth }: BmpRecipe): number => Math.ceil((width * depth) / 32) * 4;

function packedRow(recipe: BmpRecipe, y: number): Buffer {
  const { width, depth, black } = recipe;
  const row = Buffer.alloc(rowBytes(recipe));
  for (let x = 0; x < width; x += 1) {
    const light = !black(x, y);
    if (depth >= 16) row.fill(light ? 0xff : 0, (x * depth) / 8, ((x + 1) * depth) / 8);
    else if (light) {
      const bit = x * depth;
      const shift = 8 - depth - (bit % 8);
      row[bit >> 3] = (row[bit >> 3] ?? 0) | (white << shift);
    }
  }
  return row;
}

/** Runs of up to 255 pixels of one colour, then the end of the line. */
function runsOf({ width, depth, black }: BmpRecipe, y: number): Buffer {
  const bytes: number[] = [];
  for (let x = 0; x < width; ) {
    const dark = black(x, y);
    let length = 1;
    while (length < 255 && x + length < width && black(x + length, y) === dark) length += 1;
    const color = dark ? 0 : white;
    bytes.push(length, depth === 4 ? (color << 4) | color : color);
    x += length;
  }
  return Buffer.from([...bytes, 0, 0]);
}

function pixelsOf(recipe: BmpRecipe): Buffer {
  const rows = Array.from({ length: recipe.height }, (_, at) =>
    recipe.topDown ? at : recipe.height - 1 - at,
  );
  const encoded = rows.map((y) => (recipe.runs ? runsOf(recipe, y) : packedRow(recipe, y)));
  return Buffer.concat(recipe.runs ? [...encoded, Buffer.from([0, 1])] : encoded);
}

function paletteOf({ depth, os2 }: BmpRecipe): Buffer {
  if (depth > 8) return Buffer.alloc(0);
  const entry = os2 ? 3 : 4;
  const palette = Buffer.alloc(2 ** depth * entry);
  palette.fill(0xff, entry, entry + 3);
  return palette;
}

function infoOf(recipe: BmpRecipe): Buffer {
  const { width, height, depth, topDown, runs, os2 } = recipe;
  if (os2) {
    const core = Buffer.alloc(12);
    core.writeUInt32LE(12, 0);
    for (const [at, value] of [width, height, 1, depth].entries()) {
      core.writeUInt16LE(value, 4 + at * 2);
    }
    return core;
  }
  const info = Buffer.alloc(40);
  info.writeUInt32LE(40, 0);
  info.writeInt32LE(width, 4);
  info.writeInt32LE(topDown ? -height : height, 8);
  info.writeUInt16LE(1, 12);
  info.writeUInt16LE(depth, 14);
  // BI_RLE8 is 1, BI_RLE4 is 2.
  info.writeUInt32LE(runs ? (depth === 8 ? 1 : 2) : 0, 16);
  // 300 dpi in pixels per metre.
  info.writeInt32LE(11_811, 24);
  info.writeInt32LE(11_811, 28);
  return info;
}

export function bmp(recipe: BmpRecipe): Buffer {
  const [info, palette, pixels] = [infoOf(recipe), paletteOf(recipe), pixelsOf(recipe)];
  const header = Buffer.alloc(fileHeader);
  header.write('BM', 0, 'latin1');
  const offset = fileHeader + info.length + palette.length;
  header.writeUInt32LE(offset + pixels.length, 2);
  header.writeUInt32LE(offset, 10);
  return Buffer.concat([header, info, palette, pixels]);
}
