/** Images of pages: turned upright, measured, whole. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { TooLargeError, UnreadableError } from '@xxgk/ingest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parsed } from './reading.ts';

let scratch = '';
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'xxgk-image-'));
});
afterAll(() => rm(scratch, { recursive: true }));

function drawing(width: number, height: number) {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  // A dark corner tells which way is up.
  context.fillStyle = '#000';
  context.fillRect(0, 0, 40, 20);
  return canvas;
}

/** An EXIF segment that holds nothing but the orientation (tag 274). */
function withOrientation(jpeg: Buffer, orientation: number): Buffer {
  const tiff = Buffer.from('4d4d002a000000080001011200030000000100000000000000000000', 'hex');
  tiff.writeUInt16BE(orientation, 18);
  const body = Buffer.concat([Buffer.from('Exif\0\0'), tiff]);
  const segment = Buffer.from('ffe10000', 'hex');
  segment.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), segment, body, jpeg.subarray(2)]);
}

/** The size that a PNG declares, without a picture of that size. */
function declaring(png: Buffer, width: number, height: number): Buffer {
  const copy = Buffer.from(png);
  copy.writeUInt32BE(width, 16);
  copy.writeUInt32BE(height, 20);
  copy.writeUInt32BE(crc32(copy.subarray(12, 29)), 29);
  return copy;
}

const read = (bytes: Uint8Array) => parsed(bytes, null, scratch);

describe('images', () => {
  test('an upright image is handed on as it came', async () => {
    const { pages, pageCount } = await read(await drawing(200, 300).encode('png'));
    expect(pageCount).toBe(1);
    expect(pages).toMatchObject([{ kind: 'scan', number: 1, width: 200, height: 300 }]);
  });

  test('an image that lies on its side is turned', async () => {
    const jpeg = await drawing(200, 300).encode('jpeg');
    const { pages } = await read(withOrientation(jpeg, 6));
    const [page] = pages;
    expect(page).toMatchObject({ kind: 'scan', width: 300, height: 200 });
    if (page?.kind !== 'scan') throw new TypeError('no scan');
    const canvas = createCanvas(300, 200).getContext('2d');
    canvas.drawImage(await loadImage(page.image), 0, 0);
    // Turned to the right, the corner of the top left is at the top right.
    expect(canvas.getImageData(292, 10, 1, 1).data[0]).toBeLessThan(60);
    expect(canvas.getImageData(10, 10, 1, 1).data[0]).toBeGreaterThan(200);
  });

  test('an image that is cut off is refused', async () => {
    const canvas = drawing(400, 600);
    for (const bytes of [await canvas.encode('png'), await canvas.encode('jpeg')]) {
      const cut = bytes.subarray(0, Math.floor(bytes.length * 0.6));
      await expect(read(cut)).rejects.toThrow(UnreadableError);
    }
  });

  test('an image of too many pixels is refused before it is decoded', async () => {
    const png = await drawing(20, 30).encode('png');
    await expect(read(declaring(png, 20_000, 20_000))).rejects.toThrow(TooLargeError);
  });
});
