/** TIFF files from raw bytes: one strip of grey pixels a page (TIFF 6.0 §4), BigTIFF on request. */

export interface TiffPage {
  readonly width: number;
  readonly height: number;
  /** Whether a pixel is black; all others are white. */
  black(x: number, y: number): boolean;
  /** `NewSubfileType`: 1 is a reduced copy of another image of the file. */
  readonly subfile?: number;
  readonly orientation?: number;
  /** Pixels per inch. */
  readonly dpi?: number;
}

export interface TiffOptions {
  readonly big?: boolean;
  /** The last directory points back to the first, as no honest file does. */
  readonly circular?: boolean;
}

const [short, long, rational] = [3, 4, 5];

interface Field {
  readonly tag: number;
  readonly type: number;
  readonly value: number;
}

class Writer {
  readonly #parts: Buffer[] = [];
  readonly big: boolean;
  length = 0;

  constructor(big: boolean) {
    this.big = big;
  }

  add(bytes: Buffer): number {
    const at = this.length;
    this.#parts.push(bytes);
    this.length += bytes.length;
    return at;
  }

  /** An offset or count in the width of the file. */
  wide(value: number): Buffer {
    const bytes = Buffer.alloc(this.big ? 8 : 4);
    if (this.big) bytes.writeBigUInt64LE(BigInt(value));
    else bytes.writeUInt32LE(value);
    return bytes;
  }

  get bytes(): Buffer {
    return Buffer.concat(this.#parts);
  }
}

function fieldBytes(writer: Writer, { tag, type, value }: Field): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(tag, 0);
  head.writeUInt16LE(type, 2);
  const content = writer.wide(value);
  return Buffer.concat([head, writer.wide(1), content]);
}

function directory(writer: Writer, fields: readonly Field[], next: number): Buffer {
  const count = Buffer.alloc(writer.big ? 8 : 2);
  count.writeUInt16LE(fields.length);
  return Buffer.concat([
    count,
    ...fields.map((field) => fieldBytes(writer, field)),
    writer.wide(next),
  ]);
}

function pixelsOf({ width, height, black }: TiffPage): Buffer {
  const pixels = Buffer.alloc(width * height, 0xff);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) if (black(x, y)) pixels[y * width + x] = 0;
  }
  return pixels;
}

function fieldsOf(page: TiffPage, strip: number, inch: number): Field[] {
  const { width, height, subfile = 0, orientation = 1 } = page;
  const field = (tag: number, type: number, value: number): Field => ({ tag, type, value });
  return [
    field(254, long, subfile),
    field(256, long, width),
    field(257, long, height),
    field(258, short, 8),
    field(259, short, 1),
    field(262, short, 1),
    field(273, long, strip),
    field(274, short, orientation),
    field(277, short, 1),
    field(278, long, height),
    field(279, long, width * height),
    ...(page.dpi ? [field(282, rational, inch), field(283, rational, inch)] : []),
    field(296, short, 2),
  ];
}

export function tiff(pages: readonly TiffPage[], options: TiffOptions = {}): Buffer {
  const writer = new Writer(options.big === true);
  const headLength = writer.big ? 16 : 8;
  writer.add(Buffer.from(writer.big ? '49492b0008000000' : '49492a00', 'hex'));
  writer.add(writer.wide(headLength));
  for (const [at, page] of pages.entries()) {
    // The directory first, then what it points at; its length is known from its fields.
    const length = directory(writer, fieldsOf(page, 0, 0), 0).length;
    const strip = writer.length + length;
    // BigTIFF holds both numbers of a fraction in the field itself.
    const inch = writer.big ? (page.dpi ?? 0) + 2 ** 32 : strip + page.width * page.height;
    const last = at === pages.length - 1;
    const following = strip + page.width * page.height + 8;
    const next = last ? (options.circular ? headLength : 0) : following;
    writer.add(directory(writer, fieldsOf(page, strip, inch), next));
    writer.add(pixelsOf(page));
    const fraction = Buffer.alloc(8);
    fraction.writeUInt32LE(page.dpi ?? 0, 0);
    fraction.writeUInt32LE(1, 4);
    writer.add(fraction);
  }
  return writer.bytes;
}
