import { cases } from './cases.ts';
import { signatories } from './signatories.ts';

export const tables = [
  cases<readonly string[]>({
    rule: signatories,
    reads: [
      [['赵明轩', '李四'], '签发人：赵明轩 李四', '签发人：赵明轩　李　四', '签发人:赵明轩、李四'],
    ],
    ignores: ['签发人：', '由签发人负责'],
  }),
];
