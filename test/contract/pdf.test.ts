/** PDF: paragraphs, titles and furniture as a reader sees them. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TextBlock } from '@xxgk/extract/document';
import type { Parsed } from '@xxgk/ingest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chineseFontFile } from '../recipes/fonts.ts';
import { type PrintedLine, printedPdf } from '../recipes/pdf/printed-lines.ts';
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
});
