import { cases } from './cases.ts';
import { copiedTo } from './copied-to.ts';

export const tables = [
  cases<readonly string[]>({
    rule: copiedTo,
    reads: [
      [
        ['市委各部门', '市人大办公室（法工委、财经委）', '市法院'],
        '抄送：市委各部门，市人大办公室（法工委、财经委），市法院。',
        '抄报:市委各部门、市人大办公室（法工委、财经委）、市法院。',
      ],
      [['市财政局', '市审计局'], '抄送：市财政局、市审计局，存档。'],
    ],
    ignores: ['抄送：', '并抄送市政府办公室'],
  }),
];
