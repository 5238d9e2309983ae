/** Every reader of the registry against the contract of readers. */
import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { parsers } from '@xxgk/ingest';
import { describe, expect, test } from 'vitest';
import { jsonAnswer, xmlAnswer } from '../recipes/answer/answers.ts';
import { asOfd } from '../recipes/carriers/ofd.ts';
import { asSheet } from '../recipes/carriers/sheet.ts';
import { asWord } from '../recipes/carriers/word.ts';
import { wordBinary } from '../recipes/doc/word-binary.ts';
import { wordPackage } from '../recipes/docx/package.ts';
import { chineseFontFile } from '../recipes/fonts.ts';
import { bmp } from '../recipes/image/bmp.ts';
import { tiff } from '../recipes/image/tiff.ts';
import { webArchive } from '../recipes/mhtml/archive.ts';
import { textObject } from '../recipes/ofd/objects.ts';
import { ofdPackage } from '../recipes/ofd/package.ts';
import { filledForm, signedPage } from '../recipes/pdf/form.ts';
import { printedPdf } from '../recipes/pdf/printed-lines.ts';
import { ruledTablePdf } from '../recipes/pdf/ruled-table.ts';
import { gbk, row, rtf, unicode } from '../recipes/rtf/document.ts';
import { ods, odsNumber, odsRow, odsText } from '../recipes/sheet/ods.ts';
import { spreadsheetXml } from '../recipes/sheet/spreadsheet-xml.ts';
import { xls } from '../recipes/sheet/xls.ts';
import { xlsx } from '../recipes/sheet/xlsx.ts';
import { inventedTable } from '../recipes/tables.ts';
import { report2017 } from '../recipes/texts/report-2017.ts';
import { report2022 } from '../recipes/texts/report-2022.ts';
import { flatPackage, word2003 } from '../recipes/word-xml/word-2003.ts';
import { parserContract, type Sample } from './parser.ts';

const font = chineseFontFile();

function page(): Canvas {
  const canvas = createCanvas(240, 320);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, 240, 320);
  context.fillStyle = '#000';
  context.fillRect(40, 40, 160, 12);
  return canvas;
}

/** A page in few pixels. */
const small = { width: 60, height: 80, black: (x: number, y: number) => x < 40 && y < 8 };

const samples: Readonly<Record<string, readonly Sample[]>> = {
  pdf: [
    ...(font
      ? [
          {
            name: 'two pages',
            fileName: 'a.pdf',
            make: () =>
              printedPdf(
                [
                  [
                    { text: '某局年度报告', align: 'center', size: 22 },
                    { text: '一、概述', indent: 2 },
                  ],
                  [{ text: '二、问题', indent: 2 }],
                ],
                { font },
              ),
          },
          {
            name: 'ruled table',
            fileName: 'b.pdf',
            make: () =>
              ruledTablePdf(inventedTable(5), {
                font,
                ruling: 'strokes',
                breaks: [6],
                repeatHead: true,
              }),
          },
        ]
      : []),
    { name: 'filled form', fileName: 'c.pdf', make: () => filledForm(true) },
    { name: 'signed page', fileName: 'd.pdf', make: () => signedPage('一句话。', '某某局') },
  ],
  docx: [
    { name: 'report', fileName: 'a.docx', make: () => asWord(report2017) },
    {
      name: 'raw XML',
      fileName: 'b.docx',
      make: () => wordPackage({ body: '<w:p><w:r><w:t>通知</w:t></w:r></w:p>' }),
    },
  ],
  ofd: [
    { name: 'report', fileName: 'a.ofd', make: () => asOfd(report2017) },
    {
      name: 'two pages over a template',
      fileName: 'b.ofd',
      make: () =>
        ofdPackage({
          pages: [
            textObject('关于放假的通知', 60, 60, { size: 7 }),
            textObject('某局', 150, 60, { size: 5 }),
          ],
          template: textObject('某局文件', 70, 40, { size: 12, color: '215 20 26' }),
        }),
    },
  ],
  doc: [
    {
      name: 'report',
      fileName: 'a.doc',
      make: () =>
        wordBinary([
          '年度报告',
          [
            ['指标', '数'],
            ['收到申请数', '3'],
          ],
          '某局',
        ]),
    },
  ],
  rtf: [
    {
      name: 'text and table',
      fileName: 'a.rtf',
      make: () =>
        rtf(`${gbk('年度报告')}\\par ${row([gbk('指标')], ['3'])}${unicode('某局')}\\par`),
    },
  ],
  'word-xml': [
    {
      name: 'Word 2003',
      fileName: 'a.doc',
      make: () => word2003({ body: '<w:p><w:r><w:t>通知</w:t></w:r></w:p>' }),
    },
    {
      name: 'Flat OPC',
      fileName: 'a.xml',
      make: () => flatPackage({ body: '<w:p><w:r><w:t>通知</w:t></w:r></w:p>' }),
    },
  ],
  mhtml: [
    {
      name: 'page',
      fileName: 'a.mht',
      make: () =>
        webArchive([
          {
            type: 'text/html; charset="utf-8"',
            encoding: 'quoted-printable',
            content: Buffer.from('<html><body><p>关于放假的通知。</p></body></html>'),
          },
        ]),
    },
  ],
  xlsx: [
    { name: 'form of 2014', fileName: 'a.xlsx', make: () => xlsx([asSheet(report2017)]) },
    { name: 'matrix of 2021', fileName: 'a.et', make: () => xlsx([asSheet(report2022)]) },
  ],
  ods: [
    {
      name: 'sheet',
      fileName: 'a.ods',
      make: () =>
        ods(odsRow(odsText('项目') + odsText('数')) + odsRow(odsText('甲') + odsNumber(3))),
    },
  ],
  json: [
    { name: 'article', fileName: 'a.json', make: () => Buffer.from(jsonAnswer()) },
    {
      name: 'article in a call',
      fileName: 'a.js',
      make: () => Buffer.from(`cb(${jsonAnswer()});`),
    },
  ],
  xml: [{ name: 'article', fileName: 'a.xml', make: () => Buffer.from(xmlAnswer()) }],
  'spreadsheet-xml': [
    { name: 'form of 2014', fileName: 'a.xls', make: () => spreadsheetXml([asSheet(report2017)]) },
    {
      name: 'matrix of 2021',
      fileName: 'a.xml',
      make: () => spreadsheetXml([asSheet(report2022)]),
    },
  ],
  xls: [
    { name: 'form of 2014', fileName: 'a.xls', make: () => xls([asSheet(report2017)]) },
    { name: 'matrix of 2021', fileName: 'a.et', make: () => xls([asSheet(report2022)]) },
  ],
  png: [{ name: 'page', fileName: 'a.png', make: () => page().encode('png') }],
  jpeg: [{ name: 'page', fileName: 'a.jpg', make: () => page().encode('jpeg') }],
  webp: [{ name: 'page', fileName: 'a.webp', make: () => page().encode('webp') }],
  avif: [{ name: 'page', fileName: 'a.avif', make: () => page().encode('avif') }],
  gif: [{ name: 'page', fileName: 'a.gif', make: () => page().encode('gif') }],
  bmp: [
    { name: 'page', fileName: 'a.bmp', make: () => bmp({ ...small, depth: 24 }) },
    {
      name: 'page in runs',
      fileName: 'b.bmp',
      make: () => bmp({ ...small, depth: 8, runs: true }),
    },
  ],
  tiff: [
    { name: 'two pages', fileName: 'a.tif', make: () => tiff([small, small]) },
    { name: 'BigTIFF', fileName: 'b.tiff', make: () => tiff([small], { big: true }) },
  ],
};

for (const parser of parsers) {
  const own = samples[parser.name] ?? [];
  if (own.length > 0) parserContract(parser, own);
}

describe('registry', () => {
  test('gives each format one reader with a name of its own', () => {
    const names = parsers.map((parser) => parser.name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(
      expect.arrayContaining([
        'pdf',
        'docx',
        'xlsx',
        'ofd',
        'xls',
        'doc',
        'png',
        'jpeg',
        'html',
        'csv',
      ]),
    );
  });
});
