import { cases } from './cases.ts';
import { publicity } from './publicity.ts';

export const tables = [
  cases({
    rule: publicity,
    reads: [
      ['proactive', '主动公开'],
      ['on_request', '依申请公开'],
      ['withheld', '不予公开', '不公开'],
    ],
    ignores: ['政府网站', '主动公开、政府网站'],
  }),
];
