/** The image formats that arrive as pages, by their first bytes. */

export interface ImageFormat {
  /** E.g. `png`: the stage is called `parse.png`. */
  readonly name: string;
  readonly mediaType: string;
  recognises(head: Buffer): boolean;
}

const begins =
  (...marks: readonly (readonly [at: number, hex: string])[]) =>
  (head: Buffer): boolean =>
    marks.every(([at, hex]) => head.toString('hex', at, at + hex.length / 2) === hex);

const either =
  (...tests: readonly ((head: Buffer) => boolean)[]) =>
  (head: Buffer): boolean =>
    tests.some((test) => test(head));

/** Sizes of the headers that may follow the file header of a bitmap. */
const bitmapHeaders: readonly number[] = [12, 16, 40, 52, 56, 64, 108, 124];

/** `BM` alone begins many a text: the size of the second header must be one of those that exist. */
const isBitmap = (head: Buffer): boolean =>
  head.length >= 18 &&
  head.toString('latin1', 0, 2) === 'BM' &&
  bitmapHeaders.includes(head.readUInt32LE(14));

/** Brands of a file in boxes (ISO/IEC 14496-12 §4.3): its own and those it is compatible with. */
function brandsOf(head: Buffer): readonly string[] {
  if (head.length < 16 || head.toString('latin1', 4, 8) !== 'ftyp') return [];
  const end = Math.min(head.readUInt32BE(0), head.length);
  const brands = [head.toString('latin1', 8, 12)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(head.toString('latin1', at, at + 4));
  return brands;
}

const branded =
  (...wanted: readonly string[]) =>
  (head: Buffer): boolean =>
    brandsOf(head).some((brand) => wanted.includes(brand));

export const imageFormats: readonly ImageFormat[] = [
  { name: 'png', mediaType: 'image/png', recognises: begins([0, '89504e470d0a1a0a']) },
  { name: 'jpeg', mediaType: 'image/jpeg', recognises: begins([0, 'ffd8ff']) },
  {
    name: 'tiff',
    mediaType: 'image/tiff',
    recognises: either(
      begins([0, '49492a00']),
      begins([0, '4d4d002a']),
      // BigTIFF, for files above 4 GB and for some scanners.
      begins([0, '49492b000800']),
      begins([0, '4d4d002b0008']),
    ),
  },
  {
    name: 'gif',
    mediaType: 'image/gif',
    recognises: either(begins([0, '474946383761']), begins([0, '474946383961'])),
  },
  { name: 'webp', mediaType: 'image/webp', recognises: begins([0, '52494646'], [8, '57454250']) },
  { name: 'bmp', mediaType: 'image/bmp', recognises: isBitmap },
  { name: 'avif', mediaType: 'image/avif', recognises: branded('avif', 'avis') },
  {
    name: 'heic',
    mediaType: 'image/heic',
    recognises: branded('heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'),
  },
];
