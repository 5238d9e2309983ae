import { cases } from './cases.ts';
import { innerTitle } from './inner-title.ts';

export const tables = [
  cases({
    rule: innerTitle,
    reads: [['青河市防汛预案', '关于印发青河市防汛预案的通知']],
    quotes: [
      ['《青河市防汛预案》', '关于印发《青河市防汛预案》的通知'],
      ['《关于防汛工作的意见》', '转发市水务局《关于防汛工作的意见》的通知'],
    ],
    ignores: ['关于贯彻落实《档案法》的通知', '关于加强防汛工作的通知'],
  }),
];
