import { describe, expect, test } from 'vitest';
import { deadlineOf } from './deadline.ts';
import { matrixLines } from './lines.ts';
import { cellsOf, type Row } from './matrix.ts';
import type { Report } from './reports.ts';
import { reportYearIn } from './rows.ts';

test.each([
  [2007, '云河县档案馆', undefined],
  [2008, '云河县档案馆', '2009-03-31'],
  [2018, '云河县档案馆', '2019-03-31'],
  [2019, '云河县档案馆', '2020-01-31'],
  [2019, '云河县人民政府', '2020-03-31'],
  [2023, '云河县人民政府办公室', '2024-01-31'],
])('the report about %i of %s is due %s', (year, agency, deadline) => {
  expect(deadlineOf(year, agency)).toBe(deadline);
});

const agency = '云河县档案馆';
const report = (year: number, part: Partial<Report> = {}): Report => ({
  record_id: `r${year}`,
  agency,
  year,
  published_on: `${year + 1}-01-20`,
  issued_on: null,
  url: `http://a.gov.cn/${year}.html`,
  blank: false,
  fingerprint: `print of ${year}`,
  vanished: false,
  ...part,
});

const row = (reports: readonly Report[], part: Partial<Row> = {}): Row => ({
  site: 'a',
  agency,
  reports,
  since: null,
  read: true,
  named: [],
  ...part,
});

const today = '2025-06-01';
const stateIn = (year: number, given: Row, now = today) =>
  cellsOf(given, { from: year, to: year, today: now })[0]?.state;

describe('a report that is there is', () => {
  test.each([
    ['found', report(2023)],
    ['found', report(2023, { published_on: null })],
    ['late', report(2023, { published_on: '2024-02-01' })],
    ['late', report(2023, { published_on: '2024-01-30', issued_on: '2024-02-03' })],
    ['found', report(2017, { published_on: '2018-03-31' })],
    // Moved with its site: nobody can tell any more when it was published.
    ['found', report(2012, { published_on: '2020-06-19' })],
    ['late', report(2012, { published_on: '2020-06-19', issued_on: '2013-05-02' })],
    ['blank', report(2023, { blank: true })],
    ['vanished', report(2023, { vanished: true })],
  ])('%s', (state, given) => {
    expect(stateIn(given.year, row([given]))).toBe(state);
  });
});

test('the report of another year again is none; the first of the two stands', () => {
  const reports = [report(2022), report(2023, { fingerprint: 'print of 2022' })];
  const [first, second] = cellsOf(row(reports), { from: 2022, to: 2023, today });
  expect(first?.state).toBe('found');
  expect(second).toMatchObject({ state: 'duplicate_form', note: expect.stringContaining('2022') });
});

test('two documents of one year are one report: the better one counts', () => {
  const copy = report(2023, { record_id: 'copy', blank: true });
  const [cell] = cellsOf(row([copy, report(2023)]), { from: 2023, to: 2023, today });
  expect(cell).toMatchObject({ state: 'found', record_id: 'r2023', copies: 2 });
});

describe('a report that is not there', () => {
  const some = [report(2019), report(2023)];
  const named = { year: 2021, url: 'http://a.gov.cn/x', title: '2021年年报' };
  test.each([
    ['was not published, where the lists were read to their end', 'not_published', row(some)],
    ['is not known, where they were not', 'unknown', row(some, { read: false })],
    ['is blocked', 'blocked', row(some, { named: [{ ...named, outcome: 'fetch/blocked' }] })],
    [
      'is not known, where its link failed',
      'unknown',
      row(some, { named: [{ ...named, outcome: 'fetch/timeout' }] }),
    ],
    ['is not known before the first one', 'unknown', row([report(2023)])],
    ['is expected since the year that the file says', 'not_published', row([], { since: 2015 })],
  ])('%s', (_, state, given) => {
    expect(stateIn(2021, given)).toBe(state);
  });

  test('is not due until its deadline has passed', () => {
    expect(stateIn(2024, row(some), '2025-01-31')).toBe('not_due');
    expect(stateIn(2024, row(some), '2025-02-01')).toBe('not_published');
    expect(stateIn(2024, row(some, { agency: '云河县人民政府' }), '2025-02-01')).toBe('not_due');
  });
});

test.each([
  ['云河县档案馆2023年政府信息公开工作年度报告', 2023],
  ['2019年度政府信息公开年报', 2019],
  ['2020年年报', 2020],
  ['2015 年政府信息公开工作总结', 2015],
  ['关于2023年放假的通知', undefined],
  ['年度报告', undefined],
])('%s names the report of %s', (title, year) => {
  expect(reportYearIn(title)).toBe(year);
});

test('people read a table whose columns line up', () => {
  const cells = cellsOf(row([report(2022), report(2023, { published_on: '2024-02-10' })]), {
    from: 2022,
    to: 2024,
    today,
  });
  const [heading = '', , line = ''] = matrixLines(cells);
  expect(heading).toMatch(/^site {2}agency +2022 +2023 +2024$/);
  expect(line).toMatch(/^a {5}云河县档案馆 {2}found {2}late {2}none$/);
  expect(matrixLines(cells).join('\n')).toContain(
    '云河县档案馆 2024: not_published (due 2025-01-31)',
  );
  expect(matrixLines([])).toEqual([]);
});
