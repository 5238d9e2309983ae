import { cases } from './cases.ts';
import { imprint } from './imprint.ts';

export const tables = [
  cases({
    rule: imprint,
    reads: [
      [
        { office: '青河市规划局办公室', date: '2018-08-01' },
        '青河市规划局办公室   2018年8月1日印发',
        '青河市规划局办公室2018年8月1日印发',
        '青河市规划局办公室　　　2018年8月1日 印 发',
      ],
      [{ office: null, date: '2018-08-01' }, '2018年8月1日印发'],
    ],
    ignores: ['2018年8月1日', '于2018年8月印发', '青河市规划局办公室'],
  }),
];
