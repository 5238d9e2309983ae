/** Web archives, and what Word saves as web pages. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { UnreadableError } from '@xxgk/ingest';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { type ArchivePart, webArchive } from '../recipes/mhtml/archive.ts';
import { parsed, tablesOf } from './reading.ts';

const wordPage = (body: string, charset = 'gb2312'): string =>
  `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta http-equiv=Content-Type content="text/html; charset=${charset}"><!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View></w:WordDocument></xml><![endif]--><style>p.MsoNormal{margin:0}</style></head><body lang=ZH-CN><div class=Section1>${body}</div></body></html>`;

const body = `<p class=MsoNormal align=center><b>关于清理规范性文件的通知</b></p><p class=MsoNormal>各科室：<o:p></o:p></p><p class=MsoNormal><![if !supportLists]><span style='mso-list:Ignore'>一、<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>清理范围是2018年以前的文件。</p><table class=MsoNormalTable border=1><tr><td>项目</td><td>数</td></tr><tr><td>废止</td><td>3</td></tr></table><p class=MsoNormal align=right>某某局</p>`;

const page = (html: string, part: Partial<ArchivePart> = {}, charset = 'gbk'): ArchivePart => ({
  type: 'text/html; charset="gb2312"',
  encoding: 'quoted-printable',
  content: iconv.encode(html, charset),
  ...part,
});

const textOf = async (bytes: Uint8Array, name: string): Promise<string[]> => {
  const { pages } = await parsed(bytes, name, '');
  return pages
    .flatMap((each) => (each.kind === 'text' ? each.blocks : []))
    .filter(({ role }) => role === 'body')
    .map((block) => (block.kind === 'table' ? 'table' : block.text));
};

test.each<[string, ArchivePart]>([
  ['quoted-printable, GBK', page(wordPage(body))],
  [
    'base64, GBK known by the page alone',
    page(wordPage(body), { type: 'text/html', encoding: 'base64' }),
  ],
  ['8 bit, UTF-8 under a wrong label', page(wordPage(body), { encoding: '8bit' }, 'utf8')],
])('a page that Word saved as an archive: %s', async (_, part) => {
  const bytes = webArchive([part]);
  const texts = await textOf(bytes, 'a.doc');
  expect(texts[0]).toContain('关于清理规范性文件的通知');
  expect(texts.join('\n')).toMatch(/一、\s*清理范围是2018年以前的文件。/);
  expect(texts.at(-1)).toBe('某某局');
  expect(texts.join()).not.toMatch(/MsoNormal|Print|web archive/);
  const [table] = tablesOf(await parsed(bytes, 'a.doc', ''));
  expect(table?.cells.map(({ text }) => text)).toEqual(['项目', '数', '废止', '3']);
});

test('the same page as bare HTML called .doc is read by the reader of web pages', async () => {
  const { parser } = await parsed(iconv.encode(wordPage(body), 'gbk'), 'a.doc', '');
  expect(parser.name).toBe('html');
  expect(await textOf(iconv.encode(wordPage(body), 'gbk'), 'a.doc')).toEqual(
    await textOf(webArchive([page(wordPage(body))]), 'a.mht'),
  );
});

test('links of a saved page are resolved against where it was saved from', async () => {
  const html =
    '<html><body><div class="TRS_Editor"><p>现将《某某办法》印发给你们，请认真贯彻执行。</p><p><a href="./P0201.pdf">附件：某某办法.pdf</a></p></div></body></html>';
  const location = 'http://www.example.gov.cn/zwgk/t1.html';
  const { pages } = await parsed(webArchive([page(html, { location })]), 'a.mht', '');
  const blocks = pages.flatMap((each) => (each.kind === 'text' ? each.blocks : []));
  expect(blocks).toContainEqual(
    expect.objectContaining({
      role: 'attachment',
      href: 'http://www.example.gov.cn/zwgk/P0201.pdf',
    }),
  );
});

test('a page of pictures alone is handed to OCR', async () => {
  const scratch = await mkdtemp(join(tmpdir(), 'xxgk-mhtml-'));
  const picture: ArchivePart = {
    type: 'image/png',
    location: 'file:///C:/a.files/image001.png',
    encoding: 'base64',
    content: await createCanvas(60, 80).encode('png'),
  };
  const html = wordPage(
    '<p class=MsoNormal><img width=600 height=800 src="a.files/image001.png"></p>',
  );
  const { pages } = await parsed(webArchive([page(html), picture]), 'a.mht', scratch);
  expect(pages).toMatchObject([{ kind: 'scan', width: 60, height: 80 }]);
  await rm(scratch, { recursive: true });
});

test('an archive without a page is refused', async () => {
  const text: ArchivePart = { type: 'text/plain', encoding: '8bit', content: Buffer.from('x') };
  await expect(parsed(webArchive([text]), 'a.mht', '')).rejects.toThrow(UnreadableError);
});
