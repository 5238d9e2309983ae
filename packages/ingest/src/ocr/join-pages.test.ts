import type { TextBlock } from '@xxgk/extract/document';
import { describe, expect, test } from 'vitest';
import type { TextPage } from '../stage.ts';
import { joinPages } from './join-pages.ts';

type Shape = Partial<TextBlock>;

function block(page: number, text: string, shape: Shape = {}): TextBlock {
  const segment = { start: 0, end: text.length, page, confidence: 0.9 };
  return {
    kind: 'paragraph',
    role: 'body',
    text,
    align: 'justify',
    indent: 0,
    segments: [segment],
    ...shape,
  };
}

function page(number: number, ...blocks: readonly TextBlock[]): TextPage {
  return { kind: 'text', number, readBy: 'ocr', blocks };
}

const texts = (pages: readonly TextPage[]) =>
  joinPages(pages).map(({ blocks }) => blocks.map((one) => ('text' in one ? one.text : '')));

describe('joinPages', () => {
  test('joins a paragraph that the page end cuts, past the page number', () => {
    const folio = block(1, '—1—', { role: 'folio' });
    const [first, second] = joinPages([
      page(1, block(1, '各单位要', { indent: 2 }), folio),
      page(2, block(2, '抓好落实。'), block(2, '完。', { indent: 2 })),
    ]);
    expect(first?.blocks[0]).toMatchObject({
      text: '各单位要抓好落实。',
      segments: [
        { start: 0, end: 4, page: 1 },
        { start: 4, end: 9, page: 2 },
      ],
    });
    expect(second?.blocks).toHaveLength(1);
  });

  test('keeps the way back of mended text', () => {
    const head = block(1, '（甲）', { raw: '(甲)}', map: [[3, 4]] });
    const tail = block(2, '乙丙。', { raw: '乙 丙。', map: [[1, 2]] });
    const [joined] = joinPages([page(1, head), page(2, tail)])[0]?.blocks ?? [];
    expect(joined).toMatchObject({
      text: '（甲）乙丙。',
      raw: '(甲)}乙 丙。',
      map: [
        [3, 4],
        [4, 6],
      ],
    });
  });

  test.each<[string, TextBlock, TextBlock]>([
    ['ended', block(1, '已落实。'), block(2, '各单位')],
    ['indented', block(1, '各单位要'), block(2, '抓好落实', { indent: 2 })],
    ['numbered', block(1, '各单位要'), block(2, '二、抓好落实')],
    ['centred', block(1, '各单位要'), block(2, '实施方案', { align: 'center' })],
    ['larger', block(1, '各单位要'), block(2, '实施方案', { scale: 1.4 })],
    ['a signature', block(1, '某某局', { align: 'right' }), block(2, '抓好落实')],
  ])('leaves the next paragraph alone when it is %s', (_, head, tail) => {
    expect(texts([page(1, head), page(2, tail)])).toEqual([[head.text], [tail.text]]);
  });

  test('joins nothing over a page that is missing', () => {
    expect(texts([page(1, block(1, '各单位要')), page(3, block(3, '抓好'))])).toEqual([
      ['各单位要'],
      ['抓好'],
    ]);
  });

  test('a first line that three pages share is a header', () => {
    const pages = [1, 2, 3].map((n) => page(n, block(n, `${n} 第一篇总论`), block(n, '文。')));
    expect(joinPages(pages).map(({ blocks }) => blocks[0]?.role)).toEqual([
      'header',
      'header',
      'header',
    ]);
  });
});
