import { expect, test } from 'vitest';
import type { Block } from './document.ts';
import { documentOf, tableOf } from './document-of.ts';
import { isLine, readingOf } from './reading.ts';
import { split } from './split.ts';

type Given = readonly (string | Block)[];

/** Relation and first line of each part. */
const partsOf = (...lines: Given): string[] =>
  split(readingOf(documentOf(...lines))).map(({ relation, items }) => {
    const [head] = items;
    return `${relation}: ${head && isLine(head) ? head.text : ''}`;
  });

const notice = [
  '关于印发《青河市档案管理办法》的通知',
  '各科室：',
  '现将《青河市档案管理办法》印发给你们，请遵照执行。',
];

test('the text that a notice issues begins at its title, wrapped or letter-spaced', () => {
  const rules = ['青河市档案', '管　理　办　法', '第一条　为加强档案管理，制定本办法。'];
  expect(partsOf(...notice, '青河市规划局', '2018年8月1日', ...rules)).toEqual([
    'main: 关于印发《青河市档案管理办法》的通知',
    'attached: 青河市档案',
  ]);
});

test('a text of another title begins behind the signature', () => {
  expect(
    partsOf(
      '关于做好防汛工作的通知',
      '各镇：',
      '请按方案做好工作。',
      '青河市水务局',
      '2018年8月1日',
      '2018年度防汛工作实施方案',
      '为做好工作，制定本方案。',
    ),
  ).toEqual(['main: 关于做好防汛工作的通知', 'attached: 2018年度防汛工作实施方案']);
});

test('an attached text keeps its 附件 line, an attached table is none', () => {
  expect(
    partsOf(
      ...notice,
      '附件：1.青河市档案管理办法',
      '2.档案登记表',
      '青河市规划局',
      '2018年8月1日',
      '附件1',
      '青河市档案管理办法',
      '第一条　为加强档案管理，制定本办法。',
      '附件2',
      '档案登记表',
      tableOf([
        ['序号', '名称'],
        ['1', '图纸'],
      ]),
    ),
  ).toEqual(['main: 关于印发《青河市档案管理办法》的通知', 'attached: 附件1']);
});

test('a forwarded report with its own addressee and signature', () => {
  expect(
    partsOf(
      '青河市人民政府转发市水务局',
      '关于加强水库管理意见报告的通知',
      '各镇人民政府：',
      '市水务局《关于加强水库管理意见的报告》已经市政府同意，现转发给你们。',
      '青河市人民政府',
      '二〇〇八年四月一日',
      '关于加强水库管理意见的报告',
      '市政府：',
      '为加强水库管理，提出以下意见。',
      '市水务局',
      '二〇〇八年三月二日',
    ),
  ).toEqual(['main: 青河市人民政府转发市水务局', 'attached: 关于加强水库管理意见的报告']);
});

test('an interpretation repeats the title, or stands under 政策解读 behind the signature', () => {
  const signed = [...notice, '青河市规划局', '2018年8月1日'];
  expect(partsOf(...signed, '《青河市档案管理办法》解读', '一、制定背景。为了规范管理。')).toEqual([
    'main: 关于印发《青河市档案管理办法》的通知',
    'interpretation: 《青河市档案管理办法》解读',
  ]);
  expect(partsOf(...signed, '政策解读', '为了规范管理，制定本办法。').at(-1)).toBe(
    'interpretation: 政策解读',
  );
});

test.each([
  [
    'a heading that only speaks of 解读',
    ['规划局年度报告', '全年工作良好。', '加强政策解读', '做好解读工作。'],
  ],
  [
    'a list of cited titles',
    ['关于学习文件的通知', '请学习《档案管理办法》。', '《档案管理办法》', '请于月底前完成。'],
  ],
  [
    'an order with its regulation',
    [
      '青河市人民政府令',
      '第31号',
      '《青河市档案管理办法》已经通过，现予公布。',
      '市长　王明',
      '2018年8月1日',
      '青河市档案管理办法',
      '第一条　为加强管理，制定本办法。',
    ],
  ],
  [
    'a date inside the text',
    [
      '关于会议的通知',
      '会议时间：',
      '2018年8月1日',
      '会议地点在二楼。',
      '会议管理规定',
      '请遵守会议管理规定。',
    ],
  ],
])('%s is one document', (_, lines) => {
  expect(partsOf(...lines)).toHaveLength(1);
});
