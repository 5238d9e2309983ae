import { expect, test } from 'vitest';
import { documentOf } from './document-of.ts';
import { outlineOf } from './outline.ts';
import { readingOf } from './reading.ts';

const outlined = (...lines: string[]) => {
  const reading = readingOf(documentOf(...lines));
  return outlineOf({ reading, position: 0, items: reading.items, relation: 'main', parent: null });
};

const headings = (...lines: string[]): string[] =>
  outlined(...lines).sections.map(
    ({ heading: { level, number, title } }) => `${level} ${number} ${title}`,
  );

test('levels come from the form of the number, never from its continuity', () => {
  expect(
    headings('一、发布', '（一）解读', '1.公示', '二、服务', '（二）网站', '（1）维护'),
  ).toEqual([
    '1 一、 发布',
    '2 （一） 解读',
    '3 1. 公示',
    '1 二、 服务',
    '2 （二） 网站',
    '4 （1） 维护',
  ]);
});

test('a heading that runs on ends at the first stop; the rest is text of its section', () => {
  const [section] = outlined('（一）主动公开。全年公开20条。', '另有30条。').sections;
  expect(section?.heading.title).toBe('主动公开');
  expect(section?.rest).toBe('全年公开20条。');
  expect(section?.items).toHaveLength(1);
});

test('a numbered sentence is a heading as a whole', () => {
  expect(headings('1. 结合本地实际，制定清单，按月更新。')).toEqual([
    '3 1. 结合本地实际，制定清单，按月更新',
  ]);
});

test('what stands before the first number is preamble', () => {
  expect(outlined('年度报告', '现公布报告。', '一、概述').preamble).toHaveLength(2);
});

test.each([
  ['provisions', ['第一条　为加强管理，制定本办法。']],
  ['items of a sentence', ['具备下列条件：', '（一）有名称；', '（二）有场所；', '（三）有人员。']],
  ['dates and amounts', ['2017.12.31', '5.15宣传', '1.5万元']],
  ['words', ['一是加强领导。', '首先，提高认识。']],
  ['names of attachments', ['附件：1.档案管理办法', '2.档案登记表']],
  ['entries with a page', ['一、总则……………1', '二、附则  2']],
])('%s are no headings', (_, lines) => {
  expect(headings(...lines)).toEqual([]);
});

test('a table of contents is read once, as the headings it announces', () => {
  expect(
    headings('目　录', '一、总则', '二、附则', '一、总则', '说明。', '二、附则', '说明。'),
  ).toEqual(['1 一、 总则', '1 二、 附则']);
});
