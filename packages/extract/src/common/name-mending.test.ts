import { describe, expect, test } from 'vitest';
import type { TextBlock } from '../document.ts';
import { documentOf } from '../document-of.ts';
import { extract } from '../extract.ts';
import { faultsOf } from '../proof.ts';
import type { OfficialDocument } from '../record.ts';

const scanned = (text: string, confidence: number): TextBlock => ({
  kind: 'paragraph',
  role: 'body',
  text,
  confidence,
  segments: [{ start: 0, end: text.length, page: 1, confidence }],
});

interface Lines {
  readonly masthead?: string;
  readonly to?: string;
  readonly from?: string;
  readonly printed?: string;
  readonly doubt?: number;
}

/** A scanned notice whose masthead and title are read well, and some of whose names are not. */
function read({ masthead, to, from, printed, doubt = 0.7 }: Lines) {
  const document = documentOf(
    scanned(masthead ?? '无锡市规划局文件', 0.97),
    scanned('锡规发〔2018〕12号', 0.97),
    scanned('关于开展培训的通知', 0.97),
    scanned(to ?? '各科室：', doubt),
    scanned('请按时参加。', 0.97),
    scanned(from ?? '无锡市规划局', doubt),
    scanned('2018年8月1日', 0.97),
    scanned(`${printed ?? '无锡市规划局办公室'}　　2018年8月2日印发`, doubt),
  );
  const [record] = extract(document, { version: '1.0.0' });
  expect(record && faultsOf(document, record)).toEqual([]);
  const told = record?.diagnostics.filter(({ code }) => code === 'extract/name-mended') ?? [];
  return { record: record as OfficialDocument, told: told.map(({ message }) => message) };
}

describe('a name that OCR read with one wrong sign', () => {
  test('is that of the masthead', () => {
    const { record, told } = read({ from: '无锡市规戈局' });
    expect(record.signing_agencies).toEqual(['无锡市规划局']);
    expect(record.agency?.name).toBe('无锡市规划局');
    const evidence = record.evidence['signing_agencies.0'] ?? [];
    expect(evidence.map(({ quote }) => quote)).toEqual(['无锡市规戈局', '无锡市规划局']);
    expect(evidence.map(({ rule }) => rule)).toEqual(
      Array(2).fill('agency/closed-vocabulary@无锡市规划局'),
    );
    expect(Math.max(...evidence.map(({ confidence }) => confidence))).toBeLessThanOrEqual(0.8);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/无锡市规戈局.*无锡市规划局/u);
  });

  test('is that of the masthead, with the office behind it', () => {
    const { record, told } = read({ printed: '无锡市规戈局办公室' });
    expect(record.printing_office).toBe('无锡市规划局办公室');
    expect(told).toHaveLength(1);
  });

  test('is of the place of the agency, where its own is none', () => {
    const { record, told } = read({
      masthead: '浙江省规划局文件',
      from: '浙江省规划局',
      to: '浙汇省教育局，各科室：',
    });
    expect(record.addressees).toEqual(['浙江省教育局', '各科室']);
    expect(told).toHaveLength(1);
  });
});

describe('a name that is left as it was read', () => {
  const left: readonly (readonly [string, Lines])[] = [
    ['another body of the place', { masthead: '无锡市水利局文件', from: '无锡市水务局' }],
    ['read as surely as the other', { from: '无锡市规戈局', doubt: 0.97 }],
    ['two wrong signs in six', { from: '无锡市观戈局' }],
  ];

  test.each(left)('%s', (_why, lines) => {
    const { record, told } = read(lines);
    expect(record.signing_agencies).toEqual([lines.from]);
    expect(told).toEqual([]);
  });

  test('a place that stands in the list is no misreading', () => {
    const { record, told } = read({
      masthead: '天津市河东区教育局文件',
      from: '天津市河西区教育局',
    });
    expect(record.signing_agencies).toEqual(['天津市河西区教育局']);
    expect(told).toEqual([]);
  });
});
