import { cases } from './cases.ts';
import { orderSigner } from './order-signer.ts';

export const tables = [
  cases({
    rule: orderSigner,
    reads: [
      ['陈海', '市长　陈海', '市长  陈　海', '　　代市长　陈海'],
      ['买买提·艾力', '主席　买买提·艾力'],
    ],
    ignores: ['市长专线', '市长陈海出席会议。', '省长　', '主任医师 陈海 李江，'],
  }),
];
