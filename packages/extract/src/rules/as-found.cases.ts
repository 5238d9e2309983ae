import { asFound } from './as-found.ts';
import { cases } from './cases.ts';

export const tables = [
  cases({
    rule: asFound,
    reads: [['青河市规划局', '青河市规划局']],
    quotes: [['首页', '  首页 ']],
    ignores: ['', '　 '],
  }),
];
