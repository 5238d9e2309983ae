import { cases } from './cases.ts';
import { interpretedTitle } from './interpreted-title.ts';

export const tables = [
  cases({
    rule: interpretedTitle,
    reads: [
      [
        '青河市防汛应急管理办法',
        '关于青河市防汛应急管理办法的政策解读',
        '青河市防汛应急管理办法解读',
      ],
    ],
    quotes: [
      ['《青河市防汛预案》', '《青河市防汛预案》解读'],
      ['《青河市防汛预案》', '一图读懂《青河市防汛预案》'],
    ],
    ignores: ['政策解读', '政策解读材料'],
  }),
];
