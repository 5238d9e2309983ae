import { cases } from './cases.ts';
import { collapsedDate } from './collapsed-date.ts';

export const tables = [
  cases({
    rule: collapsedDate,
    reads: [
      ['2019-01-01', '201911日'],
      ['2017-12-31', '20171231日'],
      ['2017-02-10', '2017210日'],
    ],
    ignores: [
      '2020119日', // 1-19 or 11-9
      '2020111日',
      '20200日',
    ],
  }),
];
