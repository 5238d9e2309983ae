import { cases } from './cases.ts';
import { pointText } from './point-text.ts';

export const tables = [
  cases({
    rule: pointText,
    reads: [
      [
        { number: '一、', text: '通过《方案》提高认识，加强领导。' },
        '一、通过《方案》提高认识，加强领导。',
      ],
    ],
    ignores: ['通过《方案》提高认识。'],
  }),
];
