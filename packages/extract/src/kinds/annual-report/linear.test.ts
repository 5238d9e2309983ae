/** Hostile text costs time in proportion to its length: no reader of annual reports goes over it again and again. */
import { describe, expect, test } from 'vitest';
import { documentOf } from '../../document-of.ts';
import { readCell } from '../../forms/cell.ts';
import { labelKey } from '../../forms/label.ts';
import { readForms } from '../../forms/read-forms.ts';
import { FACTOR, growth, WORST } from '../../growth.ts';
import { quantitiesOf } from '../../prose/quantity.ts';
import { readProse } from '../../prose/read-prose.ts';
import { isLine, readingOf } from '../../reading.ts';
import { addresseeIn } from './addressee.ts';
import { partsIn } from './declared-parts.ts';
import { periodIn } from './period.ts';
import { reportOf } from './report-of.ts';
import { yearsIn } from './report-year.ts';
import { isReportTitle } from './title.ts';

const TITLE = '临江市水务局2018年政府信息公开工作年度报告';
/** A line of hostile text as long as one would not write it, and lines of it. */
const linesOf = (text: string): string[] => text.match(/.{1,60}/gsu) ?? [];

const prose = (text: string): unknown => {
  const stretches = readingOf(documentOf(text))
    .items.filter(isLine)
    .map((line) => ({
      line,
      span: { start: 0, end: text.length },
      section: 'requests',
      title: '依申请公开情况',
    }));
  return readProse(stretches, 2018);
};

const readers: Readonly<Record<string, (text: string) => unknown>> = {
  prose,
  quantities: quantitiesOf,
  forms: (text) => readForms(readingOf(documentOf(text)).items),
  'forms in lines': (text) => readForms(readingOf(documentOf(...linesOf(text))).items),
  label: labelKey,
  cell: (text) => readCell(text, { unit: null, signed: true }),
  parts: partsIn,
  period: periodIn,
  years: yearsIn,
  addressee: addresseeIn,
  title: isReportTitle,
  'a preamble': (text) => reportOf(TITLE, text, '一、概述', '工作平稳。'),
  'a chapter of problems': (text) => reportOf(TITLE, '一、存在的主要问题及改进措施', text),
};

const HOSTILE = [
  '（',
  '《“',
  '9,',
  '０',
  '　',
  '其中',
  '其中收到申请1件',
  '分别为1件、',
  '未收到',
  '截至2017年累计',
  '报告包括概述、',
  '一是',
  '信息公开',
  '自2017年1月1日起',
];

const SHORT = 2000;

describe.each(Object.entries(readers))('%s', (_name, reader) => {
  test.each(HOSTILE)('%s again and again', (piece) => {
    const short = piece.repeat(Math.ceil(SHORT / piece.length));
    const long = short.repeat(FACTOR);
    const ratio = growth(
      () => reader(short),
      () => reader(long),
    );
    expect(ratio).toBeLessThan(WORST);
  });
});
