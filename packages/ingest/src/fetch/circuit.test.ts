import { expect, test } from 'vitest';
import { Circuit } from './circuit.ts';

const minute = 60_000;
const host = 'a.gov.cn';

test('after five failures in a row a host is left alone, longer after each further one', () => {
  const circuit = new Circuit();
  const rests = Array.from({ length: 7 }, () => circuit.failed(host));
  expect(rests).toEqual([0, 0, 0, 0, 10 * minute, 20 * minute, 40 * minute]);
  expect(circuit.failed('b.gov.cn')).toBe(0);
  for (let n = 0; n < 20; n += 1) circuit.failed(host);
  expect(circuit.failed(host)).toBe(24 * 60 * minute);
});

test('one answer makes it good', () => {
  const circuit = new Circuit();
  for (let n = 0; n < 4; n += 1) circuit.failed(host);
  circuit.answered(host);
  expect(circuit.failed(host)).toBe(0);
});
