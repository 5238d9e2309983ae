/** The measure that the linear-time tests rely on tells linear from quadratic. */
import { expect, test } from 'vitest';
import { FACTOR, growth, WORST } from './growth.ts';

const size = 3000;

test('a reader that goes once over the text is linear', () => {
  const once = (length: number) => () =>
    '（'
      .repeat(100 * length)
      .matchAll(/（/gu)
      .toArray().length;
  expect(growth(once(size), once(size * FACTOR))).toBeLessThan(WORST);
});

test('a reader that goes over the text from each of its characters is not', () => {
  const again = (length: number) => () => {
    let seen = 0;
    for (let from = 0; from < length; from += 1) {
      for (let at = 0; at < length; at += 1) seen += (from ^ at) & 1;
    }
    return seen;
  };
  expect(growth(again(size), again(size * FACTOR))).toBeGreaterThan(WORST);
});
