import { cases } from './cases.ts';
import { orderNumber } from './order-number.ts';

export const tables = [
  cases({
    rule: orderNumber,
    reads: [
      [{ raw: '第31号', code: null, year: null, serial: 31 }, '第31号'],
      [{ raw: '〔2018〕3号', code: null, year: 2018, serial: 3 }, '〔2018〕3号'],
      [{ raw: '〔2019〕第4号', code: null, year: 2019, serial: 4 }, '〔2019〕第4号'],
    ],
    quotes: [['　　第31号　', '　　第31号　']],
    ignores: ['根据第31号令', '第三条', '第31号令'],
  }),
];
