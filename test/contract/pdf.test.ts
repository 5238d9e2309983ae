/** PDF: paragraphs, titles and furniture as a reader sees them, and pages without text. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { TextBlock } from '@xxgk/extract/document';
import { EncryptedError, NoPagesError, type Parsed, UnreadableError } from '@xxgk/ingest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asScanPdf } from '../recipes/carriers/scan-pdf.ts';
import { chineseFontFile } from '../recipes/fonts.ts';
import { type PrintedLine, printedPdf } from '../recipes/pdf/printed-lines.ts';
import { emptyPage, withoutPages } from '../recipes/pdf/raw.ts';
import { parsed } from './reading.ts';

const font = chineseFontFile();
let scratch = '';
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'xxgk-pdf-'));
});
afterAll(() => rm(scratch, { recursive: true }));

const read = (bytes: Uint8Array) => parsed(bytes, 'a.pdf', scratch);

const blocksOf = ({ pages }: Parsed): TextBlock[] =>
  pages
    .flatMap((page) => (page.kind === 'text' ? page.blocks : []))
    .filter((block): block is TextBlock => block.kind !== 'table' && block.kind !== 'figure');

/** A full line of 28 characters that begins with `head`. */
const full = (head: string, indent = 0): PrintedLine => ({
  text: head.padEnd(28 - indent, '全文内容继续往下写'),
  indent,
});

const folio = (number: number): PrintedLine => ({
  text: `— ${number} —`,
  align: 'center',
  size: 14,
  y: 790,
});

describe.skipIf(font === null)('text of PDF pages (needs Noto Sans CJK)', () => {
  const print = async (...pages: PrintedLine[][]): Promise<Parsed> => {
    if (!font) throw new TypeError('skipped without a font');
    return read(await printedPdf(pages, { font }));
  };
  const bodies = (found: Parsed): string[] =>
    blocksOf(found)
      .filter(({ role }) => role === 'body')
      .map(({ text }) => text);

  test('a paragraph that a page end cuts is one block with a place on both pages', async () => {
    const first = full('第一段', 2);
    const second = full('接着写');
    const found = await print(
      [full('前面一段', 2), { text: '到此为止。' }, first, folio(1)],
      [second, { text: '写完了。' }, { text: '下一段。', indent: 2 }, folio(2)],
    );
    const joined = `${first.text}${second.text}写完了。`;
    expect(bodies(found).slice(1)).toEqual([joined, '下一段。']);
    const block = blocksOf(found).find(({ text }) => text === joined);
    expect(block?.segments?.map(({ page }) => page)).toEqual([1, 2, 2]);
    expect(block?.segments?.map(({ start, end }) => joined.slice(start, end))).toEqual([
      first.text,
      second.text,
      '写完了。',
    ]);
  });

  test('an indented line at the head of a page begins a paragraph, even after a full line', async () => {
    const first = full('甲', 2);
    const second = full('乙', 2);
    expect(bodies(await print([first, full('丙')], [second, full('丁')]))).toHaveLength(2);
  });

  test('a heading at the head of a page is not taken into the paragraph before it', async () => {
    const found = await print(
      [full('正文', 2), full('到页末')],
      [{ text: '二、另一章', indent: 2 }, full('正文', 2)],
    );
    expect(bodies(found)).toContain('二、另一章');
  });

  test('lines of a wrapped title stay apart, centred and larger', async () => {
    const found = await print([
      { text: '关于印发某某办法', align: 'center', size: 22 },
      { text: '实施细则的通知', align: 'center', size: 22 },
      { text: '各科室：' },
      full('为了', 2),
      { text: '执行。' },
      { text: '某某局', align: 'right' },
      { text: '2019年3月4日', align: 'right' },
    ]);
    const [one, two, addressee, body, agency, date] = blocksOf(found);
    expect([one, two]).toMatchObject([
      { kind: 'heading', text: '关于印发某某办法', align: 'center', scale: 1.38 },
      { kind: 'heading', text: '实施细则的通知', align: 'center' },
    ]);
    expect(addressee).toMatchObject({ text: '各科室：', indent: 0, align: 'left' });
    expect(body).toMatchObject({ indent: 2, align: 'left', scale: 1 });
    expect([agency, date]).toMatchObject([{ align: 'right' }, { align: 'right' }]);
  });

  test('page numbers and running heads are kept apart from the text', async () => {
    const head: PrintedLine = { text: '某某局文件汇编', align: 'center', size: 10.5, y: 40 };
    const pages = [1, 2, 3].map((n) => [head, full(`第${n}页`, 2), { text: '完。' }, folio(n)]);
    const found = await print(...pages);
    const roles = blocksOf(found).map(({ role }) => role);
    expect(roles).toEqual([1, 2, 3].flatMap(() => ['header', 'body', 'folio']));
  });

  test('columns of one line have a space between them', async () => {
    const found = await print([
      full('正文', 2),
      { text: '写完了。' },
      { text: '某某办公室' },
      { text: '2019年3月5日印发', align: 'right', y: 158 },
    ]);
    expect(bodies(found)).toContain('某某办公室 2019年3月5日印发');
  });

  test('a file under a password says so', async () => {
    if (!font) return;
    const bytes = await printedPdf([[full('密')]], { font, password: 'x' });
    await expect(read(bytes)).rejects.toThrow(EncryptedError);
  });

  test('a rebuilt table of objects is told', async () => {
    if (!font) return;
    const whole = await printedPdf([[full('正文', 2)]], { font });
    const wrong = Buffer.from(
      whole.toString('latin1').replace(/startxref\n\d+/, 'startxref\n7'),
      'latin1',
    );
    expect((await read(whole)).diagnostics).toEqual([]);
    expect((await read(wrong)).diagnostics).toMatchObject([{ code: 'parse/repaired' }]);
  });
});

describe('PDF without text', () => {
  test('a page that is an image becomes an image to be read, with its reason', async () => {
    const canvas = createCanvas(827, 1169);
    const context = canvas.getContext('2d');
    context.fillStyle = '#fff';
    context.fillRect(0, 0, 827, 1169);
    context.fillStyle = '#000';
    context.fillRect(100, 100, 400, 40);
    const { pages, pageCount } = await read(await asScanPdf([canvas, canvas], 100));
    expect(pageCount).toBe(2);
    expect(pages).toMatchObject([
      { kind: 'scan', number: 1, dpi: 200, reason: 'no text layer, images cover the page' },
      { kind: 'scan', number: 2 },
    ]);
    const [page] = pages;
    if (page?.kind !== 'scan') throw new TypeError('no scan');
    const image = await loadImage(page.image);
    expect([image.width, image.height]).toEqual([page.width, page.height]);
    // The bar of the drawing, at twice its size.
    const drawn = createCanvas(image.width, image.height).getContext('2d');
    drawn.drawImage(image, 0, 0);
    expect([...drawn.getImageData(600, 240, 1, 1).data.slice(0, 3)].every((v) => v < 60)).toBe(
      true,
    );
    expect([...drawn.getImageData(600, 600, 1, 1).data.slice(0, 3)].every((v) => v > 200)).toBe(
      true,
    );
  });

  test('an empty page is an empty page', async () => {
    const { pages } = await read(emptyPage());
    expect(pages).toMatchObject([{ kind: 'text', blocks: [], width: 300, height: 400 }]);
  });

  test('a file without pages says so, junk is refused', async () => {
    await expect(read(withoutPages())).rejects.toThrow(NoPagesError);
    await expect(read(Buffer.from('%PDF-1.7\nnothing'))).rejects.toThrow(UnreadableError);
  });
});
