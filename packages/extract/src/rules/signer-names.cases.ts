import { cases } from './cases.ts';
import { signerNames } from './signer-names.ts';

export const tables = [
  cases({
    rule: signerNames,
    reads: [['青河市规划局', '青河市规划局', '青 河 市 规 划 局', '青河市　规划局']],
    quotes: [
      ['青河市规划局', '青河市规划局 2018年8月1日'],
      ['青河市规划局', '青河市规划局　　青河市财政局'],
      ['青河市规划局', '青河市规划局（盖章）'],
      ['青河市规划局', '青河市规划局（代章）'],
      ['青河市规划局', '青河市规划局（代）'],
    ],
    ignores: ['', '　'],
  }),
];
