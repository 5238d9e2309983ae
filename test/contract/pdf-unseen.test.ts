/** PDF: text that the page does not show, and what is laid over or under the text. */
import { describe, expect, test } from 'vitest';
import { at, hex, onePage, PdfFile } from '../recipes/pdf/file.ts';
import { besidesOf, bodyOf, codesOf, pdfReader } from './pdf-read.ts';

const read = pdfReader();
const sentence = '本机关全年公开信息若干条。';
const body = at(73, 700, sentence);

describe('what cannot be seen is no text, and is told', () => {
  const cases: [what: string, operators: string, dropped: string][] = [
    ['neither filled nor stroked', at(73, 600, '看不见', '3 Tr'), 'invisible-text 看不见'],
    ['white on white', at(73, 600, '白字', '1 g'), 'invisible-text 白字'],
    ['transparent', `/Clear gs ${at(73, 600, '透明')}`, 'invisible-text 透明'],
    ['painted over', `${at(73, 600, '盖住')} q 0 g 60 590 300 30 re f Q`, 'covered-text 盖住'],
    ['clipped off', `q 60 580 40 60 re W n ${at(73, 600, '甲乙丙丁')} Q`, 'clipped-text 丙丁'],
    ['outside of the page', at(-300, 600, '页外'), 'off-page-text 页外'],
    ['too small to read', at(73, 600, '细字', '', 0.5), 'tiny-text 细字'],
    ['in a layer that is off', `/OC /Off BDC ${at(73, 600, '图层')} EMC`, 'invisible-text 图层'],
  ];

  test.each(cases)('%s', async (_, operators, dropped) => {
    const file = new PdfFile();
    const off = file.add(`<< /Type /OCG /Name (off) >>`);
    file.catalog = `/OCProperties << /OCGs [${off}] /D << /OFF [${off}] >> >>`;
    file.page({
      content: body + operators,
      resources: `/Properties << /Off ${off} >> /ExtGState << /Clear << /ca 0 >> >>`,
    });
    const found = await read(file.bytes());
    expect(bodyOf(found).join('')).not.toContain(dropped.slice(-2));
    expect(besidesOf(found)).toEqual([`dropped ${dropped}`]);
    expect(codesOf(found)).toEqual(['parse/hidden-text']);
  });
});

describe('what only looks like it is text', () => {
  const cases: [what: string, operators: string, text: string][] = [
    [
      'white on a dark ground',
      `0 0 0.5 rg 60 590 300 40 re f ${at(73, 600, '白字', '1 g')}`,
      '白字',
    ],
    ['crossed out', `${at(73, 600, '删除线')} q 0 g 60 605 300 1 re f Q`, '删除线'],
    [
      'under a transparent marker',
      `${at(73, 600, '荧光笔')} /Half gs 60 590 300 30 re f`,
      '荧光笔',
    ],
    ['stroked only', at(73, 600, '空心字', '1 Tr'), '空心字'],
    ['white inside, with an edge', at(73, 600, '描边字', '1 g 2 Tr'), '描边字'],
  ];

  test.each(cases)('%s', async (_, operators, text) => {
    const content = body + operators;
    const found = await read(
      onePage({ content, resources: '/ExtGState << /Half << /ca 0.4 >> >>' }),
    );
    expect(bodyOf(found).at(-1)).toBe(text);
    expect(besidesOf(found)).toEqual([]);
  });

  test('letters painted several times to look bold are one', async () => {
    const content = at(73, 700, '标题11') + at(73.4, 700, '标题11') + at(73, 699.7, '标题11');
    expect(bodyOf(await read(onePage({ content })))).toEqual(['标题11']);
  });
});

describe('watermarks', () => {
  const words = '内部资料';

  test('across the page', async () => {
    const content = `${body} q 0.7 g BT /F1 60 Tf 0.7 0.7 -0.7 0.7 150 300 Tm ${hex(words)} Tj ET Q`;
    const found = await read(onePage({ content }));
    expect(bodyOf(found)).toEqual([sentence]);
    expect(besidesOf(found)).toEqual([`dropped watermark ${words}`]);
  });

  test('pale and large behind the text of each page', async () => {
    const file = new PdfFile();
    for (const page of ['一', '二', '三']) {
      file.page({ content: at(100, 690, words, '0.8 g', 40) + body + at(73, 650, `第${page}页`) });
    }
    const found = await read(file.bytes());
    expect(bodyOf(found).join('')).not.toContain(words);
    expect(besidesOf(found)).toEqual(Array.from({ length: 3 }, () => `dropped watermark ${words}`));
  });

  test('as an annotation', async () => {
    const file = new PdfFile();
    const look = file.stream(
      '/Type /XObject /Subtype /Form /BBox [0 0 300 80] /Resources << /Font << /F1 5 0 R >> >>',
      `BT /F1 40 Tf 5 20 Td ${hex(words)} Tj ET`,
    );
    file.page({
      content: body,
      entries: `/Annots [<< /Type /Annot /Subtype /Watermark /Rect [100 300 400 380] /F 4 /AP << /N ${look} >> >>]`,
    });
    const found = await read(file.bytes());
    expect(bodyOf(found)).toEqual([sentence]);
    expect(besidesOf(found)).toEqual([`dropped watermark ${words}`]);
  });

  test('a grey line that each page repeats in its text is no watermark', async () => {
    const file = new PdfFile();
    for (const page of ['一', '二', '三']) {
      file.page({ content: at(73, 500, '表头灰字', '0.6 g') + body + at(73, 400, `第${page}页`) });
    }
    expect(bodyOf(await read(file.bytes())).join('')).toContain('表头灰字');
  });
});
