/** RTF: letters in any writing, tables, numbers, and what is no text. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import type { Block } from '@xxgk/extract/document';
import { TooLargeError } from '@xxgk/ingest';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { escapedBytes, gbk, row, rtf, unicode } from '../recipes/rtf/document.ts';
import { parsed, tablesOf } from './reading.ts';

const read = (bytes: Uint8Array, scratch = '') => parsed(bytes, 'a.doc', scratch);

async function blocks(content: string, page?: number): Promise<Block[]> {
  const { pages } = await read(rtf(content, page));
  return pages.flatMap((each) => (each.kind === 'text' ? each.blocks : []));
}

const texts = async (content: string, page?: number): Promise<string[]> =>
  (await blocks(content, page)).map((block) => (block.kind === 'table' ? 'table' : block.text));

describe('letters', () => {
  test.each([
    ['bytes of the file’s code page', gbk('公开，“条例”——12件'), 936],
    ['bytes of the font’s code page', `{\\f1 ${gbk('公开，“条例”——12件')}}`, 1252],
    [
      'bytes of the font for wide letters',
      `{\\loch\\af0\\hich\\af0\\dbch\\f1 ${gbk('公开，“条例”——12件')}}`,
      1252,
    ],
    ['Unicode with a substitute', unicode('公开，“条例”——12件'), 1252],
  ])('%s', async (_, content, page) => {
    expect(await texts(content, page)).toEqual(['公开，“条例”——12件']);
  });

  test('a letter of two bytes may be cut by formatting and line breaks', async () => {
    const [lead, trail] = [gbk('政').slice(0, 4), gbk('政').slice(4)];
    expect(await texts(`${lead}\r\n{\\b ${trail}}${gbk('府')}`)).toEqual(['政府']);
  });

  test('a second byte may be a plain letter', async () => {
    // 丂 is 81 40 in GBK: the second byte is `@`.
    expect(await texts("\\'81@")).toEqual(['丂']);
  });

  test.each([
    ['written as they are, one after the other', '乗俓倇倉', (bytes: Buffer) => bytes],
    [
      'before the end of a group',
      '倉',
      (bytes: Buffer) => Buffer.from(`{\\b ${bytes.toString('latin1')}}`, 'latin1'),
    ],
    ['escaped byte by byte', '俓倇倉', escapedBytes],
  ])('second bytes that are signs of the format, %s', async (_, text, write) => {
    const raw = write(iconv.encode(text, 'gbk')).toString('latin1');
    expect(await texts(`${raw}\\par ${gbk('末段')}`)).toEqual([text, '末段']);
  });

  test('text written as UTF-8 in place of escapes', async () => {
    const raw = Buffer.from('依法公开政府信息，共12件').toString('latin1');
    expect(await texts(`${raw}\\par ${raw}`)).toEqual([
      '依法公开政府信息，共12件',
      '依法公开政府信息，共12件',
    ]);
  });

  test.each([
    [
      'both bytes of the letter stand for it, one is announced',
      "\\uc1\\u25919\\'d5\\'fe\\u24220\\'b8\\'ae",
      '政府',
    ],
    ['both bytes, both announced', "\\uc2\\u25919\\'d5\\'fe\\u24220\\'b8\\'ae", '政府'],
    ['another letter behind is kept', "\\uc1\\u25919?\\'b8\\'ae", '政府'],
    ['nothing', '\\uc0\\u25919\\u24220 A', '政府A'],
    ['what stands in another group is kept', '\\uc1\\u25919{A}', '政A'],
  ])('substitutes of Unicode: %s', async (_, content, expected) => {
    expect(await texts(content)).toEqual([expected]);
  });

  test('text given twice, in the code page and in Unicode, is read once', async () => {
    const twice = `A{\\upr{${gbk('某局')}?}{\\*\\ud{${unicode('某局𬭎')}}}}B`;
    expect(await texts(twice)).toEqual(['A某局𬭎B']);
  });

  test('the code page may be that of the font alone, also by its number', async () => {
    const content = `{\\fonttbl{\\f5\\cpg936 Song;}}{\\f5 ${gbk('依法公开')}}`;
    expect(await texts(content, 1252)).toEqual(['依法公开']);
  });

  test('Chinese bytes in a file that names no code page are Chinese', async () => {
    const bytes = Buffer.from(
      `{\\rtf1\\ansi{\\fonttbl{\\f0 Song;}}\\f0 ${gbk('本机关依法公开政府信息，共受理申请十二件。')}\\par}`,
      'latin1',
    );
    const { pages } = await read(bytes);
    expect(pages).toMatchObject([
      { blocks: [{ text: '本机关依法公开政府信息，共受理申请十二件。' }] },
    ]);
  });

  test('letters beyond 16 bits are two escapes; the number of substitutes may change', async () => {
    expect(await texts(`${unicode('𬭎')}{\\uc2\\u20844 ab}${unicode('开')}`)).toEqual(['𬭎公开']);
  });

  test('signs and quotes have words of their own', async () => {
    expect(await texts('\\ldblquote A\\rdblquote\\emdash B\\_C\\~D\\{1\\}')).toEqual([
      '“A”—B-C\u00a0D{1}',
    ]);
  });

  test('ticked boxes of a sign font are signs', async () => {
    const box = (code: number): string => `{\\f2 \\u${code - 0x10000}?}`;
    expect(await texts(`${box(0xf0fe)}${gbk('同意')}${box(0xf0a8)}${gbk('不同意')}`)).toEqual([
      '☑同意□不同意',
    ]);
  });
});

describe('text', () => {
  test.each([
    ['hidden text is not printed', '\\pard A{\\v B}C', ['AC']],
    ['deleted text is gone', '\\pard A{\\deleted B}C', ['AC']],
    ['the end of a paragraph may be deleted', 'A{\\deleted\\par }B', ['AB']],
    ['hard breaks separate lines', 'A\\line B', ['A', 'B']],
    ['fields show their result', 'A{\\field{\\*\\fldinst PAGE}{\\fldrslt 12}}B', ['A12B']],
    ['a field without a result shows nothing', 'A{\\field{\\*\\fldinst PAGE}}B', ['AB']],
    ['raised digits are no digits of the number', '10{\\super 3}', ['10³']],
    ['groups that are not known are skipped', 'A{\\*\\whatever B{\\b C}}D', ['AD']],
    ['binary data is skipped', 'A{\\*\\data\\bin5 }{}{}}B', ['AB']],
    ['names and summaries are no text', '{\\info{\\author B}{\\doccomm C}}A', ['A']],
  ])('%s', async (_, content, expected) => {
    expect(await texts(content)).toEqual(expected);
  });

  test('the title that the file names is told beside the text', async () => {
    const title = `{\\info{\\title ${gbk('关于公开的通知')}}{\\author B}}A`;
    expect(await blocks(title)).toMatchObject([
      { role: 'meta', label: 'title', text: '关于公开的通知' },
      { role: 'body', text: 'A' },
    ]);
    const twice = `{\\info{\\upr{\\title ?}{\\*\\ud{\\title ${unicode('通知')}}}}}A`;
    expect(await blocks(twice)).toMatchObject([
      { role: 'meta', text: '通知' },
      { role: 'body', text: 'A' },
    ]);
  });

  test('changes that nobody has accepted are told, also those that only take away', async () => {
    const { diagnostics } = await read(rtf('A{\\deleted B}C{\\deleted D}'));
    expect(diagnostics).toMatchObject([{ code: 'parse/tracked-changes' }]);
    expect(diagnostics[0]?.message).toContain('2 tracked changes');
  });

  test('numbers that the writer made are text, bullets are not', async () => {
    const numbered = (number: string, text: string): string =>
      `\\pard{\\listtext ${gbk(number)}\\tab}\\ls1 ${gbk(text)}\\par `;
    const content = [
      numbered('一、', '总体情况'),
      numbered('1.1', '2018年'),
      numbered('①', '甲'),
      numbered('·', '乙'),
    ].join('');
    expect(await texts(content)).toEqual(['一、总体情况', '1.1 2018年', '①甲', '乙']);
  });

  test('headers, footers and notes stand apart; text boxes where they are anchored', async () => {
    const content = `{\\header ${gbk('内部')}}{\\footer - 2 -}${gbk('正文')}{\\footnote ${gbk('注释')}}${gbk('下文')}{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt ${gbk('某局（章）')}\\par}}{\\shprslt X}}\\par ${gbk('末段')}`;
    const found = await blocks(content);
    expect(found.map((block) => [block.role, block.kind === 'table' ? '' : block.text])).toEqual([
      ['header', '内部'],
      ['body', '正文下文'],
      ['body', '某局（章）'],
      ['body', '末段'],
      ['note', '注释'],
      ['folio', '- 2 -'],
    ]);
  });

  test('letters that a shape draws are text', async () => {
    const shape = `{\\shp{\\*\\shpinst{\\sp{\\sn wzName}{\\sv X}}{\\sp{\\sn gtextUNICODE}{\\sv ${gbk('某市人民政府文件')}}}{\\sp{\\sn y}{\\sv 1}}}}`;
    expect(await texts(`${shape}${gbk('通知')}\\par`)).toEqual(['通知', '某市人民政府文件']);
  });

  test('looks are told', async () => {
    const [title, , text] = await blocks(
      `\\pard\\qc{\\b\\fs44\\cf1 ${gbk('通知')}}\\par\\pard\\s1 ${gbk('一、总体')}\\par\\pard\\fi640\\fs32 ${gbk('正文一句话，再说几个字。')}\\par`,
    );
    expect(title).toMatchObject({ align: 'center', bold: true, color: 'red', kind: 'heading' });
    expect(text).toMatchObject({ indent: 2, kind: 'paragraph' });
  });

  test('a link to a file is an attachment', async () => {
    const link = `{\\field{\\*\\fldinst{HYPERLINK "http://www.example.gov.cn/b.xls"}}{\\fldrslt{\\b ${gbk('附表')}}}}`;
    expect(await blocks(`${gbk('见')}${link}`)).toMatchObject([
      { text: '见附表' },
      { role: 'attachment', text: '附表', href: 'http://www.example.gov.cn/b.xls' },
    ]);
  });
});

describe('tables', () => {
  const cellsOf = async (content: string) =>
    tablesOf(await read(rtf(content))).map(({ cells }) =>
      cells.map(
        ({ row: at, column, rowSpan, columnSpan, text }) =>
          `${at},${column} ${rowSpan}x${columnSpan} ${text}`,
      ),
    );

  test('cells over columns and rows, and merged by either word', async () => {
    const content = [
      row(['A', '', 4000], ['B', '', 6000]),
      row(['C', '\\clvmgf'], ['D'], ['1']),
      row(['', '\\clvmrg'], ['E'], ['2']),
      row(['F', '\\clmgf'], ['', '\\clmrg'], ['3']),
    ].join('');
    expect(await cellsOf(content)).toEqual([
      [
        '0,0 1x2 A',
        '0,2 1x1 B',
        '1,0 2x1 C',
        '1,1 1x1 D',
        '1,2 1x1 1',
        '2,1 1x1 E',
        '2,2 1x1 2',
        '3,0 1x2 F',
        '3,2 1x1 3',
      ],
    ]);
  });

  test('a table inside of a cell follows the table around it', async () => {
    const inner = (a: string, b: string): string =>
      `\\pard\\intbl\\itap2 ${a}\\nestcell ${b}\\nestcell{\\*\\nesttableprops\\trowd\\cellx1000\\cellx2000\\nestrow}{\\nonesttables\\par}`;
    const content = `\\trowd\\cellx3000\\cellx6000\\pard\\intbl X\\cell\\pard\\intbl Y\\par ${inner('a', '1')}${inner('b', '2')}\\pard\\intbl\\itap1\\cell\\row\\pard Z`;
    expect(await cellsOf(content)).toEqual([
      ['0,0 1x1 X', '0,1 1x1 Y'],
      ['0,0 1x1 a', '0,1 1x1 1', '1,0 1x1 b', '1,1 1x1 2'],
    ]);
  });
});

test('pictures alone are pages for OCR', async () => {
  const scratch = await mkdtemp(join(tmpdir(), 'xxgk-rtf-'));
  const png = await createCanvas(60, 80).encode('png');
  const picture = `{\\*\\shppict{\\pict\\pngblip\\picwgoal9000\\pichgoal12000 ${png.toString('hex').replace(/.{64}/g, '$&\n')}}}{\\nonshppict{\\pict\\wmetafile8 00}}`;
  const found = await read(rtf(`${picture}\\par`), scratch);
  expect(found.pages).toMatchObject([{ kind: 'scan', number: 1, width: 60, height: 80 }]);
  await rm(scratch, { recursive: true });
});

test.each([
  [
    'raw data',
    (_: string, raw: string, size: number) => `{\\*\\shppict{\\pict\\pngblip\\bin${size} ${raw}}}`,
  ],
  [
    'the property of a shape',
    (hex: string) =>
      `{\\shp{\\*\\shpinst{\\sp{\\sn pib}{\\sv{\\pict\\pngblip ${hex}}}}}{\\shprslt{\\pict\\wmetafile8 00}}}`,
  ],
])('a picture as %s is a page for OCR, once', async (_, write) => {
  const scratch = await mkdtemp(join(tmpdir(), 'xxgk-rtf-'));
  const png = await createCanvas(60, 80).encode('png');
  const content = write(png.toString('hex'), png.toString('latin1'), png.length);
  const found = await read(rtf(`{\\info{\\title A}}${content}\\par`), scratch);
  expect(found.pages).toMatchObject([
    { kind: 'scan', number: 1, width: 60, beside: [{ text: 'A' }] },
  ]);
  await rm(scratch, { recursive: true });
});

test.each([
  ['a group that ends too early', 'A\\par B}\\par C', ['A', 'B', 'C']],
  ['text behind the end', 'A}{\\par B}C', ['A', 'BC']],
])('%s: read, and told', async (_, content, expected) => {
  const { pages, diagnostics } = await read(rtf(content));
  expect(pages.flatMap((page) => (page.kind === 'text' ? page.blocks : []))).toMatchObject(
    expected.map((text) => ({ text })),
  );
  expect(diagnostics).toMatchObject([{ code: 'parse/damaged-groups', severity: 'warning' }]);
});

test('half a letter at the end of a file that breaks off is shown as lost', async () => {
  const { pages, diagnostics } = await read(rtf("A\\'d5").subarray(0, -1));
  expect(pages).toMatchObject([{ blocks: [{ text: 'A\ufffd' }] }]);
  expect(diagnostics).toMatchObject([{ code: 'decode/truncated' }]);
});

test('a file that breaks off is read as far as it goes, and told', async () => {
  const { pages, diagnostics } = await read(rtf('A\\par B').subarray(0, -1));
  expect(pages).toMatchObject([{ blocks: [{ text: 'A' }, { text: 'B' }] }]);
  expect(diagnostics).toMatchObject([{ code: 'decode/truncated', severity: 'warning' }]);
});

test.each([
  ['a million groups inside of each other', `${'{'.repeat(1e6)}A`],
  [
    'tables inside of tables',
    Array.from({ length: 2000 }, (_, at) => `\\intbl\\itap${at + 1} x\\nestcell`).join(''),
  ],
  ['a million paragraphs', 'x\\par '.repeat(1e6)],
])('%s are refused', async (_, content) => {
  await expect(read(rtf(content))).rejects.toThrow(TooLargeError);
});
