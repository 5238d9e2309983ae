import { cases } from './cases.ts';
import { joinedLine } from './joined-line.ts';

export const tables = [
  cases({
    rule: joinedLine,
    reads: [
      ['管理办法', '管　理　办　法', '管 理 办 法', '　管理办法　'],
      ['2017年规划局报告', '2017 年规划局 报告'],
      ['APP Store使用说明', 'APP Store 使用说明'],
    ],
    ignores: ['', '　'],
  }),
];
