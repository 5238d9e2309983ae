import { describe, expect, test } from 'vitest';
import { besideOf } from '../beside-of.ts';
import type { Document, TextBlock } from '../document.ts';
import { documentOf } from '../document-of.ts';
import { extract } from '../extract.ts';
import { faultsOf } from '../proof.ts';

/** A line as OCR gives it: sure of its characters to a degree. */
const scanned = (text: string, confidence: number): TextBlock => ({
  kind: 'paragraph',
  role: 'body',
  text,
  confidence,
  segments: [{ start: 0, end: text.length, page: 1, confidence }],
});

interface Given {
  readonly number?: string;
  readonly date: TextBlock | string;
  readonly imprint?: string;
}

const notice = ({ number, date, imprint }: Given): Document =>
  documentOf(
    ...(number === undefined ? [] : [number]),
    '关于开展培训的通知',
    '各科室：',
    '请按时参加。',
    '无锡市规划局',
    date,
    ...(imprint === undefined ? [] : [imprint]),
  );

function read(document: Document) {
  const [record] = extract(document, { version: '1.0.0' });
  if (!record) throw new TypeError('no record');
  expect(faultsOf(document, record)).toEqual([]);
  const told = record.diagnostics.filter(({ code }) => code === 'extract/date-doubtful');
  return { issued: record.issued_on, told: told.map(({ message }) => message) };
}

describe('a date that OCR read badly', () => {
  const doubted: readonly (readonly [string, Given])[] = [
    [
      'the number says another year',
      { number: '锡规发〔2018〕12号', date: scanned('2013年8月1日', 0.8) },
    ],
    [
      'it is later than the day of printing',
      { date: scanned('2019年8月1日', 0.8), imprint: '无锡市规划局办公室　2018年8月2日印发' },
    ],
    [
      'number and printing agree against it: still not mended in silence',
      {
        number: '锡规发〔2018〕12号',
        date: scanned('2013年8月1日', 0.85),
        imprint: '无锡市规划局办公室　2018年8月1日印发',
      },
    ],
  ];

  test.each(doubted)('is not given: %s', (_why, given) => {
    const { issued, told } = read(notice(given));
    expect(issued).toBeNull();
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(typeof given.date === 'string' ? given.date : given.date.text);
  });

  const kept: readonly (readonly [string, Given])[] = [
    [
      'read surely, whatever the number says',
      { number: '锡规发〔2013〕12号', date: scanned('2018年8月1日', 0.97) },
    ],
    [
      'signed in the year behind its number',
      { number: '锡规发〔2017〕12号', date: scanned('2018年8月1日', 0.8) },
    ],
    ['nothing speaks against it', { date: scanned('2018年8月1日', 0.8) }],
    ['digital text', { number: '锡规发〔2013〕12号', date: '2018年8月1日' }],
  ];

  test.each(kept)('is given: %s', (_why, given) => {
    expect(read(notice(given))).toEqual({ issued: '2018-08-01', told: [] });
  });
});

describe('a day that has not come', () => {
  const fetched = (fetched_at: string, ...blocks: TextBlock[]): Document => {
    const document = notice({ date: '2018年8月1日' });
    const [page] = document.pages;
    return {
      ...document,
      source: { ...document.source, fetched_at },
      pages: page ? [{ ...page, blocks: [...blocks, ...page.blocks] }] : [],
    };
  };

  test('when the page was fetched is no date of it', () => {
    const { issued, told } = read(fetched('2018-07-30T10:00:00Z'));
    expect(issued).toBeNull();
    expect(told).toHaveLength(1);
  });

  test('the day is that of China', () => {
    expect(read(fetched('2018-07-31T16:30:00Z'))).toEqual({ issued: '2018-08-01', told: [] });
  });

  test('nor is a day of printing', () => {
    const document = notice({ date: '2018年8月1日', imprint: '无锡市规划局　2081年8月2日印发' });
    const source = { ...document.source, fetched_at: '2018-09-01T00:00:00Z' };
    const [record] = extract({ ...document, source }, { version: '1.0.0' });
    expect(record).toMatchObject({ printing_date: null, printing_office: '无锡市规划局' });
  });

  test('nor is a day of publication', () => {
    const [record] = extract(
      fetched('2018-08-03T10:00:00Z', besideOf('meta', 'PubDate', '2028-08-02')),
      { version: '1.0.0' },
    );
    expect(record).toMatchObject({ published_on: null, issued_on: '2018-08-01' });
  });
});
