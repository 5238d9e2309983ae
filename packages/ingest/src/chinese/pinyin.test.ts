import { expect, test } from 'vitest';
import { pinyinNotes } from './pinyin.ts';

const removed = (text: string): string[] =>
  pinyinNotes(text)
    .filter(({ accepted }) => accepted)
    .map(({ start, end }) => text.slice(start, end));

test.each([
  ['國(guó)家', ['(guó)']],
  ['人（rén）民', ['（rén）']],
  ['政(zheng)(zheng)府(fu)(fu)', ['(zheng)(zheng)', '(fu)(fu)']],
  ['績(jī)溪', ['(jī)']],
  ['綠(lǜ)化', ['(lǜ)']],
  ['法律(lu:)', []],
])('%s: the reading of the character before is a note', (text, notes) => {
  expect(removed(text)).toEqual(notes);
});

test.each(['五千米(km)', '12公顷(ha)', '附件(pdf)', '手机平台(app)', '张某某(女)', '国(jia)'])(
  '%s: what is no reading stays',
  (text) => {
    expect(removed(text)).toEqual([]);
  },
);

test('notes without a tone mark are told apart, for they prove less', () => {
  expect(pinyinNotes('公(gong)開(kāi)').map(({ toned }) => toned)).toEqual([false, true]);
});
