import { cases } from './cases.ts';
import { disclosure } from './disclosure.ts';

export const tables = [
  cases({
    rule: disclosure,
    reads: [
      [
        'proactive',
        '（此件公开发布）',
        '(此件主动公开)',
        '（信息公开形式：主动公开）',
        '公开属性：主动公开',
        '信息公开选项：主动公开',
      ],
      ['on_request', '（此件依申请公开）', '信息公开类别：依申请公开'],
      ['withheld', '（此件不予公开）', '公开方式：不公开'],
    ],
    ignores: ['（本文有删减）', '主动公开政府信息120条', '（此件发至县团级）'],
  }),
];
