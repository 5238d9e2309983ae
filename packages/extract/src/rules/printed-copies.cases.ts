import { cases } from './cases.ts';
import { printedCopies } from './printed-copies.ts';

export const tables = [
  cases({
    rule: printedCopies,
    reads: [[5, '共印：5份', '（共印5份）', '共印 5 份', '共印５份']],
    ignores: ['印发资料5份', '共5份'],
  }),
];
