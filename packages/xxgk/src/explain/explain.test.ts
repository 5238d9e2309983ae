import type { DocumentRecord } from '@xxgk/extract/record';
import { expect, test } from 'vitest';
import { explain } from './explain.ts';

const place = {
  page: 2,
  block: 4,
  start: 3,
  end: 6,
  box: null,
  cell: [7, 1] as [number, number],
  path: null,
};
const evidence = { quote: '126件', place, rule: 'statistic', confidence: 0.9 };

/** Only what is explained. */
const record = {
  kind: 'annual_report',
  title: null,
  statistics: { 'requests_matrix.new.total': { value: 126, unit: '件' } },
  proposals: [],
  checks: [],
  evidence: { 'statistics.requests_matrix.new.total': [evidence] },
} as unknown as DocumentRecord;

test('a key that holds dots itself is found, with all that is known of it', () => {
  expect(explain(record, 'statistics.requests_matrix.new.total')).toEqual([
    'statistics.requests_matrix.new.total (统计数据) = {"value":126,"unit":"件"}',
    '  statistics.requests_matrix.new.total',
    '    quote       “126件”',
    '    place       page 2, block 4, characters 3-6, row 8, column 2',
    '    rule        statistic',
    '    confidence  0.9',
  ]);
});

test('a value that the document does not give is null, and says so', () => {
  expect(explain(record, 'title')).toEqual([
    'title (标题) = null',
    '  the document does not say it',
  ]);
});

test('a key that no record has is told apart from one without a value', () => {
  expect(explain(record, 'titel')).toBeUndefined();
  expect(explain(record, 'constructor')).toBeUndefined();
});

test('what was read besides and lost stands behind, with the reason', () => {
  const lost = { path: 'agency.name', value: '青河市水务局', evidence: [evidence], lost: 'why' };
  const other = { ...lost, path: 'title' };
  const agency = { ...record, agency: null } as unknown as DocumentRecord;
  expect(explain(agency, 'agency', [lost, other])).toEqual([
    'agency (发布机关) = null',
    '  the document does not say it',
    '  not "青河市水务局": why',
    '  agency.name',
    '    quote       “126件”',
    '    place       page 2, block 4, characters 3-6, row 8, column 2',
    '    rule        statistic',
    '    confidence  0.9',
  ]);
});

test('what stands elsewhere and says the same has not lost', () => {
  const path = 'statistics.requests_matrix.new.total';
  const again = { path, value: 126, evidence: [evidence], lost: 'why' };
  const lines = explain(record, path, [again]);
  expect(lines).toContain('  also read as 126');
  expect(lines?.join()).not.toContain('why');
  expect(explain(record, path, [{ ...again, value: 125 }])).toContain('  not 125: why');
});

test('a scanned number that its sums contradict is told with the better reading', () => {
  const doubtful = {
    kind: 'annual_report',
    statistics: { staff_total: { value: 8, status: 'ocr_suspect' } },
    proposals: [{ key: 'staff_total', value: 3, reason: 'only with it the sums hold.' }],
    checks: [
      { id: 'C8', verdict: 'fails', left: 8, right: 3, keys: ['staff_total'], note: null },
      { id: 'C9', verdict: 'fails', left: 9, right: 7, keys: ['proactive_total'], note: null },
    ],
    evidence: { 'statistics.staff_total': [evidence] },
  } as unknown as DocumentRecord;
  expect(explain(doubtful, 'statistics.staff_total')?.slice(-2)).toEqual([
    '    proposal    3: only with it the sums hold.',
    '    fails       C8: 8 and 3',
  ]);
});
