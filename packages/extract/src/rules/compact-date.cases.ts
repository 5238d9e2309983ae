import { cases } from './cases.ts';
import { compactDate } from './compact-date.ts';

export const tables = [
  cases({
    rule: compactDate,
    reads: [['2018-01-15', '20180115']],
    ignores: ['20181315', '201801155', '19480101a', '00000001'],
  }),
];
