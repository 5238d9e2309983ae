/** Images of pages: turned upright, on white, measured, whole. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { createCanvas } from '@napi-rs/canvas';
import { TooLargeError, UnreadableError, UnsupportedError } from '@xxgk/ingest';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BmpRecipe, bmp } from '../recipes/image/bmp.ts';
import { tiff } from '../recipes/image/tiff.ts';
import { parsed } from './reading.ts';

let scratch = '';
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'xxgk-image-'));
});
afterAll(() => rm(scratch, { recursive: true }));

/** A dark corner at the top left tells which way is up. */
const corner = (x: number, y: number): boolean => x < 40 && y < 20;
const [width, height] = [200, 300];

function drawing() {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#000';
  context.fillRect(0, 0, 40, 20);
  return canvas;
}

/** An EXIF segment that holds nothing but the orientation (tag 274). */
function withOrientation(jpeg: Buffer, orientation: number): Buffer {
  const exif = Buffer.from('4d4d002a000000080001011200030000000100000000000000000000', 'hex');
  exif.writeUInt16BE(orientation, 18);
  const body = Buffer.concat([Buffer.from('Exif\0\0'), exif]);
  const segment = Buffer.from('ffe10000', 'hex');
  segment.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), segment, body, jpeg.subarray(2)]);
}

/** The size that a PNG declares, without a picture of that size. */
function declaring(png: Buffer, wide: number, high: number): Buffer {
  const copy = Buffer.from(png);
  copy.writeUInt32BE(wide, 16);
  copy.writeUInt32BE(high, 20);
  copy.writeUInt32BE(crc32(copy.subarray(12, 29)), 29);
  return copy;
}

const read = (bytes: Uint8Array) => parsed(bytes, null, scratch);

/** Grey values of the page image at points. */
async function greys(
  bytes: Uint8Array,
  points: readonly (readonly [number, number])[],
  page = 0,
): Promise<number[]> {
  const scan = (await read(bytes)).pages[page];
  if (scan?.kind !== 'scan') throw new TypeError('no scan');
  const { data, info } = await sharp(scan.image)
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect([info.width, info.height]).toEqual([scan.width, scan.height]);
  return points.map(([x, y]) => data[y * info.width + x] ?? -1);
}

const dark = expect.toSatisfy((value: number) => value < 60);
const light = expect.toSatisfy((value: number) => value > 200);

/** In the corner and beside it. */
const [inCorner, beside] = [
  [10, 10],
  [100, 150],
] as const;

describe('images', () => {
  test('an upright image is handed on as it came', async () => {
    const { pages, pageCount, diagnostics } = await read(await drawing().encode('png'));
    expect(pageCount).toBe(1);
    expect(pages).toMatchObject([{ kind: 'scan', number: 1, width, height }]);
    expect(diagnostics).toEqual([]);
  });

  /** Where the dark corner comes to lie: EXIF 2.32 §4.6.4, tag Orientation. */
  test.each([
    [1, 'top left', [10, 10], false],
    [2, 'top right', [190, 10], false],
    [3, 'bottom right', [190, 290], false],
    [4, 'bottom left', [10, 290], false],
    [5, 'top left', [5, 20], true],
    [6, 'top right', [295, 20], true],
    [7, 'bottom right', [295, 180], true],
    [8, 'bottom left', [5, 180], true],
  ] as const)('orientation %i: its corner is at the %s', async (orientation, _, point, lies) => {
    const jpeg = withOrientation(await drawing().encode('jpeg'), orientation);
    const [page] = (await read(jpeg)).pages;
    const size = lies ? { width: height, height: width } : { width, height };
    expect(page).toMatchObject({ kind: 'scan', ...size });
    expect(await greys(jpeg, [point, [100, 100]])).toEqual([dark, light]);
  });

  test.each<[string, (page: Sharp) => Sharp]>([
    ['CMYK JPEG', (page) => page.toColourspace('cmyk').jpeg()],
    ['PNG of 16 bits', (page) => page.toColourspace('rgb16').png()],
    ['grey PNG of 16 bits', (page) => page.toColourspace('grey16').png()],
    ['PNG with a palette', (page) => page.png({ palette: true })],
    ['progressive JPEG', (page) => page.jpeg({ progressive: true })],
    [
      'TIFF in black and white, CCITT G4',
      (page) => page.toColourspace('b-w').tiff({ compression: 'ccittfax4', bitdepth: 1 }),
    ],
    ['TIFF of JPEG tiles', (page) => page.tiff({ compression: 'jpeg', tile: true })],
    ['TIFF, LZW', (page) => page.tiff({ compression: 'lzw' })],
    ['GIF', (page) => page.gif()],
    ['WebP', (page) => page.webp({ lossless: true })],
    ['AVIF', (page) => page.avif()],
  ])('%s is read', async (_, encode) => {
    const bytes = await encode(sharp(await drawing().encode('png')).removeAlpha()).toBuffer();
    expect(await greys(bytes, [inCorner, beside])).toEqual([dark, light]);
  });

  test('what is seen through lies on white', async () => {
    const canvas = createCanvas(width, height);
    canvas.getContext('2d').fillRect(0, 0, 40, 20);
    for (const bytes of [await canvas.encode('png'), await canvas.encode('webp')]) {
      expect(await greys(bytes, [inCorner, beside])).toEqual([dark, light]);
    }
  });

  test.each<[string, Omit<BmpRecipe, 'width' | 'height' | 'black'>]>([
    ['1 bit', { depth: 1 }],
    ['4 bits', { depth: 4 }],
    ['8 bits', { depth: 8 }],
    ['16 bits', { depth: 16 }],
    ['24 bits', { depth: 24 }],
    ['32 bits', { depth: 32 }],
    ['8 bits in runs', { depth: 8, runs: true }],
    ['4 bits in runs', { depth: 4, runs: true }],
    ['rows from the top', { depth: 24, topDown: true }],
    ['OS/2, 1 bit', { depth: 1, os2: true }],
    ['OS/2, 24 bits', { depth: 24, os2: true }],
  ])('a bitmap of %s is read, and refused when cut off', async (_, recipe) => {
    const bytes = bmp({ ...recipe, width: 203, height: 301, black: corner });
    expect(await greys(bytes, [inCorner, beside])).toEqual([dark, light]);
    expect((await read(bytes)).pages).toMatchObject([{ dpi: recipe.os2 ? null : 300 }]);
    const cut = bytes.subarray(0, Math.floor(bytes.length * 0.6));
    await expect(read(cut)).rejects.toThrow(UnreadableError);
  });

  test.each([false, true])(
    'the pages of a TIFF are pages, each as it lies (BigTIFF: %s)',
    async (big) => {
      const bytes = tiff(
        [
          { width, height, black: corner, dpi: 200 },
          { width: 20, height: 30, black: corner, subfile: 1 },
          { width: 320, height: 100, black: corner, orientation: 3, dpi: 300 },
        ],
        { big },
      );
      const { pages, pageCount, diagnostics } = await read(bytes);
      expect(pageCount).toBe(2);
      expect(pages).toMatchObject([
        { number: 1, width, height, dpi: 200 },
        { number: 2, width: 320, height: 100, dpi: 300 },
      ]);
      expect(await greys(bytes, [inCorner, beside])).toEqual([dark, light]);
      expect(await greys(bytes, [[310, 90], inCorner], 1)).toEqual([dark, light]);
      expect(diagnostics.map(({ code }) => code)).toEqual(['parse/reduced-copies']);
    },
  );

  test('a TIFF of more pages than a book has is refused before they are decoded', async () => {
    const small = { width: 2, height: 2, black: () => false };
    await expect(read(tiff(Array.from({ length: 10_000 }, () => small)))).rejects.toThrow(
      TooLargeError,
    );
  });

  test('a TIFF whose directories run in a circle ends', async () => {
    const page = { width, height, black: corner };
    const { pages } = await read(tiff([page, page], { circular: true })).catch((error) => {
      expect(error).toBeInstanceOf(UnreadableError);
      return { pages: [] };
    });
    expect(pages.length).toBeLessThanOrEqual(2);
  });

  test.each(['gif', 'webp'] as const)(
    'of a moving %s the first picture is read, and said so',
    async (format) => {
      const frames = [
        await drawing().encode('png'),
        await createCanvas(width, height).encode('png'),
      ];
      const bytes = await sharp(frames, { join: { animated: true } })
        [format]()
        .toBuffer();
      const { pageCount, diagnostics } = await read(bytes);
      expect(pageCount).toBe(1);
      expect(diagnostics.map(({ code }) => code)).toEqual(['parse/animation']);
      expect(await greys(bytes, [inCorner, beside])).toEqual([dark, light]);
    },
  );

  test('an image that is cut off is refused', async () => {
    const page = sharp(await drawing().encode('png')).removeAlpha();
    const noise = page.clone().composite([
      {
        input: {
          create: {
            width,
            height,
            channels: 3,
            background: '#888',
            noise: { type: 'gaussian', mean: 128, sigma: 60 },
          },
        },
      },
    ]);
    for (const bytes of [
      await noise.clone().png().toBuffer(),
      await noise.clone().jpeg().toBuffer(),
      await noise.clone().tiff().toBuffer(),
      await noise.clone().gif().toBuffer(),
      await noise.clone().webp().toBuffer(),
      await noise.clone().avif().toBuffer(),
    ]) {
      const cut = bytes.subarray(0, Math.floor(bytes.length * 0.6));
      await expect(read(cut)).rejects.toThrow(UnreadableError);
    }
  });

  test('a JPEG with damage inside is read, and said to be in doubt', async () => {
    const jpeg = await drawing().encode('jpeg');
    const scan = jpeg.indexOf(Buffer.from('ffda', 'hex')) + 20;
    const damaged = Buffer.concat([
      jpeg.subarray(0, scan),
      Buffer.alloc(24, 0x5a),
      jpeg.subarray(scan + 24),
    ]);
    const { diagnostics } = await read(damaged);
    expect(diagnostics.map(({ code }) => code)).toEqual(['parse/damaged-image']);
  });

  test('an image of too many pixels is refused before it is decoded', async () => {
    const png = await drawing().encode('png');
    await expect(read(declaring(png, 20_000, 20_000))).rejects.toThrow(TooLargeError);
    const bitmap = bmp({ width: 20, height: 30, depth: 24, black: corner });
    bitmap.writeInt32LE(20_000, 18);
    bitmap.writeInt32LE(-20_000, 22);
    await expect(read(bitmap)).rejects.toThrow(TooLargeError);
  });

  test('a photograph in HEIC is refused with what to do about it', async () => {
    const box = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1');
    await expect(read(box)).rejects.toThrow(UnsupportedError);
    await expect(read(box)).rejects.toThrow(/save it as JPEG or PNG/);
  });
});
