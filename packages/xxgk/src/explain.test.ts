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
