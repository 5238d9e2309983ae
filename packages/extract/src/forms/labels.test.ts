import { expect, test } from 'vitest';
import { labelOfKey } from './labels.ts';

test.each([
  ['requests_received_total', '收到申请数'],
  ['requests_matrix.granted.total', '予以公开 · 总计'],
  ['requests_matrix.received_this_year.natural_person', '本年新收政府信息公开申请数量 · 自然人'],
  ['remedies_table.litigation_direct.upheld', '未经复议直接起诉 · 结果维持'],
  ['disclosure_table.regulations.issued_this_year', '规章 · 本年制发件数'],
  ['nobody_prints_this', undefined],
])('%s is printed as %s', (key, label) => {
  expect(labelOfKey(key)).toBe(label);
});
