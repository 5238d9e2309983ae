import { expect, test } from 'vitest';
import { documentOf } from './document-of.ts';
import { extract } from './extract.ts';
import { faultsOf } from './proof.ts';
import type { DocumentRecord } from './record.ts';

const document = documentOf(
  '关于培训的通知',
  '各科室：',
  '请报名参加。',
  '无锡市规划局',
  '2018年8月1日',
);
const [record] = extract(document, { version: '1.0.0' });

const faults = (changed: Partial<DocumentRecord>) =>
  record
    ? faultsOf(document, { ...record, ...changed } as DocumentRecord).map(
        ({ path, reason }) => `${path} ${reason}`,
      )
    : [];

test('a record as extracted is proven', () => {
  expect(faults({})).toEqual([]);
});

test('a value that its quote does not give is a fault', () => {
  expect(faults({ issued_on: '2018-08-02' })).toEqual(['issued_on replay-differs']);
  expect(faults({ title: '关于会议的通知' })).toEqual(['title replay-differs']);
});

test('a value without evidence is a fault', () => {
  expect(faults({ published_on: '2018-08-03' })).toEqual(['published_on no-evidence']);
});

test('a quote that does not stand at its place is a fault', () => {
  const [evidence] = record?.evidence['issued_on'] ?? [];
  if (!evidence) throw new TypeError('no evidence');
  const moved = { ...evidence, place: { ...evidence.place, start: evidence.place.start + 1 } };
  expect(faults({ evidence: { ...record?.evidence, issued_on: [moved] } })).toEqual([
    'issued_on quote-not-there',
  ]);
});
