/** Scanned forms, seen in their records: what their sums confirm, doubt and suggest. */
import { describe, expect, test } from 'vitest';
import type { Cell, Table } from '../document.ts';
import { tableOf } from '../document-of.ts';
import { dataRows, head2014, matrixOf, rows2014, type Values } from '../forms/form-of.ts';
import { matrixColumns } from '../forms/matrix.ts';
import { reportOf } from '../kinds/annual-report/report-of.ts';
import type { AnnualReport } from '../record.ts';

const LINES = ['某县水利局2017年政府信息公开工作年度报告', '一、政府信息公开情况统计表'] as const;
const SURE = 0.97;

/** What the engines make of a cell instead of being sure of it. */
interface Doubt {
  readonly confidence: number;
  readonly others?: readonly string[];
}

const scanned = (table: Table, doubts: ReadonlyMap<string, Doubt>): Table => ({
  ...table,
  cells: table.cells.map((cell): Cell => {
    const { confidence, others = [] } = doubts.get(`${cell.row},${cell.column}`) ?? {
      confidence: SURE,
    };
    const alternatives = others.map((text) => ({ text, confidence: 0.3 }));
    return {
      ...cell,
      ...(cell.text !== '' && { confidence }),
      ...(alternatives.length > 0 && { alternatives }),
    };
  }),
});

const keys2014 = rows2014(new Proxy({}, { get: (_, key) => key })).map((row) => row[2] ?? '');

/** A scan of the form of 2014-2018. */
function report2014(
  values: Values,
  doubts: Readonly<Record<string, Doubt>> = {},
  prose: readonly string[] = [],
): AnnualReport {
  const at = Object.entries(doubts).map(([key, doubt]): [string, Doubt] => [
    `${keys2014.indexOf(key) + 1},2`,
    doubt,
  ]);
  const table = scanned(tableOf([head2014, ...rows2014(values)]), new Map(at));
  return reportOf(LINES[0], ...prose, LINES[1], table);
}

const RECEIVED = {
  requests_received_total: '239',
  requests_in_person: '200',
  requests_online: '8',
  requests_by_letter: '31',
} as const;

const unsure = (...others: string[]): Doubt => ({ confidence: 0.6, others });
const misread = { ...RECEIVED, requests_received_total: '289' };

describe('a sum that fails', () => {
  test('the only other reading with which it holds is proposed, with both sides', () => {
    const report = report2014(misread, { requests_received_total: unsure('239', '299') });
    expect(report.proposals).toEqual([
      {
        key: 'requests_received_total',
        value: 239,
        reason:
          'Read as “289” with confidence 0.60; “239” is proposed: another reading of the same ink gave it, and only with it the sums hold (C1: 289 ≠ 239, then 239 = 239).',
      },
    ]);
    expect(report.statistics['requests_received_total']).toMatchObject({
      value: 289,
      raw: '289',
      status: 'ocr_suspect',
    });
    expect(report.statistics['requests_online']).toMatchObject({ status: 'reported' });
    expect(report.checks.find(({ id }) => id === 'C1')).toMatchObject({
      verdict: 'fails',
      left: 289,
      right: 239,
    });
  });

  test.each([
    ['no other reading fits', { requests_received_total: unsure('299') }],
    ['there is no other reading, and all are sure', {}],
    [
      'two readings fit',
      { requests_received_total: unsure('239'), requests_in_person: unsure('250') },
    ],
    [
      'a blank and a nought would do',
      { requests_by_fax: unsure('50'), requests_online: unsure('58') },
    ],
  ])('%s: all of its cells are marked, nothing is proposed', (_name, doubts) => {
    const { proposals, statistics } = report2014(misread, doubts);
    expect(proposals).toEqual([]);
    for (const key of [...Object.keys(RECEIVED), 'requests_by_fax']) {
      expect(statistics[key]).toMatchObject({ status: 'ocr_suspect' });
      expect(statistics[key]?.confidence).toBeLessThanOrEqual(0.8);
    }
  });

  test('two cells are proposed together where nothing less will do', () => {
    const values = { ...RECEIVED, requests_in_person: '260', requests_online: '3' };
    const doubts = { requests_in_person: unsure('200'), requests_online: unsure('8') };
    expect(report2014(values, doubts).proposals.map(({ key, value }) => [key, value])).toEqual([
      ['requests_in_person', 200],
      ['requests_online', 8],
    ]);
  });

  test('in digital text it is the author’s, and nothing is doubted', () => {
    const report = reportOf(...LINES, tableOf([head2014, ...rows2014(misread)]));
    expect(report.proposals).toEqual([]);
    expect(report.statistics['requests_received_total']?.status).toBe('reported');
  });

  test('overlapping rows and soft sums are no identities', () => {
    const values = { channel_website: '90', channel_wechat: '40', proactive_total: '100' };
    const open = { reconsideration_total: '5', reconsideration_upheld: '2' };
    const report = report2014({ ...values, ...open });
    const marked = Object.values(report.statistics).filter(({ status }) => status !== 'reported');
    expect(marked).toEqual([]);
  });
});

describe('a sum that holds', () => {
  const statusIn = (values: Values, key: string, doubt: Doubt, prose: readonly string[] = []) =>
    report2014(values, { [key]: doubt }, prose).statistics[key];

  test('confirms an unsure number', () => {
    expect(statusIn(RECEIVED, 'requests_by_letter', unsure('37'))).toMatchObject({
      status: 'reported',
      confidence: 0.9,
    });
  });

  test.each([
    [
      'of one term: the same digits are misread in the same way',
      { staff_total: '3', staff_part_time: '3' },
      'staff_total',
      unsure('8'),
    ],
    ['of noughts', {}, 'staff_total', unsure()],
    ['that a dash or a nought makes hold alike', RECEIVED, 'requests_by_fax', unsure('/')],
    ['of which the cell is no term', RECEIVED, 'complaints_total', unsure('6')],
  ])('confirms nothing %s', (_name, values, key, doubt) => {
    expect(statusIn(values, key, doubt)?.status).toBe('ocr_suspect');
  });

  test('the running text is a witness of its own', () => {
    const said = ['一、概述', '2017年，共收到政府信息公开申请3件。'];
    const [values, key] = [
      { requests_received_total: '3', requests_online: '3' },
      'requests_received_total',
    ];
    expect(statusIn(values, key, unsure('8'))?.status).toBe('ocr_suspect');
    expect(statusIn(values, key, unsure('8'), said)?.status).toBe('reported');
  });
});

describe('cells without a digit', () => {
  test('the odd blank among noughts is doubted, many blanks are a habit', () => {
    expect(report2014({ trainees: '' }).statistics['trainees']).toMatchObject({
      value: null,
      status: 'ocr_suspect',
    });
    const blanks = { trainees: '', meetings_held: '', training_courses: '' };
    expect(report2014(blanks).statistics['trainees']?.status).toBe('blank');
  });

  test('a number that was taken for letters is read by its sum', () => {
    const report = report2014({ ...RECEIVED, requests_by_letter: '3l' });
    expect(report.proposals).toMatchObject([{ key: 'requests_by_letter', value: 31 }]);
    expect(report.statistics['requests_by_letter']).toMatchObject({ value: null });
  });
});

describe('the matrix of requests', () => {
  const rows = dataRows('2021_plus').map(({ key }) => key);
  const values: Values = {
    'received_this_year.natural_person': '13',
    'received_this_year.enterprise': '4',
    'received_this_year.total': '17',
    'granted.natural_person': '9',
    'granted.enterprise': '4',
    'granted.total': '13',
    'unable.not_held.natural_person': '4',
    'unable.not_held.total': '4',
    'results_total.natural_person': '13',
    'results_total.enterprise': '4',
    'results_total.total': '17',
  };
  const HEAD = 3;
  const matrix = (changed: Values, rest = '0'): AnnualReport => {
    const table = tableOf(matrixOf('2021_plus', { ...values, ...changed }, rest));
    return reportOf(LINES[0], '一、统计表', scanned(table, new Map()));
  };

  test('its rows and columns cross in the misread cell, however sure the engines are', () => {
    expect(rows.length + HEAD).toBeGreaterThan(matrixColumns.length);
    const report = matrix({ 'granted.natural_person': '8' });
    const marked = Object.entries(report.statistics).filter(
      ([, { status }]) => status === 'ocr_suspect',
    );
    expect(marked.map(([key]) => key)).toEqual(['requests_matrix.granted.natural_person']);
    expect(report.proposals).toMatchObject([
      { key: 'requests_matrix.granted.natural_person', value: 9 },
    ]);
    expect(report.proposals[0]?.reason).toContain('a known confusion of characters');
  });

  test('no known confusion leads there: the cell is marked only', () => {
    const report = matrix({ 'granted.natural_person': '2' });
    expect(report.proposals).toEqual([]);
    expect(report.statistics['requests_matrix.granted.natural_person']?.status).toBe('ocr_suspect');
    expect(report.statistics['requests_matrix.granted.total']?.status).toBe('reported');
  });

  test('a stroke is a slash only where noughts are written so', () => {
    const stroke = { 'not_processed.duplicate.natural_person': '1' };
    const key = 'requests_matrix.not_processed.duplicate.natural_person';
    expect(matrix(stroke, '/').proposals).toMatchObject([{ key, value: null }]);
    expect(matrix(stroke).proposals).toEqual([]);
    expect(matrix(stroke).statistics[key]?.status).toBe('ocr_suspect');
  });

  test('where everything fails, everything is doubted, in bounded time', () => {
    const wrong = Object.fromEntries(rows.map((row) => [`${row}.total`, '77']));
    const report = matrix(wrong);
    expect(report.proposals).toEqual([]);
    expect(report.statistics['requests_matrix.granted.total']?.status).toBe('ocr_suspect');
  });
});
