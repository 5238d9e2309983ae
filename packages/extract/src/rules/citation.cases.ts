import { cases } from './cases.ts';
import { citation } from './citation.ts';
import { nestedCitation } from './nested-citation.ts';
import { shortForm } from './short-form.ts';

export const tables = [
  cases({
    rule: citation,
    reads: [
      [{ title: '城乡规划管理办法', doc_number: null }, '《城乡规划管理办法》'],
      [
        { title: '关于加强管理的通知', doc_number: '青政办〔2017〕26号' },
        '《关于加强管理的通知》(青政办〔2017〕26号)',
        '《关于加强管理的通知》（青政办〔2017〕26号）',
      ],
      [{ title: '关于落实〈工作要点〉的通知', doc_number: null }, '《关于落实〈工作要点〉的通知》'],
      [{ title: '关于落实《工作要点》的通知', doc_number: null }, '《关于落实《工作要点》的通知》'],
    ],
    quotes: [['《城乡规划管理办法》', '按照《城乡规划管理办法》（以下简称《办法》']],
    ignores: ['《没有结束的书名', '》'],
  }),
];

export const nestedTables = [
  cases({
    rule: nestedCitation,
    reads: [[{ title: '年度工作要点', doc_number: null }, '〈年度工作要点〉']],
    ignores: ['《年度工作要点》', '〈短〉'],
  }),
];

export const shortFormTables = [
  cases({
    rule: shortForm,
    reads: [['条例', '以下简称《条例》', '以下简称：《条例》', '简称《条例》', '统称为《条例》']],
    ignores: ['按照《条例》', '以下简称联席会议'],
  }),
];
