import type { Block, TextBlock } from '@xxgk/extract/document';
import { describe, expect, test } from 'vitest';
import type { Decoded } from '../stage.ts';
import { clean } from './clean.ts';

const file: Decoded = {
  bytes: new Uint8Array([1]),
  sha256: '0'.repeat(64),
  url: 'http://www.qinghe.gov.cn:8080/a.html',
  fileName: null,
  declaredType: null,
  declaredCharset: null,
  fetchedAt: null,
  mediaType: 'text/html',
  text: '',
  charset: 'utf-8',
  diagnostics: [],
};

const paragraph = (text: string): TextBlock => ({ kind: 'paragraph', role: 'body', text });

function cleaned(blocks: readonly Block[], readBy: 'text' | 'ocr' = 'text') {
  return clean(file, {
    pages: [{ kind: 'text', number: 1, readBy, blocks }],
    pageCount: null,
    cms: null,
    provenance: 'primary',
    repairs: [{ rule: 'blank', count: 1 }],
    diagnostics: [],
    stages: { 'parse.html': '1' },
  });
}

const texts = (lines: readonly string[], readBy: 'text' | 'ocr' = 'text'): string[] =>
  cleaned(lines.map(paragraph), readBy).pages[0]?.blocks.map((block) =>
    'text' in block ? block.text : '',
  ) ?? [];

const report = [
  '青河县城乡规划局2017年度政府信息公开工作年度报告',
  '2017年，我局认真贯彻落实上级部署，不断加强政府信息公开工作。',
  '二、主动公开政府信息情况',
  '2018年1月15日',
];
const inLatin1 = (text: string): string =>
  [...new TextEncoder().encode(text)].map((byte) => String.fromCharCode(byte)).join('');
const inGbk = (text: string): string =>
  new TextDecoder('gbk').decode(new TextEncoder().encode(text));

const annotated = '國(guó)家機(jī)關(guān)公開(kāi)條例';

describe('clean', () => {
  test.each<[string, string, string]>([
    ['a bookmark of Word', '[bookmark: _GoBack]四是加强培训', '四是加强培训'],
    ['a field of Word', '见HYPERLINK "http://a.b/c"附件', '见附件'],
    ['an entity escaped twice', '国务院&nbsp;办公厅&sp;', '国务院 办公厅'],
    ['a tag that lost a byte', '取得成效?！?/span> ', '取得成效。'],
    ['a heading that lost a byte', '?。ǘ┐饛颓闆r', '（二）答復情況'],
    ['radicals for characters', '⽂⾏⺠', '文行民'],
    ['the private-use blank', '主动\ue5e5公开', '主动 公开'],
    ['characters that print nothing', '信\u200b息\ufeff公\u00ad开', '信息公开'],
    ['a blank between number and unit', '办理 84 件', '办理 84件'],
    [
      'blanks of all widths',
      '\u3000\u3000主\u3000送\u00a0\u00a0\u00a0\u00a0机关\u00a0',
      '主 送  机关',
    ],
  ])('%s', (_, from, to) => {
    expect(texts([from])).toEqual([to]);
  });

  test.each([
    '1.1 编制目的',
    '2 组织机构和职责',
    '青禾县水务局 2018年3月1日',
    '五千米(km)，平台(app)',
    '李喆、张乾同志',
    '本局有PAGE一词',
    '，。：；（）',
  ])('%s stays as it is', (line) => {
    expect(texts([line])).toEqual([line]);
  });

  test('where a converter has put blanks at all digits, all of them go', () => {
    const spaced = '于 2018 年 3 月 8 日收到 12 件，办结 12 件';
    expect(texts([spaced])).toEqual(['于2018年3月8日收到12件，办结12件']);
  });

  test('notes and traditional characters go from an annotated copy, with every place kept', () => {
    const [block] = cleaned([paragraph(annotated)]).pages[0]?.blocks ?? [];
    expect(block).toMatchObject({ text: '国家机关公开条例', raw: annotated });
  });

  test('one gloss of a rare character is no annotated copy', () => {
    expect(texts(['歙(shè)县人民政府'])).toEqual(['歙(shè)县人民政府']);
  });

  test.each([
    ['UTF-8 read as GBK', 'gb18030', new TextEncoder().encode('青禾县政府信息公开条例施行办法')],
    ['UTF-8 read as Windows-1252', 'windows-1252', new TextEncoder().encode('青禾县政府信息公开')],
  ])('a whole text of %s is read again', (_, label, bytes) => {
    const wrong = new TextDecoder(label).decode(bytes);
    expect(texts([wrong])).toEqual([new TextDecoder().decode(bytes)]);
  });

  test('blanks between characters go on pages read by OCR only', () => {
    const line = '政 府 信 息 2018 年';
    expect(texts([line], 'ocr')).toEqual(['政府信息2018年']);
    expect(texts(['张 某  王某某'])).toEqual(['张 某  王某某']);
  });

  test('cells are mended like paragraphs, and their lines stay lines', () => {
    const cell = { row: 0, column: 0, rowSpan: 1, columnSpan: 1, text: ' 商业 \n 企业\u00a0' };
    const table: Block = { kind: 'table', role: 'body', rows: 1, columns: 1, cells: [cell] };
    const [block] = cleaned([table]).pages[0]?.blocks ?? [];
    expect(block).toMatchObject({ cells: [{ text: '商业\n企业', raw: cell.text }] });
  });

  test('repairs are counted by rule, those of the parser among them', () => {
    const { repairs } = cleaned([paragraph('甲\u00a0乙'), paragraph('[bookmark: a]丙\u3000丁')]);
    expect(repairs).toEqual([
      { rule: 'blank', count: 3 },
      { rule: 'field-code', count: 1 },
    ]);
  });

  test('the source and the stages tell where the document came from', () => {
    const { source, stages } = cleaned([paragraph('甲')], 'ocr');
    expect(source).toMatchObject({
      host: 'www.qinghe.gov.cn:8080',
      read_by: 'ocr',
      bytes: 1,
      pages: null,
    });
    expect(Object.keys(stages)).toEqual(['decode', 'parse.html', 'clean']);
  });

  test.each([
    ['clean/characters-lost', '本局锟斤拷公开锟斤拷信息'],
    ['clean/tampered', '澳门某某投注网_官网本局澳门某某投注网_官网信息澳门某某投注网_官网'],
  ])('%s: what cannot be mended is told', (code, line) => {
    expect(cleaned([paragraph(line)]).diagnostics.map((each) => each.code)).toEqual([code]);
  });

  test.each([
    ['UTF-8 read as Latin-1', inLatin1, report[3]],
    // Odd runs of bytes have lost their last: what can be is read.
    ['UTF-8 read as GBK', inGbk, report[3]],
  ])('%s, in short lines too', (_, misread, date) => {
    const mended = texts(report.map(misread));
    expect(mended[0]).toBe(report[0]);
    expect(mended[3]).toBe(date);
  });

  test('a page that seemed to hold no text holds one when its characters are mended', () => {
    const parsed = {
      pages: [
        {
          kind: 'text' as const,
          number: 1,
          readBy: 'text' as const,
          blocks: report.map((line) => paragraph(inLatin1(line))),
        },
      ],
      pageCount: null,
      cms: null,
      provenance: 'unknown' as const,
      repairs: [],
      diagnostics: [
        {
          code: 'parse/no-content' as const,
          severity: 'warning' as const,
          message: '',
          place: null,
        },
      ],
      stages: {},
    };
    expect(clean(file, parsed).diagnostics).toEqual([]);
    const empty = [{ ...parsed.pages[0], blocks: [paragraph('加载中')] }] as typeof parsed.pages;
    expect(clean(file, { ...parsed, pages: empty }).diagnostics).toHaveLength(1);
  });

  test('letters set apart are joined, and the digits among them', () => {
    expect(texts(['全 年 主 动 公 开 政 府 信 息 2 2 6 条 。', '2 2 6', '甲 乙 丙'])).toEqual([
      '全年主动公开政府信息226条。',
      '2 2 6',
      '甲 乙 丙',
    ]);
  });

  test('a hijacked copy is a mirror, wherever it came from', () => {
    const spam = '0365cc彩票APP官方版下载_365网';
    const blocks = Array.from({ length: 3 }, () => paragraph(`政府信息${spam}工作`));
    const copy = clean(file, {
      pages: [{ kind: 'text', number: 1, readBy: 'text', blocks }],
      pageCount: null,
      cms: null,
      provenance: 'unknown',
      repairs: [],
      diagnostics: [],
      stages: {},
    });
    expect(copy.source.provenance).toBe('mirror');
  });
});
