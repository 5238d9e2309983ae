import { attachmentNames } from './attachment-names.ts';
import { cases } from './cases.ts';

export const tables = [
  cases({
    rule: attachmentNames,
    reads: [
      [
        '青河市防汛预案',
        '附件：青河市防汛预案',
        '附件:1.青河市防汛预案',
        '附件1.青河市防汛预案',
        '　　2.青河市防汛预案',
        '附：青河市防汛预案',
      ],
    ],
    quotes: [
      ['附件：1.青河市防汛预案', '附件：1.青河市防汛预案　2.青河市防汛物资清单'],
      ['附件：1.青河市防汛预案；', '附件：1.青河市防汛预案；2.青河市防汛物资清单'],
    ],
    ignores: ['附件', '附件：', '2.加强领导。'],
  }),
];
