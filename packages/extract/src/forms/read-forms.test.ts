import { describe, expect, test } from 'vitest';
import type { Block } from '../document.ts';
import { documentOf, tableOf } from '../document-of.ts';
import { readingOf } from '../reading.ts';
import { form2014 } from './form-2014.ts';
import { dataRows, disclosureOf, head2014, matrixOf, remediesOf, rows2014 } from './form-of.ts';
import { matrixColumns } from './matrix.ts';
import { readForms } from './read-forms.ts';
import { stateCell } from './table-facts.ts';

const formsIn = (...parts: readonly (string | Block)[]) =>
  readForms(readingOf(documentOf(...parts)).items);

/** Values by key, `null:status` where there is none. */
function valuesIn(...parts: readonly (string | Block)[]): Record<string, number | string> {
  const { values } = formsIn(...parts);
  return Object.fromEntries(
    values.map((value) => {
      const { fact } = stateCell(value);
      return [value.key, fact.value ?? `null:${fact.status}`];
    }),
  );
}

const valueRows = form2014.filter(({ unit }) => unit !== null);
/** A number of its own in each row. */
const numbered = Object.fromEntries(valueRows.map(({ key }, index) => [key, String(index + 11)]));
const expected2014 = Object.fromEntries(valueRows.map(({ key }, index) => [key, index + 11]));

describe('the form of 2014-2018', () => {
  const rows = rows2014(numbered);

  test('as a ruled table', () => {
    expect(formsIn(tableOf([head2014, ...rows])).era).toBe('2014_2018');
    expect(valuesIn(tableOf([head2014, ...rows]))).toEqual(expected2014);
  });

  test.each([
    ['without its head', rows],
    ['spaced, in full width', [['指标名称', '计量单位', '数值'], ...rows.map(spaced)]],
    [
      'with a column of running numbers',
      [['序号', ...head2014], ...rows.map((row, index) => [String(index + 1), ...row])],
    ],
    [
      'with dashes for headings',
      rows.map(([label = '', unit = '', value = '']) => [label, unit.replace('——', '----'), value]),
    ],
    ['without units', [head2014, ...rows.map(([label = '', , value = '']) => [label, '', value])]],
    [
      'with labels merged over two columns',
      rows.map(([label = '', ...more]) => [{ text: label, columns: 2 }, ...more]),
    ],
    [
      'with other numbering',
      rows.map(([label = '', ...more]) => [label.replace('1.', '1、').replace('（', '('), ...more]),
    ],
  ])('%s', (_name, table) => {
    expect(valuesIn(tableOf(table))).toEqual(expected2014);
  });

  test('over a page end, with the head repeated', () => {
    const first = tableOf([head2014, ...rows.slice(0, 30)]);
    const second = tableOf([head2014, ...rows.slice(30)]);
    expect(valuesIn(first, second)).toEqual(expected2014);
  });

  test.each<[string, string[]]>([
    ['TAB lines of Word', [head2014, ...rows].flatMap((row) => row.map((cell) => `\t${cell}`))],
    ['one value a line', [head2014, ...rows].flat()],
    ['pipes', [head2014, ['---', '---', '---'], ...rows].map((row) => `| ${row.join(' | ')} |`)],
    ['a line a row', rows.map((row) => row.join('  '))],
  ])('flattened: %s', (_name, lines) => {
    expect(valuesIn('八、政府信息公开情况统计表', ...lines, '某市水务局', '2018年1月20日')).toEqual(
      expected2014,
    );
  });

  test('the lines of a flattened form are no prose, the signature is', () => {
    const lines = ['第一段文字。', ...rows.flat(), '某市水务局'];
    const texts = [...formsIn(...lines).items].flatMap((item) =>
      item.kind === 'line' ? [item.text] : [],
    );
    expect(texts).toContain('（一）收到申请数');
    expect(texts).not.toContain('第一段文字。');
    expect(texts).not.toContain('某市水务局');
  });

  test('a sentence under a heading that is also a label of the form, or between two rows, is prose', () => {
    const sentence = '全年共收到政府信息公开申请3件。';
    const [first = [], ...others] = rows;
    const lines = ['三、依申请公开情况', sentence, ...first, sentence, ...others.flat()];
    const texts = [...formsIn(...lines).items].flatMap((item) =>
      item.kind === 'line' ? [item.text] : [],
    );
    expect(texts).not.toContain(sentence);
    expect(valuesIn(...lines)).toEqual(expected2014);
  });

  test('a misread character of a label is forgiven in row order', () => {
    const misread = rows.map(([label = '', ...more]) => [
      label.replace('申请办结数', '申清办结数'),
      ...more,
    ]);
    expect(valuesIn(tableOf(misread))).toEqual(expected2014);
  });

  test('trap 1: a blank form reports no noughts', () => {
    const blank = valuesIn(tableOf([head2014, ...rows2014({}, '')]));
    expect(new Set(Object.values(blank))).toEqual(new Set(['null:blank']));
  });

  test('trap 1: what is not applicable, blank, denied or nought stays apart', () => {
    const mixed = {
      replies_granted: '/',
      replies_refused: '',
      litigation_total: '无',
      trainees: '0',
    };
    expect(valuesIn(tableOf(rows2014(mixed)))).toMatchObject({
      replies_granted: 'null:not_applicable',
      replies_refused: 'null:blank',
      litigation_total: 0,
      trainees: 0,
    });
  });

  test('trap 4: the same label is another row in another chapter', () => {
    const some = { reconsideration_corrected: '7', litigation_corrected: '9' };
    expect(valuesIn(tableOf(rows2014(some)))).toMatchObject({
      reconsideration_corrected: 7,
      litigation_corrected: 9,
      reconsideration_other: 0,
      litigation_other: 0,
    });
  });

  test('trap 14: the unit of a cell is converted to that of its row', () => {
    const fees = { fees_collected_10k_yuan: '3500元', special_funds_10k_yuan: '1.5万元' };
    expect(valuesIn(tableOf(rows2014(fees)))).toMatchObject({
      fees_collected_10k_yuan: 0.35,
      special_funds_10k_yuan: 1.5,
    });
  });

  test('rows of a local form are kept, never forced onto a key', () => {
    const local = [...rows.slice(0, 4), ['主动公开应急管理信息', '条', '17'], ...rows.slice(4)];
    const { extra } = formsIn(tableOf([head2014, ...local]));
    expect(extra).toMatchObject([
      { label: '主动公开应急管理信息', unit: '条', raw: '17', section: '主动公开情况' },
    ]);
    expect(valuesIn(tableOf([head2014, ...local]))).toEqual(expected2014);
  });

  test('of several columns of numbers only a total is taken', () => {
    const split = (heads: string[]) =>
      tableOf([
        ['统计指标', '单位', ...heads],
        ...rows.map(([label = '', unit = '', value = '']) => [label, unit, '3', '4', value]),
      ]);
    expect(valuesIn(split(['区直单位统计数', '乡镇街道统计数', '合计']))).toMatchObject({
      requests_received_total: expected2014['requests_received_total'],
    });
    expect(valuesIn(split(['甲单位', '乙单位', '丙单位']))).toMatchObject({
      requests_received_total: 'null:ambiguous',
    });
  });
});

/** Puts ideographic spaces between the signs of a label and widens its digits. */
function spaced([label = '', unit = '', value = '']: string[]): string[] {
  const wide = value.replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  return [[...label].join('　'), unit, wide];
}

describe('the matrix of requests', () => {
  const eras = ['2019_2020', '2021_plus'] as const;
  const filled = (era: (typeof eras)[number]) =>
    dataRows(era).flatMap(({ key }, row) =>
      matrixColumns.map(
        (column, index) => [`${key}.${column.key}`, String(row * 10 + index)] as const,
      ),
    );
  const wanted = (era: (typeof eras)[number]) =>
    Object.fromEntries(
      filled(era).map(([key, value]) => [`requests_matrix.${key}`, Number(value)]),
    );

  test.each(eras)('%s as a ruled table', (era) => {
    const table = tableOf(matrixOf(era, Object.fromEntries(filled(era))));
    expect(formsIn(table).era).toBe(era);
    expect(valuesIn(table)).toEqual(wanted(era));
  });

  test.each(eras)('%s over a page end', (era) => {
    const rows = matrixOf(era, Object.fromEntries(filled(era)));
    const plain = rows.slice(12).map((row) => row.slice(-8));
    expect(valuesIn(tableOf(rows.slice(0, 12)), tableOf(plain))).toEqual(wanted(era));
  });

  test.each(eras)('%s with a value a line', (era) => {
    const values = Object.fromEntries(filled(era));
    const lines = dataRows(era).flatMap(({ label, key }) => [
      label,
      ...matrixColumns.map((column) => values[`${key}.${column.key}`] ?? ''),
    ]);
    expect(valuesIn('申请人情况', '自然人', '商业', '企业', ...lines)).toEqual(wanted(era));
  });

  test('blank cells stay blank', () => {
    const values = valuesIn(tableOf(matrixOf('2019_2020', { 'granted.total': '4' }, '')));
    expect(values['requests_matrix.granted.total']).toBe(4);
    expect(values['requests_matrix.granted.natural_person']).toBe('null:blank');
  });
});

describe('the table of disclosure', () => {
  test('2021 and later', () => {
    const values = {
      'regulations.in_force': '14',
      'normative_documents.repealed_this_year': '8',
      'administrative_fees.amount_10k_yuan': '80452.3',
    };
    const table = tableOf(disclosureOf('2021_plus', values));
    expect(formsIn(table).era).toBe('2021_plus');
    expect(valuesIn(table)).toMatchObject({
      'disclosure_table.regulations.in_force': 14,
      'disclosure_table.normative_documents.repealed_this_year': 8,
      'disclosure_table.administrative_fees.amount_10k_yuan': 80_452.3,
      'disclosure_table.administrative_penalty.decisions': 0,
    });
  });

  test('2019 and 2020, with signs and units in the cells', () => {
    const values = {
      'normative_documents.made_this_year': '2（均已公开）',
      'administrative_licensing.items_change': '-11',
      'other_external_services.items_change': '减2',
      'administrative_coercion.items_change': '+10',
      'central_procurement.amount': '251000元',
    };
    const table = tableOf(disclosureOf('2019_2020', values));
    expect(formsIn(table).era).toBe('2019_2020');
    expect(valuesIn(table)).toMatchObject({
      'disclosure_table.normative_documents.made_this_year': 2,
      'disclosure_table.administrative_licensing.items_change': -11,
      'disclosure_table.other_external_services.items_change': -2,
      'disclosure_table.administrative_coercion.items_change': 10,
      'disclosure_table.central_procurement.amount': 251_000,
    });
  });

  test('with heads cut short by pipes, and remarks on labels', () => {
    const rows = disclosureOf('2019_2020', { 'regulations.disclosed_total': '5' }).map((row) =>
      row.map((cell) =>
        cell
          .replace(/本年新(?:制作|公开)数量/u, '本年新')
          .replace('规范性文件', '规范性文件（指有正式文号的文件）')
          .replace('本年增/减', '本年增/'),
      ),
    );
    expect(valuesIn(tableOf(rows))).toMatchObject({
      'disclosure_table.regulations.disclosed_total': 5,
      'disclosure_table.normative_documents.made_this_year': 0,
    });
  });
});

describe('the table of remedies', () => {
  const numbers = Array.from({ length: 15 }, (_, index) => String(index + 1));
  const keys = {
    'remedies_table.reconsideration.upheld': 1,
    'remedies_table.reconsideration.total': 5,
    'remedies_table.litigation_direct.corrected': 7,
    'remedies_table.litigation_after_reconsideration.pending': 14,
    'remedies_table.litigation_after_reconsideration.total': 15,
  };

  test('as a ruled table', () => {
    expect(valuesIn(tableOf(remediesOf(numbers)))).toMatchObject(keys);
  });

  test('a row of another length is not guessed at', () => {
    expect(valuesIn(tableOf(remediesOf(numbers.slice(1))))).toEqual({});
  });

  test('with the row over a page end', () => {
    const rows = remediesOf(numbers);
    expect(valuesIn(tableOf(rows.slice(0, 3)), tableOf(rows.slice(3)))).toMatchObject(keys);
  });
});

describe('lists before 2014', () => {
  test('the column of the year is taken, not the one since opening', () => {
    const table = tableOf([
      ['指标', '单位', '2009年度', '历年累计'],
      ['主动公开信息数', '条', '120', '900'],
      ['其中：1.政府网站', '条', '100', '800'],
      ['受理依申请公开信息总数', '条', '7', '31'],
      ['1.当面申请数', '条', '7', '30'],
      ['行政复议数', '件', '0', '2'],
      ['行政申诉数', '件', '0', '1'],
    ]);
    expect(formsIn(table).era).toBe('pre_2014');
    expect(valuesIn(table)).toEqual({
      proactive_total: 120,
      channel_website: 100,
      requests_received_total: 7,
      requests_in_person: 7,
      reconsideration_total: 0,
      appeals_total: 0,
    });
  });

  test('the indicator list with a column of codes', () => {
    const table = tableOf([
      ['指标名称', '计量单位', '代码', '本期实际', '本年累计'],
      ['主动公开信息数', '条', '01', '40', '160'],
      ['其中：全文电子化的主动公开信息数', '条', '02', '40', '155'],
      ['申请总数', '条', '10', '1', '3'],
      ['对申请的答复总数', '条', '17', '1', '3'],
      ['（2）“信息不存在”数', '条', '22', '0', '1'],
    ]);
    expect(valuesIn(table)).toEqual({
      proactive_total: 160,
      proactive_full_text_electronic: 155,
      requests_received_total: 3,
      replies_total: 3,
      'refused.not_exist': 1,
    });
  });
});

test('prose and tables of other matters are no form', () => {
  const table = tableOf([
    ['项目', '单位', '数量'],
    ['供水量', '万吨', '12'],
    ['行政复议', '件', '3'],
  ]);
  expect(formsIn('全年共受理依申请公开3件。', '无', table)).toMatchObject({
    era: null,
    values: [],
  });
});
