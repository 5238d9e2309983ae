import { expect, test } from 'vitest';
import { deltasOf } from './deltas.ts';

const cases: readonly [what: string, value: string | undefined, most: number, wanted: number[]][] =
  [
    ['plain distances', '5 2.5 2.5', 9, [5, 2.5, 2.5]],
    ['runs between them', '5 g 3 2.5 7 g 2 1', 9, [5, 2.5, 2.5, 2.5, 7, 1, 1]],
    ['negative distances and odd spacing', ' -1.5\n g  2 4 ', 9, [-1.5, 4, 4]],
    ['no more than wanted', 'g 4 2 3', 2, [2, 2]],
    ['a hostile run stays short', 'g 1000000000 2', 3, [2, 2, 2]],
    ['a run of none', 'g 0 2 3', 9, [3]],
    ['nothing behind what is no number', '5 x 3', 9, [5]],
    ['a run cut off', '5 g 3', 9, [5]],
    ['none', undefined, 9, []],
  ];

test.each(cases)('%s', (_, value, most, wanted) => {
  expect(deltasOf(value, most)).toEqual(wanted);
});
