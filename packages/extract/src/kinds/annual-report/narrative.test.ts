import { expect, test } from 'vitest';
import { reportOf } from './report-of.ts';

const narrativeIn = (...lines: string[]) =>
  reportOf('临江市水务局2018年政府信息公开工作年度报告', '一、概述', '工作平稳。', ...lines)
    .narrative;

test('numbering that starts again begins the measures', () => {
  const { problems, measures } = narrativeIn(
    '二、存在的主要问题及改进措施',
    '一年来工作有了提升，但还存在许多问题，主要表现在以下方面：',
    '1.队伍有待加强。人手不够。',
    '2.内容有待充实。',
    '2019年，我局将进一步加大力度，具体改进措施如下：',
    '1.加强领导。',
    '2.强化落实。',
    '3.抓好培训。',
  );
  expect(problems).toEqual(['队伍有待加强。人手不够。', '内容有待充实。']);
  expect(measures).toEqual(['加强领导。', '强化落实。', '抓好培训。']);
});

test('headings that only name a list are no items', () => {
  const { problems, measures } = narrativeIn(
    '二、存在的主要问题及改进措施',
    '（一）存在的问题',
    '1.内容不够全面。',
    '2.更新不够及时。',
    '（二）改进措施',
    '1.加强组织领导。',
  );
  expect(problems).toEqual(['内容不够全面。', '更新不够及时。']);
  expect(measures).toEqual(['加强组织领导。']);
});

test('without numbers, sentences are the items', () => {
  const { problems, measures } = narrativeIn(
    '二、存在的问题和改进措施',
    '存在的主要问题是公开的广度与公众的需求还有差距。',
    '改进措施：继续推进公开。一是细化目录。二是加强培训。',
  );
  expect(problems).toEqual(['存在的主要问题是公开的广度与公众的需求还有差距。']);
  expect(measures).toEqual(['细化目录。', '加强培训。']);
});

test('a report without the chapter has neither', () => {
  expect(narrativeIn('二、其他需要报告的事项', '无')).toEqual({ problems: [], measures: [] });
});
