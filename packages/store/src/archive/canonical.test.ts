import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { canonicalJson, compress, decompress } from './canonical.ts';
import { sha256Of } from './keys.ts';

describe('canonical JSON', () => {
  const cases: readonly [text: string, ...values: unknown[]][] = [
    ['{"a":1,"b":[2,{"c":null,"d":""}]}', { b: [2, { d: '', c: null }], a: 1 }],
    ['{"10":1,"9":2}', { 9: 2, 10: 1 }],
    // By UTF-16 code units, as RFC 8785 says: the surrogates of U+20BB7 come before U+FF5E.
    ['{"𠮷":1,"～":2}', { '～': 2, 𠮷: 1 }],
    ['{"a":1}', { a: 1, b: undefined }],
    ['[0,1e+21,0.1]', [-0, 1e21, 0.1]],
    ['"\\u0000\\n政\\ud800"', '\0\n政\ud800'],
  ];
  test.each(cases)('%s', (text, value) => {
    expect(canonicalJson(value)).toBe(text);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])('refuses %d', (value) => {
    expect(() => canonicalJson({ value })).toThrow(TypeError);
  });

  test('refuses what is no data', () => {
    expect(() => canonicalJson([() => 1])).toThrow(/function/);
  });
});

test('compressed bytes hold neither time nor machine, and any gzip reads them', () => {
  const bytes = Buffer.from('统计指标\n'.repeat(5_000));
  const packed = compress(bytes);
  // Magic, deflate, no flags, time 0; then the operating system "Unix" wherever it runs.
  expect(Buffer.from(packed.subarray(0, 8)).toString('hex')).toBe('1f8b080000000000');
  expect(packed[9]).toBe(3);
  expect(sha256Of(packed)).toBe(sha256Of(compress(bytes)));
  expect(gunzipSync(packed).equals(bytes)).toBe(true);
  expect(Buffer.from(decompress(packed)).equals(bytes)).toBe(true);
});
