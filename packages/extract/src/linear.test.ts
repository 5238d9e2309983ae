/** Hostile text costs time in proportion to its length: no rule, and no way through extract(), is quadratic. */
import { describe, expect, test } from 'vitest';
import { documentOf } from './document-of.ts';
import { extract } from './extract.ts';
import { FACTOR, growth, WORST } from './growth.ts';
import { rules } from './rules/index.ts';

/** What opens and never closes, what repeats, and heads of the patterns. */
const HOSTILE = [
  '《',
  '（',
  '“',
  '《（“',
  '9',
  '、',
  '　',
  '市',
  '关于',
  '2018年',
  '〔2018〕',
  '抄送：',
  '自　',
  '共　　　　',
  '有效期，',
  '自2019年3月1日起施行',
  '有效期五年，',
  '1.清单甲乙；',
  '人民政府',
  '请与',
];

const SHORT = 5000;

/** How many times more work the long text makes. */
function grows(run: (text: string) => unknown, piece: string): number {
  const short = piece.repeat(Math.ceil(SHORT / piece.length));
  const long = short.repeat(FACTOR);
  return growth(
    () => run(short),
    () => run(long),
  );
}

describe.each(rules.map((rule) => ({ id: rule.id, rule })))('$id', ({ rule }) => {
  test.each(HOSTILE)('%j again and again', (piece) => {
    expect(grows((text) => [...rule.find(text)], piece)).toBeLessThan(WORST);
  });
});

const linesOf = (text: string): string[] => text.match(/.{1,50}/gsu) ?? [];

const documents: Readonly<Record<string, (text: string) => unknown>> = {
  'one paragraph': (text) =>
    extract(documentOf('关于培训的通知', '各科室：', text, '无锡市规划局', '2018年8月1日'), {
      version: '1.0.0',
    }),
  'the whole text': (text) => extract(documentOf(text), { version: '1.0.0' }),
  'many lines': (text) =>
    extract(documentOf('关于培训的通知', ...linesOf(text), '2018年8月1日'), {
      version: '1.0.0',
    }),
};

describe.each(Object.entries(documents))('extract: %s', (_name, run) => {
  test.each(HOSTILE)('%j again and again', (piece) => {
    expect(grows(run, piece)).toBeLessThan(WORST);
  });
});

const LINES = [
  '2018年8月1日',
  '无锡市规划局',
  '附件1',
  '附件：1.防汛物资清单',
  '本办法自发布之日起施行，有效期五年',
  '《关于档案的办法》解读',
  '一、要求',
  '各科室：',
];

describe('extract: lines of one kind', () => {
  test.each(LINES)('%s again and again', (line) => {
    const run = (count: number) => () =>
      extract(documentOf('关于培训的通知', ...Array<string>(count).fill(line), '请遵照执行。'), {
        version: '1.0.0',
      });
    expect(growth(run(400), run(400 * FACTOR))).toBeLessThan(WORST);
  });
});
