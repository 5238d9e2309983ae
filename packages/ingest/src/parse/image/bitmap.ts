/** Windows bitmaps: sharp does not read them, the canvas does. */
import { createCanvas, loadImage } from '@napi-rs/canvas';
import sharp from 'sharp';
import { UnreadableError } from '../../errors.ts';
import { checkSize, type Facts, type Picture } from './picture.ts';

const fileHeader = 14;
/** Size of the header of OS/2, which has 16-bit sizes and nothing behind the depth. */
const os2Header = 12;
const inchesPerMetre = 39.3701;
/** Values of `biCompression` for packed runs of pixels. */
const runLength: readonly number[] = [1, 2];

interface Header extends Facts {
  readonly runs: boolean;
  /** Bytes that the file must have for its pixels; 0 where they are packed. */
  readonly least: number;
}

/** @throws {RangeError} when the file ends within its header. */
function headerOf(bytes: Buffer): Header {
  const os2 = bytes.readUInt32LE(fileHeader) === os2Header;
  const width = os2 ? bytes.readUInt16LE(18) : Math.abs(bytes.readInt32LE(18));
  const height = os2 ? bytes.readUInt16LE(20) : Math.abs(bytes.readInt32LE(22));
  const depth = bytes.readUInt16LE(os2 ? 24 : 28);
  const runs = !os2 && runLength.includes(bytes.readUInt32LE(30));
  const perMetre = os2 ? 0 : bytes.readInt32LE(38);
  const row = Math.ceil((width * depth) / 32) * 4;
  return {
    width,
    height,
    dpi: perMetre > 0 ? Math.round(perMetre / inchesPerMetre) : null,
    orientation: 1,
    plain: false,
    runs,
    least: runs ? 0 : bytes.readUInt32LE(10) + row * height,
  };
}

const cutOff = () => new UnreadableError('BMP', 'it breaks off within its pixels');

/** Pixels that a packed file never came to stay clear. */
const anyClear = (pixels: Uint8Array): boolean => {
  for (let at = 3; at < pixels.length; at += 4) if (pixels[at] === 0) return true;
  return false;
};

async function pixelsOf(bytes: Buffer, { width, height, runs }: Header): Promise<Uint8Array> {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.drawImage(await loadImage(bytes), 0, 0);
  if (runs && anyClear(canvas.data())) throw cutOff();
  context.globalCompositeOperation = 'destination-over';
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  return canvas.data();
}

/**
 * @throws {UnreadableError} when pixels are missing.
 * @throws {TooLargeError} before anything is decoded.
 */
export async function bitmapPicture(file: Uint8Array): Promise<Picture> {
  const bytes = Buffer.from(file);
  const header = headerOf(bytes);
  checkSize(header);
  if (bytes.length < header.least) throw cutOff();
  const pixels = await pixelsOf(bytes, header);
  const { width, height } = header;
  return {
    pages: 1,
    diagnostics: [],
    facts: async () => header,
    pixels: () => sharp(pixels, { raw: { width, height, channels: 4 } }),
  };
}
