import type { Traced } from '@xxgk/extract/document';
import { expect, test } from 'vitest';
import { mended } from './mend.ts';

test.each([
  ['楚发[2018]17号', '楚发〔2018〕17号'],
  ['楚发【2018]17号', '楚发〔2018〕17号'],
  ['楚发L2018]17号', '楚发〔2018〕17号'],
  ['楚发［2018]17号', '楚发〔2018〕17号'],
  ['楚教函(2020)第3号', '楚教函〔2020〕第3号'],
  ['各科(室)、分局:', '各科（室）、分局：'],
  ['情况如下:1.收到', '情况如下：1.收到'],
  ['公 开 目 录', '公开目录'],
  ['共“一号“和“二号“', '共“一号”和“二号”'],
  ['2018年8月1白', '2018年8月1日'],
  ['各科(室)}、', '各科（室）、'],
  ['各科（室}、', '各科（室）、'],
  ['各科(室]', '各科（室）'],
  // A court case, no document number: only the width changes.
  ['(2018)苏01民初7号', '（2018）苏01民初7号'],
])('mends %s', (read, text) => {
  expect(mended({ text: read })).toMatchObject({ text, raw: read });
});

test.each([
  ['an amount', '收入1,234.5元'],
  ['a time', '上午9:30开会'],
  ['a year that is no document number', '计划[2018]的要求'],
  ['a lone quote', '一“个'],
  ['a wide gap', '办公室  2018年8月1日印发'],
  ['a doubtful digit', '2Ol8年'],
  ['a pair of another kind inside', '（见[3]）'],
])('leaves %s as read', (_, text) => {
  expect(mended({ text })).toEqual({ text });
});

test('the map leads from the mended text to what was read', () => {
  const traced: Traced = { text: '甲乙 丙' };
  expect(mended(traced)).toMatchObject({ text: '甲乙丙', map: [[2, 3]] });
});
