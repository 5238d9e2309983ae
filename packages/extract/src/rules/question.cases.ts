import { cases } from './cases.ts';
import { answerText, questionText } from './question.ts';

export const tables = [
  cases({
    rule: questionText,
    reads: [
      [{ text: '企业如何申请？', form: 1 }, '一、企业如何申请？', '一、问：企业如何申请？'],
      [
        { text: '企业如何申请？', form: 0 },
        '问：企业如何申请？',
        '问1：企业如何申请？',
        'Q：企业如何申请？',
      ],
      [{ text: '需要哪些材料？材料交给谁？', form: 3 }, '2.需要哪些材料？材料交给谁？'],
    ],
    ignores: ['企业如何申请？', '一、申请条件'],
  }),
  cases({
    rule: answerText,
    reads: [['可以网上申请。', '答：可以网上申请。', '可以网上申请。', 'A：可以网上申请。']],
    ignores: ['答：', ''],
  }),
];
