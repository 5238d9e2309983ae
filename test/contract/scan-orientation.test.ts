/** A page image another way up is read as the upright one, and every place lies on the image as it was given. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Box } from '@xxgk/extract/document';
import type { TextPage } from '@xxgk/ingest';
import { type Engines, openEngines, readScan } from '@xxgk/ingest/ocr';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asScans } from '../recipes/carriers/scan.ts';
import { chineseFaces } from '../recipes/fonts.ts';
import { laid } from '../recipes/scan/copying.ts';
import { asSharp, type Pixels, pixelsOf } from '../recipes/scan/pixels.ts';
import { prosePage } from '../recipes/scan/prose-page.ts';
import { sealedTable } from '../recipes/scan/sealed-table.ts';
import { statisticsForms, statisticsPage } from '../recipes/scan/statistics-page.ts';

const faces = chineseFaces();
const dpi = 150;
const scanner = (skew: number) => ({ dpi, skew, seal: null });

function pixelsOfPage(kind: string): Pixels {
  if (faces === null) throw new Error('no Chinese font');
  if (kind === 'prose') return pixelsOf(prosePage(faces.serif, scanner(1.2), 16, 7).canvas);
  const [wide] = (statisticsForms()['2021'] ?? []).slice(1);
  if (kind === 'wide table' && wide)
    return pixelsOf(statisticsPage(wide, faces.sans, scanner(-0.8)));
  const [canvas] = asScans(sealedTable, faces.serif, scanner(0));
  if (canvas === undefined) throw new Error('no page');
  return pixelsOf(canvas);
}

const textOf = ({ blocks }: TextPage): string =>
  blocks
    .map((block) =>
      block.kind === 'table' ? block.cells.map(({ text }) => text).join('\n') : block.text,
    )
    .join('\n');

const boxesOf = ({ blocks }: TextPage): readonly Box[] =>
  blocks.flatMap((block) =>
    block.kind === 'table' || block.kind === 'figure' || !block.segments
      ? []
      : block.segments.flatMap(({ box }) => (box ? [box] : [])),
  );

const turnOf = ({ prepared = [] }: TextPage): string | undefined =>
  prepared.find(({ pass }) => pass === 'orientation')?.did;

// Debian: fonts-noto-cjk.
describe.skipIf(faces === null)('which way up (skipped without a Chinese font)', () => {
  let folder: string;
  let engines: Engines & AsyncDisposable;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'scan-orientation-'));
    engines = await openEngines();
  });
  afterAll(async () => {
    await engines[Symbol.asyncDispose]();
    await rm(folder, { recursive: true });
  });

  async function read(page: Pixels): Promise<TextPage> {
    const image = join(folder, 'page.png');
    await writeFile(image, await asSharp(page).png().toBuffer());
    const { width, height } = page;
    return readScan({ kind: 'scan', number: 1, image, width, height, dpi, reason: '' }, engines);
  }

  test.each(['prose', 'wide table', 'text and table'])('%s', { timeout: 300_000 }, async (kind) => {
    const page = pixelsOfPage(kind);
    const upright = await read(page);
    expect(turnOf(upright)).toBeUndefined();
    for (const degrees of [90, 180, 270] as const) {
      const turned = await laid(degrees)(page);
      const other = await read(turned);
      expect(turnOf(other)).toBe(`turned by ${360 - degrees}° to stand upright`);
      expect(textOf(other)).toBe(textOf(upright));
      for (const [x0, y0, x1, y1] of boxesOf(other)) {
        expect([x0 >= 0, y0 >= 0, x1 <= turned.width, y1 <= turned.height]).not.toContain(false);
      }
      const [first] = boxesOf(upright);
      const [there] = boxesOf(other);
      if (degrees !== 180 || !first || !there) continue;
      expect(Math.abs(there[3] - (page.height - first[1]))).toBeLessThan(12);
    }
  });

  test('a page with hardly any text stays as it lies', { timeout: 60_000 }, async () => {
    const { width, height } = { width: 1240, height: 1754 };
    const data = new Uint8Array(width * height * 3).fill(255);
    for (let y = 800; y < 830; y++) data.fill(0, 3 * (y * width + 600), 3 * (y * width + 640));
    expect(turnOf(await read({ width, height, data }))).toBeUndefined();
  });
});
