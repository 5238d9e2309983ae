import { cases } from './cases.ts';
import { urgency } from './urgency.ts';

export const tables = [
  cases({
    rule: urgency,
    reads: [
      ['特急', '特急', '特　急'],
      ['加急', '加急'],
    ],
    ignores: ['特急件的办理', '加急办理'],
  }),
];
