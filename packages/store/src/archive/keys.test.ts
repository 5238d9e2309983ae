import { describe, expect, test } from 'vitest';
import { checkKey } from '../objects/object-key.ts';
import {
  captureKey,
  capturesPrefix,
  documentKey,
  latestKey,
  quarantineKey,
  rawKey,
  readCaptureKey,
  recordKey,
  sha256Of,
  versionOf,
} from './keys.ts';

const sha256 = sha256Of('a document');
const url = 'http://www.example.gov.cn/zwgk/../index.html?id=1&x=年报';

test('keys are where the table says', () => {
  const aa = sha256.slice(0, 2);
  const source = sha256Of(url);
  const version = versionOf({ 'parse.html': '1' });
  expect([
    rawKey(sha256),
    captureKey(url, 7, sha256),
    documentKey(sha256, version),
    recordKey('0fab-1', version),
    latestKey(sha256),
    quarantineKey(url),
  ]).toEqual([
    `raw/${aa}/${sha256}`,
    `captures/${source.slice(0, 2)}/${source}/000007-${sha256}.json`,
    `documents/${aa}/${sha256}/${version}.json.gz`,
    `records/0f/0fab-1/${version}.json`,
    `latest/${aa}/${sha256}.json`,
    `quarantine/${source.slice(0, 2)}/${source}.json`,
  ]);
});

test('every key is one that every backend takes, whatever the source is called', () => {
  for (const id of [url, '../../etc/passwd', '\0', '文'.repeat(5_000)]) {
    checkKey(captureKey(id, 1, sha256));
    checkKey(quarantineKey(id));
  }
});

test('captures of a source sort by their sequence and tell it', () => {
  const keys = [1, 9, 10, 99_999, 100_000].map((sequence) => captureKey(url, sequence, sha256));
  expect([...keys].sort()).toEqual(keys);
  expect(keys.map((key) => readCaptureKey(key)?.sequence)).toEqual([1, 9, 10, 99_999, 100_000]);
  expect(keys.every((key) => key.startsWith(capturesPrefix(url)))).toBe(true);
  expect(readCaptureKey('captures/ab/notes.txt')).toBeUndefined();
});

describe('a version', () => {
  test('does not depend on the order in which stages are named', () => {
    expect(versionOf({ a: '1', b: '2' })).toBe(versionOf({ b: '2', a: '1' }));
  });
  test('changes with any stage', () => {
    const versions = [{ a: '1' }, { a: '2' }, { b: '1' }, { a: '1', b: '1' }, {}].map(versionOf);
    expect(new Set(versions).size).toBe(versions.length);
  });
});

test.each(['', 'ABC', sha256.toUpperCase(), `${sha256}/x`, '../x'])(
  '%j is no hash to build a key of',
  (bad) => {
    for (const build of [rawKey, latestKey]) {
      expect(() => build(bad)).toThrow(expect.objectContaining({ code: 'store/bad-key' }));
    }
  },
);

test.each(['', '../x', 'a/b', '年报', '.hidden', 'x'.repeat(200)])('%j is no record id', (bad) => {
  expect(() => recordKey(bad, 'v')).toThrow(expect.objectContaining({ code: 'store/bad-key' }));
});
