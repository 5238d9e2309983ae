/** Drawings of Office ([MS-ODRAW]): nested records; pictures in them. */
import { u8, u16, u32 } from './bytes.ts';

export interface ArtRecord {
  readonly type: number;
  readonly instance: number;
  readonly content: Buffer;
}

export const artType = {
  stores: 0xf001,
  shape: 0xf004,
  storeEntry: 0xf007,
  shapeId: 0xf00a,
  options: 0xf00b,
} as const;

const headerSize = 8;
const container = 0x0f;
const storeEntrySize = 36;
/** Pictures that any program opens. */
const rasters = new Set([0xf01d, 0xf01e, 0xf01f, 0xf029, 0xf02a]);
/** Drawings: EMF and WMF, packed, behind a header of their own (§2.2.31). */
const drawings = new Set([0xf01a, 0xf01b]);
const drawingHeaderSize = 34;
const bitmapType = 0xf01f;
const uidSize = 16;
/** The deepest nesting that shapes in groups make. */
const deepest = 32;

function recordAt(bytes: Buffer, at: number): ArtRecord {
  return {
    type: u16(bytes, at + 2),
    instance: u16(bytes, at) >> 4,
    content: bytes.subarray(at + headerSize, at + headerSize + u32(bytes, at + 4)),
  };
}

/** Records of a list, those inside containers after them. */
export function* recordsOf(bytes: Buffer, depth = 0): Generator<ArtRecord> {
  for (let at = 0; at + headerSize <= bytes.length; ) {
    const record = recordAt(bytes, at);
    yield record;
    const nested = (u8(bytes, at) & 0x0f) === container;
    if (nested && depth < deepest) yield* recordsOf(record.content, depth + 1);
    at += headerSize + record.content.length;
  }
}

/** The file header that a bitmap without one needs: where its points begin. */
function withFileHeader(bitmap: Buffer): Buffer {
  const header = Buffer.alloc(14);
  const colors = u32(bitmap, 32) || (u16(bitmap, 14) <= 8 ? 2 ** u16(bitmap, 14) : 0);
  header.write('BM', 'latin1');
  header.writeUInt32LE(header.length + bitmap.length, 2);
  header.writeUInt32LE((header.length + u32(bitmap, 0) + colors * 4) >>> 0, 10);
  return Buffer.concat([header, bitmap]);
}

/** The file of a picture; undefined when the record is none. */
function pictureOf({ type, instance, content }: ArtRecord): Buffer | undefined {
  // An odd instance has a second id (§2.2.27); a byte or a header follows the ids.
  const ids = uidSize * ((instance & 1) === 1 ? 2 : 1);
  if (drawings.has(type)) return content.subarray(ids + drawingHeaderSize);
  if (!rasters.has(type)) return undefined;
  const bytes = content.subarray(ids + 1);
  return type === bitmapType ? withFileHeader(bytes) : bytes;
}

/** The first picture of records, also inside entries of a store. */
export function firstPicture(bytes: Buffer): Buffer | undefined {
  for (const record of recordsOf(bytes)) {
    const inEntry =
      record.type === artType.storeEntry
        ? firstPicture(record.content.subarray(storeEntrySize + u8(record.content, 33)))
        : undefined;
    const picture = inEntry ?? pictureOf(record);
    if (picture) return picture;
  }
  return undefined;
}

export interface ShapeOptions {
  /** Place of its picture in the store, from 1. */
  readonly picture: number | undefined;
  /** Text drawn as a picture (WordArt). */
  readonly text: string | undefined;
}

const optionSize = 6;
const pictureOption = 0x0104;
const textOption = 0x00c0;
const trailingZeros = /\0+$/;

/** Options of a shape (§2.2.9): fixed values first, then the long ones in the same order. */
export function optionsOf({ instance, content }: ArtRecord): ShapeOptions {
  let picture: number | undefined;
  let text: string | undefined;
  let long = instance * optionSize;
  for (let at = 0; at < instance * optionSize && at < content.length; at += optionSize) {
    const id = u16(content, at);
    const value = u32(content, at + 2);
    if ((id & 0x3fff) === pictureOption) picture = value;
    if ((id & 0x8000) === 0) continue;
    if ((id & 0x3fff) === textOption) {
      text = content.toString('utf16le', long, long + value).replace(trailingZeros, '');
    }
    long += value;
  }
  return { picture, text };
}
