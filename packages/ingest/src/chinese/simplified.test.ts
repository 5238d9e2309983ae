import { expect, test } from 'vitest';
import { edit } from '../edit.ts';
import { mainlandWords, toSimplified, traditionalShare } from './simplified.ts';

const simplified = (text: string): string => {
  const once = edit({ text }, toSimplified(text));
  return edit(once, mainlandWords(once.text)).text;
};

test.each([
  ['政府信息公開條例', '政府信息公开条例'],
  ['建立組織機構，群眾查詢檔案', '建立组织机构，群众查询档案'],
  ['行政覆議與諮詢', '行政复议与咨询'],
  ['著力推進資訊公開', '着力推进信息公开'],
  ['全麵體係', '全面体系'],
])('%s → %s: characters change, words do not', (from, to) => {
  expect(simplified(from)).toBe(to);
});

test('each character is a replacement of its own, so that its place is kept', () => {
  expect(toSimplified('政府資訊')).toEqual([
    { start: 2, end: 3, text: '资' },
    { start: 3, end: 4, text: '讯' },
  ]);
});

test('the share of traditional characters tells a copy from a name', () => {
  expect(traditionalShare('現將我局政府信息公開工作情況報告如下')).toBeGreaterThan(0.2);
  expect(traditionalShare('李喆同志任青禾县水务局局长，试用期一年，乾元镇人民政府')).toBeLessThan(
    0.05,
  );
  expect(traditionalShare('2017-02-03')).toBe(0);
});
