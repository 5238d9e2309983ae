import { expect, test } from 'vitest';
import { keyOf, legible } from './key.ts';

test.each([
  ['索&nbsp;引&nbsp;号：'.replaceAll('&nbsp;', '\u00a0'), '索引号:'],
  ['無(wú)障礙(ài)', '无障碍'],
  ['　文　号', '文号'],
  ['Ｑ＆Ａ', 'Q&A'],
])('%s compares as %s', (text, key) => {
  expect(keyOf(text)).toBe(key);
});

test('a legible text leads back to the one it was made of', () => {
  expect(legible('來(lái)源')).toMatchObject({ text: '来源', raw: '來(lái)源' });
});
