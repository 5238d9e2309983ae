/** What a Word file holds beside its text: pictures, objects, links, notes, headers, comments. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import type { Block } from '@xxgk/extract/document';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type WordXml, wordPackage } from '../recipes/docx/package.ts';
import { parsed } from './reading.ts';

let scratch = '';
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'xxgk-docx-'));
});
afterAll(() => rm(scratch, { recursive: true }));

const read = (xml: WordXml) => parsed(wordPackage(xml), 'a.docx', scratch);
const blocksIn = ({ pages }: Awaited<ReturnType<typeof read>>): Block[] =>
  pages.flatMap((page) => (page.kind === 'text' ? page.blocks : []));

const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;
const paragraph = (content: string): string => `<w:p>${content}</w:p>`;
const emu = 12_700;
/** @param points Size on the page. */
const picture = (id: string, [width, height]: readonly [number, number], text = ''): string =>
  `<w:r><w:drawing><wp:inline><wp:extent cx="${width * emu}" cy="${height * emu}"/><wp:docPr id="1" name="p" descr="${text}"/><a:graphic><a:graphicData uri="picture"><a:blip r:embed="${id}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
const png = (): Promise<Buffer> => createCanvas(120, 160).encode('png');

const page: readonly [number, number] = [420, 590];
const half: readonly [number, number] = [400, 200];
const stamp: readonly [number, number] = [100, 100];

describe('pictures', () => {
  test('a file of pictures alone is pages for OCR', async () => {
    const media = { 'a.png': await png(), 'b.png': await png() };
    const body = paragraph(picture('pic0', page)) + paragraph(picture('pic1', half));
    expect(await read({ body, media })).toMatchObject({
      pages: [
        { kind: 'scan', number: 1, width: 120, height: 160, reason: /no text/ },
        { kind: 'scan', number: 2 },
      ],
      diagnostics: [],
    });
  });

  test('one as large as a page is a page between the text before and after it', async () => {
    const body = `${paragraph(run('现将名单公布如下'))}${paragraph(picture('pic0', page))}${paragraph(run('特此公告'))}`;
    const { pages } = await read({ body, media: { 'a.png': await png() } });
    expect(pages).toMatchObject([
      { kind: 'text', number: 1, blocks: [{ text: '现将名单公布如下' }] },
      { kind: 'scan', number: 2, dpi: Math.round((120 * 72) / page[0]) },
      { kind: 'text', number: 3, blocks: [{ text: '特此公告' }] },
    ]);
  });

  test('one that may hold a table is told, a stamp is not', async () => {
    const body = `${paragraph(run('正文') + picture('pic0', half, '统计表'))}${paragraph(picture('pic1', stamp))}`;
    const media = { 'a.png': await png(), 'b.png': await png() };
    const found = await read({ body, media });
    expect(blocksIn(found).slice(1)).toMatchObject([
      { kind: 'figure', text: '统计表', path: 'word/media/a.png' },
      { kind: 'figure', path: 'word/media/b.png' },
    ]);
    expect(found.diagnostics).toHaveLength(1);
    expect(found.diagnostics[0]).toMatchObject({ code: 'parse/picture-unread' });
    expect(found.diagnostics[0]?.message).toContain('word/media/a.png');
  });

  test('a page that is a drawing nobody can decode is an error that names it', async () => {
    const body = paragraph(picture('pic0', page));
    const found = await read({ body, media: { 'a.emf': Buffer.from('01000000', 'hex') } });
    expect(found.pages).toMatchObject([{ kind: 'text', blocks: [{ kind: 'figure' }] }]);
    expect(found.diagnostics).toMatchObject([{ code: 'parse/picture-unread', severity: 'error' }]);
  });

  test('a picture in a cell follows the table', async () => {
    const cell = (content: string): string => `<w:tc>${paragraph(content)}</w:tc>`;
    const body = `<w:tbl><w:tr>${cell(run('甲'))}${cell(picture('pic0', stamp))}</w:tr></w:tbl>`;
    expect(blocksIn(await read({ body, media: { 'a.png': await png() } }))).toMatchObject([
      { kind: 'table' },
      { kind: 'figure' },
    ]);
  });
});

test('text drawn as a picture is text', async () => {
  const art = '<w:r><w:pict><v:shape><v:textpath string="某某局文件"/></v:shape></w:pict></w:r>';
  expect(blocksIn(await read({ body: paragraph(art) }))).toMatchObject([{ text: '某某局文件' }]);
});

test('embedded objects and documents are listed', async () => {
  const object =
    '<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12" r:id="pic0"/></w:object></w:r>';
  const body = `${paragraph(run('见表') + object)}<w:altChunk r:id="pic1"/>`;
  const media = { 'a.xlsx': Buffer.from('x'), 'b.html': Buffer.from('x') };
  const { diagnostics } = await read({ body, media });
  expect(diagnostics.map(({ code }) => code)).toEqual(['parse/embedded', 'parse/embedded']);
  expect(diagnostics[0]?.message).toContain('word/media/a.xlsx (Excel.Sheet.12)');
  expect(diagnostics[1]?.message).toContain('word/media/b.html');
});

test('links to files of the web are attachments, other links are text only', async () => {
  const link = (id: string, text: string): string =>
    `<w:hyperlink r:id="${id}">${run(text)}</w:hyperlink>`;
  const body = paragraph(run('见') + link('link0', '附件') + link('link1', '网站'));
  const links = ['http://www.example.gov.cn/files/a.xlsx', 'http://www.example.gov.cn/'];
  expect(blocksIn(await read({ body, links }))).toMatchObject([
    { role: 'body', text: '见附件网站' },
    { role: 'attachment', text: '附件', href: links[0] },
  ]);
});

test('notes stand apart from the sentence, comments and lines between notes nowhere', async () => {
  const reference = '<w:r><w:footnoteReference w:id="2"/></w:r>';
  const found = await read({
    body: paragraph(`${run('前文')}${reference}${run('后文')}`),
    footnotes: `<w:footnote w:type="separator">${paragraph(run('——'))}</w:footnote><w:footnote w:id="2">${paragraph(run('注释'))}</w:footnote>`,
    comments: `<w:comment w:id="1">${paragraph(run('批注'))}</w:comment>`,
  });
  expect(
    blocksIn(found).map(({ role, ...block }) => [role, 'text' in block && block.text]),
  ).toEqual([
    ['body', '前文后文'],
    ['note', '注释'],
  ]);
  expect(found.diagnostics).toMatchObject([{ code: 'parse/comments', severity: 'info' }]);
});

test.each([
  ['', []],
  ['<w:sectPr><w:headerReference w:type="first" r:id="header"/><w:titlePg/></w:sectPr>', ['旧稿']],
])('a header of the first page counts where there is one', async (section, expected) => {
  const body = paragraph(`<w:pPr>${section}</w:pPr>${run('正文')}`);
  const found = await read({ body, firstHeader: paragraph(run('旧稿')) });
  const headers = blocksIn(found).filter(({ role }) => role === 'header');
  expect(headers.map((block) => 'text' in block && block.text)).toEqual(expected);
});

test('a file in the strict namespaces reads the same', async () => {
  const { zip } = await import('../recipes/zip.ts');
  const { wordParts } = await import('../recipes/docx/package.ts');
  const parts = wordParts({
    body: `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${run('标题')}</w:p>`,
    styles: '<w:docDefaults/>',
  });
  const strict = Object.fromEntries(
    Object.entries(parts).map(([name, content]) => [
      name,
      String(content)
        .replaceAll(
          'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
          'http://purl.oclc.org/ooxml/wordprocessingml/main',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        ),
    ]),
  );
  const { pages } = await parsed(zip(strict), 'a.docx', scratch);
  expect(pages).toMatchObject([{ blocks: [{ text: '标题', align: 'center' }] }]);
});
