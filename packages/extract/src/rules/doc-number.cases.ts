import { cases } from './cases.ts';
import { docNumber } from './doc-number.ts';

const numbered = (raw: string, code: string, year: number, serial: number) => ({
  raw,
  code,
  year,
  serial,
});

export const tables = [
  cases({
    rule: docNumber,
    reads: [
      [numbered('青规发〔2019〕3号', '青规发', 2019, 3), '青规发〔2019〕3号'],
      [numbered('青规发[2019]3号', '青规发', 2019, 3), '青规发[2019]3号'],
      [numbered('青规发（2019）3号', '青规发', 2019, 3), '青规发（2019）3号'],
      [numbered('青规发【2019】 3 号', '青规发', 2019, 3), '青规发【2019】 3 号'],
      [numbered('青规发﹝2019﹞第3号', '青规发', 2019, 3), '青规发﹝2019﹞第3号'],
      // The closing bracket is lost: the year has four digits.
      [numbered('青政办发〔2018142号', '青政办发', 2018, 142), '青政办发〔2018142号'],
      [numbered('青政办2018〕43号', '青政办', 2018, 43), '青政办2018〕43号'],
      // OCR read a bracket as a letter.
      [numbered('青政办发[2018J36号', '青政办发', 2018, 36), '青政办发[2018J36号'],
      [numbered('青政办发L2018〕36号', '青政办发', 2018, 36), '青政办发L2018〕36号'],
      [{ raw: '国令第901号', code: '国令', year: null, serial: 901 }, '国令第901号'],
      [{ raw: '2019年第12号', code: null, year: 2019, serial: 12 }, '2019年第12号'],
    ],
    quotes: [
      ['青规发〔2019〕3号', '根据青规发〔2019〕3号，现通知如下'],
      ['青规函〔2019〕7号', '《关于某事的函》（青规函〔2019〕7号）'],
      ['青规发〔2019〕3号', '现转发青规发〔2019〕3号文件'],
    ],
    ignores: [
      '（2023）川01民初7号', // a court case
      '青规发〔19〕3号', // the year is written in full
      '总第178期',
      '青政办2018年43号', // neither bracket stands there
      '青政办发L2018J36号',
      '0510-80001234',
      '第九号',
      'GB/T 9704-2012',
    ],
  }),
];
