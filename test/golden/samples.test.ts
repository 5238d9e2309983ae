/** The bundled samples, in every carrier: nothing wrong, nothing missing, nothing invented. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { recordSchema } from '@xxgk/extract/record';
import { beforeAll, describe, expect, test } from 'vitest';
import { faultsOf } from '../../packages/extract/src/proof.ts';
import { atPath } from './at-path.ts';
import { expectations } from './expected.ts';
import { type Outcome, readingOf, readSamples, samplesFolder } from './reading.ts';

const files = Object.keys(expectations);
let outcomes = new Map<string, Outcome>();

beforeAll(async () => {
  outcomes = await readSamples(files);
}, 240_000);

const nothing = (value: unknown): boolean =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0);

test('every bundled sample has its expectation', async () => {
  const present = (await readdir(samplesFolder)).filter((name) => name !== 'README.md');
  expect(present.sort()).toEqual([...files].sort());
  expect(existsSync(join(samplesFolder, 'README.md'))).toBe(true);
});

test('a value on a later page of a table is found on that page', () => {
  const { document, records } = readingOf(outcomes, 'annual-report-2017.pdf');
  const places = ['proactive_total', 'trainees'].map((key) => {
    const [evidence] = records[0]?.evidence[`statistics.${key}`] ?? [];
    return evidence?.place;
  });
  const [first, last] = places;
  // The table begins on the second of five pages; its last rows stand on the fifth.
  expect([first?.page, last?.page]).toEqual([2, 5]);
  const continuation = document.pages[4]?.blocks[last?.block ?? -1];
  expect(continuation).toMatchObject({
    kind: 'continuation',
    of: { page: 2, block: first?.block },
  });
});

describe.each(Object.entries(expectations))('%s', (file, expected) => {
  test('gives records that keep the contract', () => {
    const { records } = readingOf(outcomes, file);
    expect(records.map((record) => record.kind)).toEqual(expected.map((each) => each.kind));
    for (const record of records) expect(recordSchema.parse(record)).toEqual(record);
  });

  test.each(expected.map((each, index) => [index, each] as const))('record %i', (index, each) => {
    const record = readingOf(outcomes, file).records[index];
    const found = Object.fromEntries(
      Object.keys(each.values).map((path) => [path, atPath(record, path)]),
    );
    expect(found).toEqual(each.values);
    const invented = each.absent.filter((path) => !nothing(atPath(record, path)));
    expect(invented).toEqual([]);
  });

  test('gives no value without its evidence', () => {
    const { document, records } = readingOf(outcomes, file);
    expect(records.flatMap((record) => faultsOf(document, record))).toEqual([]);
  });
});
