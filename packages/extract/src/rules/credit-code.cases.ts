import { cases } from './cases.ts';
import { creditCode } from './credit-code.ts';

export const tables = [
  cases({
    rule: creditCode,
    reads: [['370300', '11370300MB2864620X']],
    ignores: ['014416330/2018-04736', '91370300MB2864620X'],
  }),
];
