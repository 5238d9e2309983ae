import { describe, expect, test } from 'vitest';
import { columnOf, type ReadLine } from './line.ts';
import { paragraphs } from './paragraphs.ts';

const em = 40;
const left = 200;

interface Shape {
  readonly indent?: number;
  readonly size?: number;
  readonly cut?: boolean;
  readonly divided?: boolean;
}

/** A line of text set `indent` characters behind the left margin, on the `row`th line. */
function line(row: number, text: string, shape: Shape = {}): ReadLine {
  const { indent = 0, size = 1, cut = false, divided = false } = shape;
  const x0 = left + indent * em;
  const x1 = x0 + text.length * em * size;
  const y0 = 100 + row * 2 * em;
  return {
    ink: [x0, y0, x1, y0 + em * size],
    characters: [...text].map((character) => ({
      text: character,
      confidence: 0.99,
      box: [x0, y0, x1, y0 + em],
    })),
    divided,
    cut,
  };
}

const full = (count: number): string => '文'.repeat(count);
const blocksOf = (lines: readonly ReadLine[]) =>
  paragraphs(lines, columnOf(lines, em), 1).map(({ block }) => block);
const texts = (lines: readonly ReadLine[]) => blocksOf(lines).map(({ text }) => text);

describe('paragraphs', () => {
  test('an indented line begins one, full lines run on', () => {
    const lines = [
      line(0, full(26), { indent: 2 }),
      line(1, full(28)),
      line(2, '完。'),
      line(3, full(26), { indent: 2 }),
      line(4, '毕。'),
    ];
    expect(texts(lines)).toEqual([`${full(54)}完。`, `${full(26)}毕。`]);
  });

  test('lines of a title stay apart and are centred, a signature stands right', () => {
    const lines = [
      line(0, full(18), { indent: 1.4, size: 1.4 }),
      line(1, full(10), { indent: 7, size: 1.4 }),
      line(2, full(26), { indent: 2 }),
      line(3, full(28)),
      line(4, '某某市水务局', { indent: 19 }),
    ];
    expect(blocksOf(lines).map(({ align }) => align)).toEqual([
      'center',
      'center',
      'justify',
      'right',
    ]);
  });

  test('a line that ends early with a full stop ends its paragraph without any indent', () => {
    const lines = [line(0, full(28)), line(1, `${full(9)}。`), line(2, full(28)), line(3, '完。')];
    expect(texts(lines)).toEqual([`${full(37)}。`, `${full(28)}完。`]);
  });

  test('an addressee line does not run into the text', () => {
    const lines = [line(0, '各科室、各单位：'), line(1, full(26), { indent: 2 }), line(2, '完。')];
    expect(texts(lines)).toEqual(['各科室、各单位：', `${full(26)}完。`]);
  });

  test('a title that is wider than the text does not move its margins', () => {
    const lines = [
      line(0, full(22), { indent: -1.4, size: 1.4 }),
      line(1, full(26), { indent: 2 }),
      line(2, full(28)),
      line(3, '完。'),
    ];
    expect(texts(lines)).toEqual([full(22), `${full(54)}完。`]);
  });

  test('a ruled line above, or a wide gap inside, keeps lines apart', () => {
    const lines = [
      line(0, full(28)),
      line(1, full(28), { cut: true }),
      line(2, full(28), { divided: true }),
      line(3, full(28)),
    ];
    expect(texts(lines)).toHaveLength(4);
  });

  test('tells the size of the letters and the indent', () => {
    const [title, text] = blocksOf([
      line(0, full(10), { indent: 7, size: 1.4 }),
      line(1, full(26), { indent: 2 }),
      line(2, full(28)),
    ]);
    expect(title?.scale).toBeCloseTo(1.4);
    expect([text?.scale, text?.indent]).toEqual([1, 2]);
  });
});
