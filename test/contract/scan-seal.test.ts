/** Seals on page images: the name on the ring is evidence beside the text, and never text. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Figure } from '@xxgk/extract/document';
import type { TextPage } from '@xxgk/ingest';
import { type Engines, openEngines, readScan } from '@xxgk/ingest/ocr';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chineseFaces } from '../recipes/fonts.ts';
import { uncoloured } from '../recipes/scan/copying.ts';
import { asSharp, pixelsOf } from '../recipes/scan/pixels.ts';
import { prosePage } from '../recipes/scan/prose-page.ts';
import { both, compressed, noisy, type Wear } from '../recipes/scan/wear.ts';

const faces = chineseFaces();
const dpi = 200;
const seal = '示例县政务服务管理局';
const scanned = both(noisy(8), compressed(75));

// Debian: fonts-noto-cjk.
describe.skipIf(faces === null)('a sealed page (skipped without a Chinese font)', () => {
  let folder: string;
  let engines: Engines & AsyncDisposable;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'scan-seal-'));
    engines = await openEngines();
  });
  afterAll(async () => {
    await engines[Symbol.asyncDispose]();
    await rm(folder, { recursive: true });
  });

  async function read(wear: Wear): Promise<{ page: TextPage; printed: readonly string[] }> {
    if (faces === null) throw new Error('no Chinese font');
    const { canvas, text } = prosePage(faces.sans, { dpi, skew: 0.7, seal }, 16, 6);
    const image = join(folder, 'page.png');
    await writeFile(
      image,
      await asSharp(await wear(pixelsOf(canvas)))
        .png()
        .toBuffer(),
    );
    const { width, height } = canvas;
    const scan = { kind: 'scan', number: 1, image, width, height, dpi, reason: '' } as const;
    return { page: await readScan(scan, engines), printed: text.split('\n') };
  }

  const bodyOf = ({ blocks }: TextPage): readonly string[] =>
    blocks.flatMap((block) =>
      block.kind === 'paragraph' && block.role === 'body' ? [block.text] : [],
    );

  const sealsOf = ({ blocks }: TextPage): readonly Figure[] =>
    blocks.filter((block): block is Figure => block.kind === 'figure' && block.role === 'seal');

  test('in red: the ring is read, and the signature below it', { timeout: 60_000 }, async () => {
    const { page, printed } = await read(scanned);
    expect(sealsOf(page)).toMatchObject([{ text: seal }]);
    expect(sealsOf(page)[0]?.confidence).toBeGreaterThan(0.6);
    expect(bodyOf(page).slice(-2)).toEqual(printed.slice(-2));
    expect(page.prepared?.map(({ pass }) => pass)).toContain('colors');
  });

  test('copied in grey: its place is told, nothing of it is text, what lies below is in doubt', {
    timeout: 60_000,
  }, async () => {
    const { page, printed } = await read(both(uncoloured(1.2), scanned));
    expect(sealsOf(page)).toMatchObject([{ text: '' }]);
    expect(bodyOf(page)).toHaveLength(printed.length);
    const under = page.blocks
      .flatMap((block) => (block.kind === 'paragraph' ? [block] : []))
      .slice(-2);
    expect(under.map((block) => (block.confidence ?? 1) <= 0.75)).toEqual([true, true]);
  });

  test('copied as black as the letters: no text is made of it', { timeout: 60_000 }, async () => {
    const { page, printed } = await read(both(uncoloured(1.9), scanned));
    expect(sealsOf(page)).toMatchObject([{ text: '' }]);
    const unknown = bodyOf(page).slice(printed.length - 2);
    const sure = page.blocks.filter(
      (block) =>
        block.kind === 'paragraph' && unknown.includes(block.text) && (block.confidence ?? 1) > 0.5,
    );
    expect(sure).toEqual([]);
  });
});
