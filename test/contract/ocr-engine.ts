/** How every OCR engine must behave. */
import { createCanvas } from '@napi-rs/canvas';
import type { GreyImage, Layout, OcrCharacter, OcrEngine, OcrLine } from '@xxgk/ingest/ocr';
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

const layouts: readonly Layout[] = ['page', 'block', 'line', 'number'];

/** Lines of text in letters of 40 pixels. */
function written(...lines: readonly string[]): GreyImage {
  const longest = Math.max(...lines.map(({ length }) => length));
  const [width, height] = [longest * 40 + 40, 60 * lines.length + 20];
  const context = createCanvas(width, height).getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#000';
  context.font = `40px "${faces?.serif.text}"`;
  for (const [at, line] of lines.entries()) context.fillText(line, 20, 55 + 60 * at);
  const { data } = context.getImageData(0, 0, width, height);
  return {
    width,
    height,
    data: Uint8Array.from({ length: width * height }, (_, i) => data[4 * i] ?? 0),
    dpi: 200,
  };
}

const textOf = (lines: readonly OcrLine[]): string => lines.map(({ text }) => text).join('\n');

const middle = ({ box: [x0, , x1] }: OcrCharacter): number => (x0 + x1) / 2;

/** What holds of whatever is read, right or wrong. */
function expectSound(lines: readonly OcrLine[], { width, height }: GreyImage): void {
  for (const { text, confidence, box, characters } of lines) {
    expect(characters.map((one) => one.text).join('')).toBe(text);
    expect(text).not.toBe('');
    for (const { box: each, confidence: sure } of [...characters, { box, confidence }]) {
      const [x0, y0, x1, y1] = each;
      expect([x0 >= 0, y0 >= 0, x1 <= width, y1 <= height, x0 <= x1, y0 <= y1]).not.toContain(
        false,
      );
      expect(sure).toBeGreaterThanOrEqual(0);
      expect(sure).toBeLessThanOrEqual(1);
    }
    expect(characters.map(middle)).toEqual(characters.map(middle).toSorted((a, b) => a - b));
  }
}

/** @param create Why the engine cannot be tested here, instead: then the suite is skipped. */
export function ocrEngineContract(name: string, create: (() => Promise<OcrEngine>) | string): void {
  if (typeof create === 'string') {
    describe.skip(`${name} is an OCR engine (skipped: ${create})`, () => test('skipped', () => {}));
    return;
  }
  describe(`${name} is an OCR engine`, () => {
    let engine: OcrEngine;
    beforeAll(async () => {
      engine = await create();
    });
    afterAll(() => engine[Symbol.asyncDispose]());

    test.each(layouts)('finds nothing on white paper and on no paper, as %s', async (layout) => {
      expect(await engine.read(blank, layout)).toEqual([]);
      expect(await engine.read(empty, layout)).toEqual([]);
    });

    test('a broken image throws, and the engine stays usable', async () => {
      await expect(engine.read(torn, 'line')).rejects.toMatchObject({
        code: 'ocr/engine',
        remedy: 'retry',
      });
      await expect(engine.read(blank, 'line')).resolves.toEqual([]);
    });

    test('is told from other engines and models by its fingerprint', () => {
      expect(engine.fingerprint).toContain(engine.name);
      expect(engine.fingerprint.length).toBeGreaterThan(engine.name.length);
      expect(engine.best.glyph).toBeGreaterThan(0);
      expect(engine.best.rim).toBeGreaterThanOrEqual(0);
    });

    // Debian: fonts-noto-cjk.
    describe.skipIf(faces === null)('with a Chinese font installed', () => {
      test('reads a line, each character with its place and confidence', async () => {
        const image = written('政府信息公开年度报告');
        const lines = await engine.read(image, 'line');
        expect(textOf(lines)).toBe('政府信息公开年度报告');
        expect(lines).toHaveLength(1);
        expectSound(lines, image);
      });

      test.each(['page', 'block'] as const)('reads a %s from top to bottom', async (layout) => {
        const image = written('政府信息公开年度报告', '主动公开', '年度报告');
        const lines = await engine.read(image, layout);
        expect(textOf(lines)).toBe('政府信息公开年度报告\n主动公开\n年度报告');
        expectSound(lines, image);
      });

      test('reads digits, and forgets the layout of the last call', async () => {
        expect(textOf(await engine.read(written('3974'), 'number'))).toBe('3974');
        expect(textOf(await engine.read(written('公开'), 'line'))).toBe('公开');
      });

      test('finds nothing but digits and their signs where a number is to be read', async () => {
        for (const image of ['信息公开', 'Oo0Il1', '3/4'].map((text) => written(text))) {
          const lines = await engine.read(image, 'number');
          expect(textOf(lines)).toMatch(/^[\d/—.,% -]*$/u);
          expectSound(lines, image);
        }
      });

      test('gives many that ask at the same time each its own answer', async () => {
        const asked = ['3974', '主动公开', '518', '年度报告'];
        const read = await Promise.all(
          asked.map((text) => engine.read(written(text), /\d/u.test(text) ? 'number' : 'line')),
        );
        expect(read.map(textOf)).toEqual(asked);
      });

      test('reads no more once it is closed, and may be closed again', async () => {
        const closed = await create();
        await closed[Symbol.asyncDispose]();
        await closed[Symbol.asyncDispose]();
        await expect(closed.read(written('1'), 'line')).rejects.toMatchObject({
          code: 'ocr/engine',
        });
      });

      test('ends what it is reading when it is closed', async () => {
        const closing = await create();
        const reading = closing.read(written('年度报告'), 'line').catch(() => 'failed');
        await closing[Symbol.asyncDispose]();
        // Either answer will do; what must not be is that there is none.
        expect([['年度报告'], 'failed']).toContainEqual(
          await reading.then((lines) =>
            typeof lines === 'string' ? lines : lines.map(({ text }) => text),
          ),
        );
      });
    });
  });
}
