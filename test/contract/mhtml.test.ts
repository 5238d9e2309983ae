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

const long = wordPage(
  `${'<p>本市各级行政机关应当依法公开政府信息。</p>'.repeat(30)}<p>末段文字。</p>`,
  'utf-8',
);

test.each<[string, Buffer, string | undefined]>([
  [
    'one broken byte in UTF-8',
    Buffer.concat([Buffer.from(long), Buffer.from([0xe4, 0x0a])]),
    undefined,
  ],
  ['GBK under the label Big5', iconv.encode(long, 'gbk'), 'big5'],
])('an archived page of %s is read in its own encoding', async (_, content, label) => {
  const type = `text/html; charset="${label ?? 'utf-8'}"`;
  const texts = await textOf(webArchive([{ type, encoding: 'base64', content }]), 'a.mht');
  expect(texts[0]).toBe('本市各级行政机关应当依法公开政府信息。');
  expect(texts).toContain('末段文字。');
});

test('a line that only begins like a boundary is text', async () => {
  const html = wordPage('<p>第一段文字。</p>\n------=_NextPart_01x\n<p>第二段文字。</p>', 'utf-8');
  const part = { type: 'text/html; charset=utf-8', encoding: '8bit', content: Buffer.from(html) };
  const texts = await textOf(webArchive([part as ArchivePart]), 'a.mht');
  expect(texts.join()).toMatch(/第一段文字.*第二段文字/);
});

test('an archive that breaks off says so, a whole one does not', async () => {
  const bytes = webArchive([page(wordPage(body))]);
  const codes = async (given: Uint8Array): Promise<string[]> =>
    (await parsed(given, 'a.mht', '')).diagnostics.map(({ code }) => code);
  expect(await codes(bytes)).not.toContain('parse/truncated');
  expect(await codes(bytes.subarray(0, -60))).toContain('parse/truncated');
});

test('parts in parts are counted together', async () => {
  const inner = (at: number): string =>
    `--A\r\nContent-Type: multipart/mixed; boundary=B${at}\r\n\r\n${`--B${at}\r\n\r\nx\r\n`.repeat(100)}--B${at}--\r\n`;
  const all = Array.from({ length: 60 }, (_, at) => inner(at)).join('');
  const head = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=A\r\n\r\n';
  await expect(parsed(Buffer.from(`${head}${all}--A--\r\n`), 'a.mht', '')).rejects.toThrow('parts');
});

test('running heads, feet and comments that Word keeps in its page are no text', async () => {
  const furniture = ['header', 'footer', 'comment-list'].map(
    (kind) => `<div style='mso-element:${kind}'><p class=MsoHeader>某某局文件 ${kind}</p></div>`,
  );
  const html = wordPage(`${body}${furniture.join('')}`);
  expect(await textOf(iconv.encode(html, 'gbk'), 'a.doc')).toEqual(
    await textOf(iconv.encode(wordPage(body), 'gbk'), 'a.doc'),
  );
});
