import { cases } from './cases.ts';
import { term } from './term.ts';

export const tables = [
  cases({
    rule: term,
    reads: [
      [60, '有效期五年', '有效期为5年', '有效期限为五年', '有效期：5年', '有效期60个月'],
      [24, '试行期2年', '试行期限两年', '执行期为２年'],
    ],
    quotes: [['试行两年', '本办法自印发之日起施行，试行两年。']],
    ignores: [
      '有效期至2024年2月29日',
      '试行两年以来', // not how long it lasts
      '有效期99年',
      '试用期一年', // of a person who is appointed
    ],
  }),
];
