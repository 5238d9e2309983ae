import { cases } from './cases.ts';
import { classification } from './classification.ts';

export const tables = [
  cases({
    rule: classification,
    reads: [
      ['机密★1年', '机密★1年', '机密 ★ 1年'],
      ['秘密', '秘密'],
    ],
    ignores: ['涉及国家秘密', '商业秘密保护'],
  }),
];
