import { describe, expect, test } from 'vitest';
import { isValue, readCell } from './cell.ts';

describe('a cell of a column of counts', () => {
  test.each([
    ['0', 0, 'reported', '件'],
    ['０', 0, 'reported', '件'],
    ['0件', 0, 'reported', '件'],
    ['3宗', 3, 'reported', '宗'],
    ['1,234', 1234, 'reported', '件'],
    ['1 234', 1234, 'reported', '件'],
    ['12万', 120_000, 'reported', '件'],
    ['0（本级无此权限）', 0, 'reported', '件'],
    ['/', null, 'not_applicable', '件'],
    ['＼', null, 'not_applicable', '件'],
    ['——', null, 'not_applicable', '件'],
    ['----', null, 'not_applicable', '件'],
    ['-', null, 'not_applicable', '件'],
    ['', null, 'blank', '件'],
    ['\u00a0\u3000', null, 'blank', '件'],
    ['无', 0, 'zero_by_statement', '件'],
    ['没有', 0, 'zero_by_statement', '件'],
    ['未发生', 0, 'zero_by_statement', '件'],
    ['**', null, 'masked', '件'],
    ['-3', null, 'ambiguous', '件'],
    ['1.2.3', null, 'ambiguous', '件'],
    ['详见附件', null, 'ambiguous', '件'],
    ['O', 0, 'ocr_suspect', '件'],
  ])('%j', (text, value, status, unit) => {
    expect(readCell(text, { unit: '件' })).toMatchObject({ value, status, unit });
  });

  test('a rough number says so', () => {
    expect(readCell('20余件', { unit: '件' })).toMatchObject({ precision: 'approx', bound: '>=' });
  });
});

describe('a cell of 本年增/减', () => {
  test.each([
    ['+10', 10],
    ['-11', -11],
    ['－8', -8],
    ['减2', -2],
    ['增3', 3],
    ['0', 0],
  ])('%s', (text, value) => {
    expect(readCell(text, { unit: null, signed: true })).toMatchObject({
      value,
      status: 'reported',
    });
  });
});

describe('money', () => {
  test.each([
    ['80452.3', 80_452.3, '万元'],
    ['3.5万元', 3.5, '万元'],
    ['35000元', 3.5, '万元'],
    ['38万', 38, '万元'],
    ['400', 400, '万元'],
  ])('%s in a column of 万元', (text, value, unit) => {
    expect(readCell(text, { unit: '万元' })).toMatchObject({ value, unit, status: 'reported' });
  });

  test.each([
    ['251000元', 251_000, '元'],
    ['3.5万元', 3.5, '万元'],
  ])('%s in a column without a unit keeps its own', (text, value, unit) => {
    expect(readCell(text, { unit: null })).toMatchObject({ value, unit });
  });
});

test('labels and units cannot stand in a value column', () => {
  expect(['当面申请数', '万元', '条', '第二十条'].filter(isValue)).toEqual([]);
});
