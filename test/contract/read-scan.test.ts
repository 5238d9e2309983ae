/** A page image becomes a page: letterhead, number, text, table, signature under a seal. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Table, TextBlock } from '@xxgk/extract/document';
import type { TextPage } from '@xxgk/ingest';
import { openEngines, readScan } from '@xxgk/ingest/ocr';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asScans } from '../recipes/carriers/scan.ts';
import { chineseFaces } from '../recipes/fonts.ts';
import { sealedTable } from '../recipes/scan/sealed-table.ts';
import { worn } from '../recipes/scan/worn.ts';

const faces = chineseFaces();
const dpi = 200;

async function scanned(folder: string, skew: number, noise: number): Promise<TextPage> {
  if (faces === null) throw new Error('no Chinese font');
  const [canvas] = asScans(sealedTable, faces.serif, { dpi, skew, seal: '青河市水务局' });
  if (canvas === undefined) throw new Error('no page');
  const { width, height } = canvas;
  const image = join(folder, 'page.jpg');
  await writeFile(image, await worn(canvas, { noise, quality: 50 }));
  await using engines = await openEngines();
  return await readScan(
    { kind: 'scan', number: 1, image, width, height, dpi, reason: 'no text layer' },
    engines,
  );
}

// Debian: fonts-noto-cjk.
describe.skipIf(faces === null).each([
  ['clean', 0, 0],
  ['askew and noisy', 1.2, 30],
])('a %s page image (skipped without a Chinese font)', (_, skew, noise) => {
  let folder: string;
  let page: TextPage;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'read-scan-'));
    page = await scanned(folder, skew, noise);
  }, 180_000);
  afterAll(() => rm(folder, { recursive: true }));

  const texts = (): readonly TextBlock[] =>
    page.blocks.filter((block): block is TextBlock => block.kind === 'paragraph');

  test('says how and why it was read', () => {
    expect(page).toMatchObject({ readBy: 'ocr', reason: 'no text layer', unit: 'px' });
  });

  test('the letterhead is red, title and number stand in the middle, signature and date right', () => {
    const found = texts().map(({ text, align, color }) => [text, align, color]);
    expect(found).toContainEqual(['青河市水务局文件', 'center', 'red']);
    expect(found).toContainEqual(['青水发〔2021〕36号', 'center', undefined]);
    expect(found).toContainEqual(['关于公布水库检查结果的通知', 'center', undefined]);
    expect(found).toContainEqual(['青河市水务局', 'right', undefined]);
    expect(found).toContainEqual(['2021年9月7日', 'right', undefined]);
  });

  test('lines become paragraphs', () => {
    const text = texts().map((block) => block.text);
    expect(text).toContain('各县区水务局：');
    // The last line holds a single character and a stop: whether it is read right is not the point.
    expect(text).toContainEqual(expect.stringMatching(/^根据全年工作安排.*年底前报送整改情.。$/u));
  });

  test('the page number and the seal are no text of the document', () => {
    expect(texts().filter(({ role }) => role === 'folio')).toHaveLength(1);
    expect(page.blocks.filter(({ role }) => role === 'seal')).toHaveLength(1);
  });

  test('digits, 0, / and an empty cell of the table are told apart', () => {
    const [table] = page.blocks.filter((block): block is Table => block.kind === 'table');
    expect([table?.rows, table?.columns]).toEqual([5, 3]);
    const column = table?.cells.filter((cell) => cell.column === 2).map(({ text }) => text);
    expect(column).toEqual(['数量', '128', '0', '/', '']);
  });

  test('every box lies on the page image', () => {
    const boxes = page.blocks.flatMap((block) =>
      'segments' in block ? (block.segments ?? []) : [],
    );
    expect(boxes.length).toBeGreaterThan(5);
    for (const { box } of boxes) {
      const [x0, y0, x1, y1] = box ?? [-1, -1, -1, -1];
      expect([x0 >= 0, y0 >= 0, x1 <= (page.width ?? 0), y1 <= (page.height ?? 0)]).not.toContain(
        false,
      );
    }
  });
});
