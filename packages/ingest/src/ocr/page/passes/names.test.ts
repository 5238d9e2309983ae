import { expect, test } from 'vitest';
import { switchedOff } from './names.ts';

test('passes are named in any order, and run out in theirs', () => {
  expect([...switchedOff('deskew, colors')]).toEqual(['colors', 'deskew']);
  expect([...switchedOff('')]).toEqual([]);
});

test('a name that is no pass is told: nothing would be switched off', () => {
  expect(() => switchedOff('deskew,rotate')).toThrow('"rotate"');
});
