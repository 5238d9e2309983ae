import { expect, test } from 'vitest';
import { inNaturalOrder } from './natural-order.ts';

test.each([
  [
    ['附件10.doc', '附件2.doc', '附件1.doc'],
    ['附件1.doc', '附件2.doc', '附件10.doc'],
  ],
  [
    ['b/1.pdf', 'a10/2.pdf', 'a9/3.pdf', 'a9/03.pdf'],
    ['a9/03.pdf', 'a9/3.pdf', 'a10/2.pdf', 'b/1.pdf'],
  ],
  [
    ['2', '10', '', 'x', '1x'],
    ['', '1x', '2', '10', 'x'],
  ],
  [
    ['20230000000000000000001', '3'],
    ['3', '20230000000000000000001'],
  ],
])('%j', (names, sorted) => {
  expect(names.toSorted(inNaturalOrder)).toEqual(sorted);
});
