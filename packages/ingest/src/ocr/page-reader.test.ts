import { mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { EngineStartError, OcrError } from '../errors.ts';
import type { ScanPage } from '../stage.ts';
import type { OcrEngine } from './engine.ts';
import { KeptPages } from './kept/kept-pages.ts';
import { PageReader } from './page-reader.ts';

const [width, height] = [400, 300];
let folder: string;
let page: ScanPage;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'page-reader-'));
  const image = join(folder, 'page.png');
  await writeFile(image, await drawn(100));
  page = { kind: 'scan', number: 1, image, width, height, dpi: 200, reason: '' };
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Bars where characters stand in a line. */
function drawn(top: number): Promise<Buffer> {
  const data = new Uint8Array(width * height).fill(255);
  for (let y = top; y < top + 30; y++) {
    for (let x = 40; x < 340; x++) if (x % 40 < 26) data[y * width + x] = 0;
  }
  return sharp(data, { raw: { width, height, channels: 1 } })
    .png()
    .toBuffer();
}

interface FakeEngine extends OcrEngine {
  calls: number;
}

/** Reads `公开` on everything. */
const engineOf = (name: string, fails?: () => Error): FakeEngine => ({
  name,
  fingerprint: `${name}/1`,
  best: { glyph: 30, rim: 5 },
  calls: 0,
  async read(image) {
    this.calls += 1;
    if (fails) throw fails();
    const box = [0, 0, image.width, image.height] as const;
    const characters = [...'公开'].map((text) => ({ text, confidence: 0.99, box }));
    return [{ text: '公开', confidence: 0.99, box, characters }];
  },
  [Symbol.asyncDispose]: async () => undefined,
});

const textOf = ({ page: read }: Awaited<ReturnType<PageReader['read']>>): string =>
  JSON.stringify(read.blocks);

const unstarted = (name: string) => engineOf(name, () => new EngineStartError(name, 'no libc++'));

describe('an engine that does not start', () => {
  test('is left out, and the document says so', async () => {
    const [lost, other] = [unstarted('pp-ocr'), engineOf('tesseract.js')];
    const reader = new PageReader([lost, other], null);
    const first = await reader.read(page);
    expect(textOf(first)).toContain('公开');
    expect(first.engine).toBe('tesseract.js/1');
    expect(first.diagnostics).toEqual([
      expect.objectContaining({
        code: 'ocr/engine-missing',
        severity: 'warning',
        message: expect.stringMatching(/pp-ocr.*does not start.*tesseract\.js/u),
      }),
    ]);
    // What this machine lacks is said by `doctor`: a document is the same wherever it is made.
    expect(JSON.stringify(first)).not.toContain('libc++');
    const asked = lost.calls;
    expect((await reader.read(page)).diagnostics).toEqual(first.diagnostics);
    expect(lost.calls).toBe(asked);
  });

  test('is an error where no other is there', async () => {
    const reader = new PageReader([unstarted('pp-ocr')], null);
    await expect(reader.read(page)).rejects.toMatchObject({ code: 'ocr/engine' });
  });

  test('an engine that started and fails is no reason to do without it', async () => {
    const failing = engineOf('pp-ocr', () => new OcrError('out of memory'));
    const reader = new PageReader([failing, engineOf('tesseract.js')], null);
    await expect(reader.read(page)).rejects.toThrow('out of memory');
  });
});

describe('a page that was read', () => {
  const readBy = async (engine: OcrEngine, asked: ScanPage = page) =>
    new PageReader([engine], new KeptPages(join(folder, 'kept'))).read(asked);

  test('is not read again, in another process, place or file', async () => {
    const first = await readBy(engineOf('a'));
    const copy = join(folder, 'copy.png');
    await writeFile(copy, await drawn(100));
    const again = engineOf('a');
    const second = await readBy(again, { ...page, image: copy, number: 7, reason: 'garbled' });
    expect(again.calls).toBe(0);
    expect(second.page).toMatchObject({ number: 7, reason: 'garbled' });
    expect(textOf(second)).toBe(textOf(first).replaceAll('"page":1', '"page":7'));
    expect(second.engine).toBe(first.engine);
  });

  test('is read again by another engine, on another image, and at another resolution', async () => {
    await readBy(engineOf('a'));
    const other = engineOf('b');
    await readBy(other);
    expect(other.calls).toBeGreaterThan(0);
    const image = join(folder, 'other.png');
    await writeFile(image, await drawn(120));
    for (const change of [{ image }, { dpi: 150 }]) {
      const same = engineOf('a');
      await readBy(same, { ...page, ...change });
      expect(same.calls).toBeGreaterThan(0);
    }
  });

  test('is read again where its entry is torn', async () => {
    await readBy(engineOf('a'));
    const kept = join(folder, 'kept');
    const [entry = ''] = (await readdir(kept, { recursive: true })).filter((f) =>
      f.endsWith('.gz'),
    );
    await truncate(join(kept, entry), 20);
    const again = engineOf('a');
    expect(textOf(await readBy(again))).toContain('公开');
    expect(again.calls).toBeGreaterThan(0);
  });

  test('is not kept when it could not be read', async () => {
    await expect(readBy(engineOf('a', () => new OcrError('no')))).rejects.toThrow('no');
    const well = engineOf('a');
    await readBy(well);
    expect(well.calls).toBeGreaterThan(0);
  });
});
