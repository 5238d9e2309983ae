/** What stands before the first chapter: parts, period, addressee. */
import { describe, expect, test } from 'vitest';
import { addresseeIn } from './addressee.ts';
import { partsIn } from './declared-parts.ts';
import { periodIn } from './period.ts';
import { isTruncated } from './truncated.ts';

describe('promised parts', () => {
  const parts = (text: string) => partsIn(text).map(({ start, end }) => text.slice(start, end));

  test.each([
    [
      '本报告由概述、主动公开政府信息情况、收费及减免情况和其他需要报告的事项组成。',
      ['概述', '主动公开政府信息情况', '收费及减免情况', '其他需要报告的事项'],
    ],
    [
      '全文包括概述，主动公开政府信息的情况，收费及减免情况，共三个部分。',
      ['概述', '主动公开政府信息的情况', '收费及减免情况'],
    ],
    [
      '本年报由工作概况，主动公开情况，复议、诉讼的情况，存在的主要问题及改进措施以及统计表组成。',
      ['工作概况', '主动公开情况', '复议、诉讼的情况', '存在的主要问题及改进措施', '统计表'],
    ],
    [
      '本报告由以下三个部分组成：一、概述；二、主动公开政府信息情况；三、附件。',
      ['概述', '主动公开政府信息情况', '附件'],
    ],
    [
      '本报告由“概述”、“重点领域信息公开推进情况和公开情况”、“存在的问题”等部分组成。',
      ['概述', '重点领域信息公开推进情况和公开情况', '存在的问题'],
    ],
  ])('%s', (text, expected) => {
    expect(parts(text)).toEqual(expected);
  });

  test.each([
    '本报告由某市人民政府办公室根据《中华人民共和国政府信息公开条例》规定编制。',
    '我局的公开内容包括领导介绍、政策法规、人事信息等方面。',
  ])('%s promises nothing', (text) => {
    expect(parts(text)).toEqual([]);
  });

  const promised = ['概述', '依申请公开政府信息情况', '重点领域信息公开推进情况', '收费及减免情况'];
  const headings = ['基本情况', '政府信息依申请公开办理情况', '重点领域的信息公开情况', '收费情况'];

  test.each([
    ['every part is there under another title of the same meaning', headings, false],
    ['the end is missing', headings.slice(0, 3), true],
    ['most of it is missing', headings.slice(0, 1), true],
    [
      'one part in the middle has a title that tells nothing',
      headings.toSpliced(2, 1, '工作亮点'),
      false,
    ],
  ])('%s', (_name, there, truncated) => {
    expect(isTruncated([...promised, '需要说明的事项', '附表'], there, false)).toBe(truncated);
  });
});

test.each([
  ['自2017年1月1日起至2017年12月31日止', '2017-01-01', '2017-12-31'],
  ['2017年1月1日起至12月31日', '2017-01-01', '2017-12-31'],
  ['从 2017 年 1 月 1 日 至 2017 年 12 月 20 日', '2017-01-01', '2017-12-20'],
  ['自２０１８年１月１日起，至２０１８年１２月３１日止', '2018-01-01', '2018-12-31'],
])('%s', (text, start, end) => {
  expect(periodIn(text)).toEqual({ start, end });
});

test.each(['2017年13月1日至12月31日', '2017年1月1日', '2017年至2018年'])(
  '%s is no period',
  (text) => {
    expect(periodIn(text)).toBeUndefined();
  },
);

test.each([
  ['市政务公开办：', '市政务公开办'],
  ['　　区人民政府办公室:', '区人民政府办公室'],
  ['现将有关情况报告如下：', undefined],
  ['发布机构：', undefined],
  ['主要做法有：', undefined],
  ['市政府办公室：根据要求编制本报告。', undefined],
])('%s', (text, name) => {
  expect(addresseeIn(text)).toBe(name);
});
