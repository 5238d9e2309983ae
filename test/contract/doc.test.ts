/** Legacy Word files: what their properties tell of the text, and what cannot be read. */
import type { Block, TextBlock } from '@xxgk/extract/document';
import { EncryptedError, UnreadableError } from '@xxgk/ingest';
import { describe, expect, test } from 'vitest';
import type { DocOptions } from '../recipes/doc/word-binary.ts';
import { type DocBlock, wordBinary } from '../recipes/doc/word-binary.ts';
import { compoundFile } from '../recipes/ole.ts';
import { parsed, tablesOf } from './reading.ts';

const read = (bytes: Uint8Array) => parsed(bytes, 'a.doc', '');

async function blocksOf(content: readonly DocBlock[], options?: DocOptions): Promise<Block[]> {
  const { pages } = await read(wordBinary(content, options));
  return pages.flatMap((page) => (page.kind === 'text' ? page.blocks : []));
}

const shown = (block: Block): unknown =>
  block.kind === 'table'
    ? Array.from({ length: block.rows }, (_, row) =>
        block.cells.filter((cell) => cell.row === row).map((cell) => cell.text),
      )
    : block.text;

const textsOf = async (content: readonly DocBlock[], options?: DocOptions): Promise<unknown[]> =>
  (await blocksOf(content, options)).map(shown);

const chapters = [
  { format: 39, pattern: '%1、' },
  { format: 37, pattern: '（%2）' },
  { format: 0, pattern: '%1.%3' },
];
const circled = [{ format: 18, pattern: '%1', suffix: 'nothing' as const }];
const numbered = (text: string, level: number, list = 1): DocBlock => ({
  runs: [{ text }],
  list: [list, level],
});

describe('doc', () => {
  test('keeps text and tables in order, and every character', async () => {
    const rows = [
      ['指标', '单位', '数'],
      ['收到申请数', '件', '12'],
      ['办结“申请”数', '——', ''],
    ];
    const content = ['年度报告', '　　一、概述', rows, 'ABC-12', '某局', '2018年1月5日'];
    expect(await textsOf(content)).toEqual(content);
  });

  test('joins the lines of a label, and keeps two numbers of a cell apart', async () => {
    const rows = [
      ['指标', '数'],
      ['公开信息数\n（相同信息计1条）', '4'],
      ['解读数', '5\n6'],
    ];
    expect(await textsOf([rows])).toEqual([
      [
        ['指标', '数'],
        ['公开信息数（相同信息计1条）', '4'],
        ['解读数', '5\n6'],
      ],
    ]);
  });

  test('reads a long table whole, and keeps two tables apart', async () => {
    const rows = Array.from({ length: 60 }, (_, at) => [`第${at}项`, String(at)]);
    expect(await textsOf([rows, '说明', [['乙', '2']]])).toEqual([rows, '说明', [['乙', '2']]]);
  });

  test('knows cells over columns and over rows', async () => {
    const [found] = tablesOf(
      await read(
        wordBinary([
          [
            [
              { text: '申请', right: 4000 },
              { text: '数', right: 6000 },
            ],
            [{ text: '来源', up: 'begins' }, '公民', '12'],
            [{ text: '', up: 'goes on' }, '法人', '3'],
          ],
        ]),
      ),
    );
    expect(found).toMatchObject({ rows: 3, columns: 3 });
    expect(found?.cells).toMatchObject([
      { text: '申请', row: 0, column: 0, columnSpan: 2 },
      { text: '数', row: 0, column: 2 },
      { text: '来源', row: 1, column: 0, rowSpan: 2 },
      { text: '公民', row: 1, column: 1 },
      { text: '12', row: 1, column: 2 },
      { text: '法人', row: 2, column: 1 },
      { text: '3', row: 2, column: 2 },
    ]);
  });

  test('takes edges that lie nearly below each other for one', async () => {
    const rows = [
      [{ text: '甲', right: 2000 }, '1'],
      [{ text: '乙', right: 2012 }, '2'],
    ];
    expect(tablesOf(await read(wordBinary([rows])))).toMatchObject([{ columns: 2 }]);
  });

  test('gives a table inside of a cell after the table around it', async () => {
    const inner = [
      ['内一', '1'],
      ['内二', '2'],
    ];
    expect(await textsOf([[['外', { text: '见下', inner }]]])).toEqual([[['外', '见下']], inner]);
  });

  test('prints automatic numbers, which stand in no letter of the file', async () => {
    const content = [
      numbered('总体情况', 0),
      numbered('主动公开', 1),
      numbered('依申请公开', 1),
      numbered('2018年的申请', 2),
      numbered('问题', 0),
      numbered('队伍', 1),
      numbered('甲', 0, 2),
      numbered('乙', 0, 2),
    ];
    expect(await textsOf(content, { lists: [chapters, circled] })).toEqual([
      '一、总体情况',
      '（一）主动公开',
      '（二）依申请公开',
      '一.1 2018年的申请',
      '二、问题',
      '（一）队伍',
      '①甲',
      '②乙',
    ]);
  });

  test('leaves out deleted and hidden text, and says so', async () => {
    const runs = [
      { text: '应为' },
      { text: '十', deleted: true },
      { text: '十二', bold: true },
      { text: '密', hidden: true },
      { text: '件，面积10' },
      { text: '3', raised: true },
    ];
    const found = await read(wordBinary([{ runs }]));
    expect(found.pages).toMatchObject([{ blocks: [{ text: '应为十二件，面积10³' }] }]);
    expect(found.diagnostics).toMatchObject([
      { code: 'parse/hidden-text', severity: 'info' },
      { code: 'parse/tracked-changes', severity: 'info' },
    ]);
  });

  test('goes on in the line where the end of a paragraph is deleted', async () => {
    const content = [{ runs: [{ text: '前半句，' }], markDeleted: true }, '后半句。'];
    expect(await textsOf(content)).toEqual(['前半句，后半句。']);
  });

  test('shows the result of a field, not its code; a code without an end takes nothing along', async () => {
    expect(await textsOf(['共\u0013 PAGE \u001412\u0015页', '\u0013 TOC', '正文'])).toEqual([
      '共12页',
      '正文',
    ]);
  });

  test('makes an attachment of a link to a file', async () => {
    const content = ['见\u0013 HYPERLINK "http://www.example.gov.cn/a.pdf" \u0014附件一\u0015'];
    expect(await blocksOf(content)).toMatchObject([
      { text: '见附件一' },
      { role: 'attachment', text: '附件一', href: 'http://www.example.gov.cn/a.pdf' },
    ]);
  });

  test('tells footers and page numbers from text, and where a block stands', async () => {
    const found = await blocksOf(['正文', '下文'], { footer: '— 3 —' });
    expect(found.map(({ role }) => role)).toEqual(['body', 'body', 'folio']);
    expect(found.map((block) => (block as TextBlock).path)).toEqual([
      'WordDocument@0',
      'WordDocument@3',
      'WordDocument@6',
    ]);
  });

  test('knows what is centred and bold', async () => {
    const [title] = await blocksOf([
      { runs: [{ text: '关于某事的通知', bold: true }], centred: true },
      '各科室：请照办。',
    ]);
    expect(title).toMatchObject({ kind: 'heading', align: 'center', bold: true });
  });

  test('says when a password is needed, and when the file is no document', async () => {
    await expect(read(wordBinary(['密'], { encrypted: true }))).rejects.toThrow(EncryptedError);
    const other = compoundFile([{ name: 'Workbook', content: Buffer.alloc(10) }]);
    await expect(read(other)).rejects.toThrow(UnreadableError);
    await expect(read(wordBinary(['文']).subarray(0, 700))).rejects.toThrow(UnreadableError);
  });

  test.each([
    ['Word 6 and 95', 'WordDocument', Buffer.from([0xdc, 0xa5, 0x68, 0x00]), '.docx'],
    ['Works', 'CONTENTS', Buffer.alloc(10), 'Works'],
  ])('%s: says which program can convert it', async (_, name, content, what) => {
    const bytes = compoundFile([{ name, content }]);
    await expect(read(bytes)).rejects.toThrow(UnreadableError);
    await expect(read(bytes)).rejects.toThrow(what);
  });
});
