/** Web archives, and what Word saves as web pages. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { UnreadableError } from '@xxgk/ingest';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
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

test.each([
  ['a mark and empty lines', '\ufeff\r\n\r\n'],
  ['a line of blanks', ' \t \n'],
])('an archive behind %s is one', async (_, before) => {
  const bytes = Buffer.concat([Buffer.from(before), webArchive([page(wordPage(body))])]);
  expect(await textOf(bytes, 'download')).toEqual(
    await textOf(webArchive([page(wordPage(body))]), 'a.mht'),
  );
});

test('the encoding of the page is that of the document', async () => {
  const found = await parsed(webArchive([page(wordPage(body))]), 'a.mht', '');
  expect(found.charset).toBe('gb18030');
});

test.each<[string, (content: Buffer) => Buffer]>([
  [
    'lines that are none of the data, and text behind its end',
    (content) =>
      Buffer.from(
        `${content.toString('base64').replace(/(.{76})/, '$1\r\n> wrote:\r\n')}\r\nScanned by mail\r\n`,
      ),
  ],
  [
    'data that ends its lines with blanks',
    (content) => Buffer.from(`${content.toString('base64').replace(/.{76}/g, '$& \r\n')}`),
  ],
])('base64 with %s', async (_, write) => {
  const html = wordPage(`${body}${'<p>末段文字。</p>'.repeat(3)}`);
  const head =
    'MIME-Version: 1.0\r\nContent-Type: text/html; charset=gb2312\r\nContent-Transfer-Encoding: base64\r\n\r\n';
  const bytes = Buffer.concat([Buffer.from(head), write(iconv.encode(html, 'gbk'))]);
  const texts = await textOf(bytes, 'a.mht');
  expect(texts.at(-1)).toBe('末段文字。');
  expect(texts.join()).not.toContain('\ufffd');
});

test('a soft line break with blanks before its end falls into a letter of two bytes', async () => {
  const whole = webArchive([page(wordPage(body))])
    .toString('latin1')
    .replaceAll('=\r\n', '= \t\r\n');
  expect(await textOf(Buffer.from(whole, 'latin1'), 'a.mht')).toEqual(
    await textOf(webArchive([page(wordPage(body))]), 'a.mht'),
  );
});

test('a page without a title is called what its archive is called', async () => {
  const html =
    '<html><body><div class="TRS_Editor"><p>现将《某某办法》印发给你们，请认真贯彻执行。</p></div></body></html>';
  const encoded = iconv.encode('关于印发某某办法的通知', 'gbk');
  const cut = [encoded.subarray(0, 7), encoded.subarray(7)].map(
    (piece) => `=?gb2312?B?${piece.toString('base64')}?=`,
  );
  const bytes = webArchive([page(html)], `Subject: ${cut.join('\r\n ')}\r\n`);
  expect((await textOf(bytes, 'a.mht'))[0]).toBe('关于印发某某办法的通知');
});

describe('pages of several parts', () => {
  const at = (name: string): string => `file:///C:/a.files/${name}`;
  const part = (name: string, text: string): ArchivePart =>
    page(wordPage(text), { location: at(name) });

  test('frames are read in order, running heads are not', async () => {
    const frames = page(
      '<html><head><title>某某年度报告</title></head><frameset rows="50%,50%"><frame src="a.files/one.htm"><frame src="a.files/two.htm"></frameset></html>',
      { location: 'file:///C:/a.htm' },
    );
    const header = part('header.htm', "<div style='mso-element:header'><p>某局文件</p></div>");
    const bytes = webArchive([
      frames,
      header,
      part('two.htm', '<p>第二部分是统计数据，共收到申请三件。</p>'),
      part('one.htm', '<p>第一部分是总体情况，共公开信息四条。</p>'),
    ]);
    const { pages } = await parsed(bytes, 'a.mht', '');
    expect(pages.map(({ number }) => number)).toEqual([1, 2]);
    expect(await textOf(bytes, 'a.mht')).toEqual([
      '第一部分是总体情况，共公开信息四条。',
      '第二部分是统计数据，共收到申请三件。',
    ]);
  });

  test('parts that the page links to follow it, each once', async () => {
    const index = page(
      wordPage(
        '<p>本报告由两个部分组成，请依次阅读。</p><p><a href="a.files/one.htm">第一部分</a></p><p><a href="a.files/one.htm#b">同上</a></p><p><a href="http://www.example.gov.cn/">网站</a></p>',
      ),
      { location: 'file:///C:/a.htm' },
    );
    const bytes = webArchive([
      index,
      part('one.htm', '<p>第一部分是总体情况，共公开信息四条。</p>'),
    ]);
    const texts = await textOf(bytes, 'a.mht');
    expect(texts.filter((text) => text.startsWith('第一部分是'))).toHaveLength(1);
    expect(texts[0]).toBe('本报告由两个部分组成，请依次阅读。');
  });

  test('an archive in an archive is read', async () => {
    const inner = webArchive([part('one.htm', '<p>第一部分是总体情况，共公开信息四条。</p>')])
      .toString('latin1')
      .replaceAll('_NextPart_01', '_NextPart_02');
    const head = 'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="OUT"\r\n\r\n';
    const bytes = Buffer.from(`${head}--OUT\r\n${inner}\r\n--OUT--\r\n`, 'latin1');
    expect(await textOf(bytes, 'a.mht')).toEqual(['第一部分是总体情况，共公开信息四条。']);
  });
});

test.each([
  ['its identifier', { id: 'p1@x' }, 'cid:p1@x'],
  ['its address', { location: 'file:///C:/a.files/image001.png' }, 'a.files/image001.png'],
])('a picture as large as a page, named by %s, is read in its place', async (_, named, src) => {
  const scratch = await mkdtemp(join(tmpdir(), 'xxgk-mhtml-'));
  const picture: ArchivePart = {
    type: 'image/png',
    encoding: 'base64',
    content: await createCanvas(60, 80).encode('png'),
    ...named,
  };
  const text = (words: string): string => `<p class=MsoNormal>${words}</p>`;
  const html = wordPage(
    `${text('现将有关情况说明如下，请参阅下页。')}<p><img width=600 height=800 src="${src}"></p>${text('以上情况，特此说明，请知悉。')}`,
  );
  const main = page(html, { location: 'file:///C:/a.htm' });
  const { pages } = await parsed(webArchive([main, picture]), 'a.mht', scratch);
  expect(pages.map(({ kind, number }) => `${number} ${kind}`)).toEqual([
    '1 text',
    '2 scan',
    '3 text',
  ]);
  await rm(scratch, { recursive: true });
});

describe('what Word writes for itself into a page', () => {
  const blocksOf = async (html: string) => {
    const { pages } = await parsed(iconv.encode(wordPage(html), 'gbk'), 'a.doc', '');
    const [first] = pages;
    const blocks = first?.kind === 'text' ? first.blocks : [];
    return blocks
      .filter(({ role }) => role === 'body' || role === 'note')
      .map((block) => [block.role, block.kind === 'table' ? 'table' : block.text]);
  };
  const first = '<p class=MsoNormal>本机关依法公开政府信息，现将有关情况说明如下。</p>';
  const opening = ['body', '本机关依法公开政府信息，现将有关情况说明如下。'];

  test.each([
    [
      'hidden text',
      `<p>公开<span style='mso-hide:all'>内部意见</span>制度</p>`,
      [['body', '公开制度']],
    ],
    [
      'text hidden on the screen alone',
      `<p>公开<span style='mso-hide:screen'>目录</span>制度</p>`,
      [['body', '公开目录制度']],
    ],
    [
      'text that somebody deleted',
      `<p>公开<del cite="mailto:a" datetime="2019-01-01T08:00">保密</del>制度</p>`,
      [['body', '公开制度']],
    ],
    [
      'codes of fields',
      `<p>第<!--[if supportFields]><span style='mso-element:field-begin'></span> PAGE <![endif]-->3页材料</p>`,
      [['body', '第3页材料']],
    ],
    [
      'numbers, in either kind of comment, and bullets',
      `<p><![if !supportLists]><span style='mso-list:Ignore'>一、<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>主动公开</p><p><!--[if !supportLists]--><span style='mso-list:Ignore'>1.1<span>&nbsp;&nbsp;</span></span><!--[endif]-->受理申请</p><p><![if !supportLists]><span style='font-family:Wingdings;mso-list:Ignore'>l<span>&nbsp;</span></span><![endif]>其他事项</p>`,
      [
        ['body', '一、主动公开'],
        ['body', '1.1 受理申请'],
        ['body', '其他事项'],
      ],
    ],
    [
      'text boxes and drawn letters, behind the paragraph',
      `<p>前半<!--[if gte vml 1]><v:shape id="a"><v:textbox><![if !mso]><table><tr><td><![endif]><div><p class=MsoNormal>某某局（盖章）</p></div><![if !mso]></td></tr></table><![endif]></v:textbox></v:shape><v:shape><v:textpath style='font-family:"黑体"' string="某某局文件"/></v:shape><![endif]--><![if !vml]><img src="a.files/image001.gif"><![endif]>后半</p>`,
      [
        ['body', '前半后半'],
        ['body', '某某局（盖章）'],
        ['body', '某某局文件'],
      ],
    ],
    [
      'notes under the text',
      `<div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText>[1] 数据截至年底。</p></div></div>`,
      [['note', '[1] 数据截至年底。']],
    ],
  ])('%s', async (_, html, expected) => {
    const found = (await blocksOf(`${first}${html}`)).filter(([, text]) => text !== '');
    expect(found).toEqual([opening, ...expected]);
  });
});
