/** The measure that the linear-time tests rely on tells linear from quadratic. */
import { expect, test } from 'vitest';
import { FACTOR, growth, WORST } from './growth.ts';

const size = 3000;

test('a reader that goes once over the text is linear', () => {
  // It keeps nothing: what the collector of garbage does with many objects is not linear.
  const once = (length: number) => () => {
    let seen = 0;
    for (let at = 0; at < 1000 * length; at += 1) seen += at & 1;
    return seen;
  };
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
