/** The measure that the linear-time tests rely on tells linear from quadratic. */
import { expect, test } from 'vitest';
import { FACTOR, growth, WORST } from './growth.ts';

const text = (length: number): string => '（'.repeat(length);

test('a reader that goes once over the text is linear', () => {
  const once = (length: number) => () => text(length).matchAll(/（/gu).toArray().length;
  expect(growth(once(200_000), once(200_000 * FACTOR))).toBeLessThan(WORST);
});

test('a reader that looks for the end from each beginning is not', () => {
  const again = (length: number) => () => text(length).match(/（[^）]*）/gu);
  expect(growth(again(8000), again(8000 * FACTOR))).toBeGreaterThan(WORST);
});
