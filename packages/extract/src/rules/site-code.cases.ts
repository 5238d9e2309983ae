import { cases } from './cases.ts';
import { siteCode } from './site-code.ts';

export const tables = [
  cases({
    rule: siteCode,
    reads: [['320200', '3202000021']],
    ignores: ['bm14000002', '32020000210', '320200'],
  }),
];
