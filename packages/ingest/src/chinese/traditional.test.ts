import { expect, test } from 'vitest';
import { toSimplified } from './simplified.ts';
import { mayBeTraditional } from './traditional.ts';

test.each([
  ['公開', true],
  ['一目瞭然', true],
  ['\u{2a7dd}', true],
  ['\uf9e1', true],
  ['政府信息公开工作年度报告（2023年）', false],
  ['', false],
])('%s may hold traditional characters: %s', (text, asked) => {
  expect(mayBeTraditional(text)).toBe(asked);
});

test('nothing that is simplified in letters official language uses is asked for', () => {
  const bytes = Array.from({ length: 0xd8 - 0xb0 }, (_, lead) =>
    Array.from({ length: 94 }, (__, trail) => [0xb0 + lead, 0xa1 + trail]),
  ).flat(2);
  const level1 = [...new TextDecoder('gb18030').decode(Uint8Array.from(bytes))];
  expect(level1.filter(mayBeTraditional).length).toBeLessThan(20);
});

test('a text that is not asked for has nothing to convert, phrases included', () => {
  expect(toSimplified('乾元镇')).toEqual([]);
  expect(toSimplified('一目瞭然')).toEqual([{ start: 2, end: 3, text: '了' }]);
});
