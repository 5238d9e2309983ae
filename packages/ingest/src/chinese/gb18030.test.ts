import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeGb18030 } from './gb18030.ts';

test('what is encoded decodes to itself', () => {
  const common = fc.string({ unit: fc.constantFrom(...'政府信息公开，。（）〔2018〕号 ㄒ唬┥abc') });
  fc.assert(
    fc.property(common, (text) => {
      expect(new TextDecoder('gb18030').decode(encodeGb18030(text))).toBe(text);
    }),
  );
});

test('a character without a code of two bytes is refused, not replaced', () => {
  expect(encodeGb18030('政府😀')).toBeUndefined();
});
