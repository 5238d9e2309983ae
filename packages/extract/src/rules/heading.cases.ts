import { cases } from './cases.ts';
import { heading } from './heading.ts';

export const tables = [
  cases({
    rule: heading,
    reads: [
      [{ level: 1, number: '一、', title: '总体情况' }, '一、总体情况'],
      [{ level: 2, number: '（二）', title: '加强领导,健全机制' }, '（二）加强领导,健全机制'],
      [{ level: 2, number: '(三)', title: '拓宽渠道' }, '(三)拓宽渠道'],
      [{ level: 2, number: '㈠', title: '拓宽渠道' }, '㈠拓宽渠道'],
      [{ level: 3, number: '1.', title: '当面申请' }, '1.当面申请', '1. 当面申请'],
      [{ level: 3, number: '2、', title: '信函申请' }, '2、信函申请'],
      [{ level: 3, number: '３．', title: '网络申请' }, '３．网络申请'],
      [{ level: 4, number: '（1）', title: '定期检查' }, '（1）定期检查'],
      [{ level: 4, number: '①', title: '定期检查' }, '①定期检查'],
      [{ level: 1, number: '第一章', title: '总则' }, '第一章　总则', '第一章　总　　则'],
    ],
    quotes: [
      ['一、总体情况', '　　一、总体情况'],
      ['（一）主动公开情况', '（一）主动公开情况。全年公开信息20条。'],
      ['一、总体情况', '一、总体情况：本次共抽检20批次样品。'],
      ['五、加强管理，提高效率', '五、加强管理，提高效率。'],
      ['（一）指导思想', '（一）指导思想。'],
    ],
    ignores: [
      '2017.12.31',
      '5.15宣传活动',
      '1.5万元',
      '第一条　为了规范管理，制定本办法。',
      '一是加强领导',
      '一个机构',
      '2017年公开信息',
      '（一）',
    ],
  }),
];
