/** How every OCR engine must behave. */
import { createCanvas } from '@napi-rs/canvas';
import type { GreyImage, OcrEngine } from '@xxgk/ingest/ocr';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chineseFaces } from '../recipes/fonts.ts';

const faces = chineseFaces();
const empty: GreyImage = { width: 0, height: 0, data: new Uint8Array(0), dpi: null };
const blank: GreyImage = {
  width: 300,
  height: 80,
  data: new Uint8Array(24_000).fill(255),
  dpi: 200,
};
const torn: GreyImage = { ...blank, data: new Uint8Array(17) };

/** A line of text in letters of 40 pixels. */
function written(text: string): GreyImage {
  const [width, height] = [text.length * 40 + 40, 80];
  const context = createCanvas(width, height).getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#000';
  context.font = `40px "${faces?.serif.text}"`;
  context.fillText(text, 20, 55);
  const { data } = context.getImageData(0, 0, width, height);
  return {
    width,
    height,
    data: Uint8Array.from({ length: width * height }, (_, i) => data[4 * i] ?? 0),
    dpi: 200,
  };
}

const textOf = (lines: Awaited<ReturnType<OcrEngine['read']>>): string =>
  lines.map(({ text }) => text).join('\n');

/** @param create Null when the engine is not installed: then the suite is skipped. */
export function ocrEngineContract(name: string, create: (() => Promise<OcrEngine>) | null): void {
  if (create === null) {
    describe.skip(`${name} is an OCR engine (not installed)`, () => test('skipped', () => {}));
    return;
  }
  describe(`${name} is an OCR engine`, () => {
    let engine: OcrEngine;
    beforeAll(async () => {
      engine = await create();
    });
    afterAll(() => engine[Symbol.asyncDispose]());

    test.each([
      ['an image without pixels', empty],
      ['white paper', blank],
    ])('finds no text on %s', async (_, image) => {
      expect(textOf(await engine.read(image, 'line')).trim()).toBe('');
    });

    test('a broken image throws, and the engine stays usable', async () => {
      await expect(engine.read(torn, 'line')).rejects.toMatchObject({
        code: 'ocr/engine',
        remedy: 'retry',
      });
      await expect(engine.read(blank, 'line')).resolves.toBeInstanceOf(Array);
    });

    test('a closed engine says so', async () => {
      const closed = await create();
      await closed[Symbol.asyncDispose]();
      await expect(closed.read(written('1'), 'line')).rejects.toMatchObject({ code: 'ocr/engine' });
    });

    test('is told from other engines and models by its fingerprint', () => {
      expect(engine.fingerprint).toContain(engine.name);
      expect(engine.fingerprint.length).toBeGreaterThan(engine.name.length);
    });

    // Debian: fonts-noto-cjk.
    describe.skipIf(faces === null)('with a Chinese font installed', () => {
      test('reads a line, each character with its place and confidence', async () => {
        const image = written('政府信息公开年度报告');
        const [line] = await engine.read(image, 'line');
        expect(line?.text).toBe('政府信息公开年度报告');
        expect(line?.characters.map(({ text }) => text).join('')).toBe(line?.text);
        for (const { box, confidence } of [...(line?.characters ?? []), ...(line ? [line] : [])]) {
          const [x0, y0, x1, y1] = box;
          expect([
            x0 >= 0,
            y0 >= 0,
            x1 <= image.width,
            y1 <= image.height,
            x0 <= x1,
            y0 <= y1,
          ]).not.toContain(false);
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
        }
      });

      test('reads digits, and forgets the layout of the last call', async () => {
        expect(textOf(await engine.read(written('20586'), 'number'))).toBe('20586');
        expect(textOf(await engine.read(written('公开'), 'line'))).toBe('公开');
      });

      test('reads two images at the same time without mixing them', async () => {
        const [digits, han] = await Promise.all([
          engine.read(written('3974'), 'number'),
          engine.read(written('主动公开'), 'line'),
        ]);
        expect([textOf(digits), textOf(han)]).toEqual(['3974', '主动公开']);
      });
    });
  });
}
