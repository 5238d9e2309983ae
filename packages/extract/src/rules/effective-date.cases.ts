import { cases } from './cases.ts';
import { effectiveOn, expiresOn } from './effective-date.ts';

export const tables = [
  cases({
    rule: effectiveOn,
    reads: [
      [
        '2019-03-01',
        '自2019年3月1日起施行',
        '自2019年3月1日起正式实施',
        '自二〇一九年三月一日起执行',
      ],
    ],
    ignores: ['自发布之日起施行', '2019年3月1日起停止', '自2019年3月1日起至12月31日止'],
  }),
  cases({
    rule: expiresOn,
    reads: [['2024-02-29', '有效期至2024年2月29日', '有效期限截至2024年2月29日']],
    ignores: ['有效期5年', '有效期至期满'],
  }),
];
