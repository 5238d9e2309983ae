import { expect, test } from 'vitest';
import { misreadingOf } from './misreading.ts';

test.each([
  ['289', '239', 'substituted'],
  ['17', '11', 'substituted'],
  ['39', '239', 'lost'],
  ['2', '22', 'lost'],
  ['', '4', 'lost'],
  ['2239', '239', 'doubled'],
  ['139', '39', 'stray'],
  ['1', '/', 'sign'],
  ['7', '/', 'sign'],
  ['/', '1', 'sign'],
  ['2l', '21', 'letters'],
  ['B', '8', 'letters'],
])('“%s” may be “%s”: %s', (read, meant, kind) => {
  expect(misreadingOf(read, meant)).toBe(kind);
});

test.each([
  ['two digits stand for others', '289', '234'],
  ['1 and 3 do not look alike', '1', '3'],
  ['a digit inside is no stray stroke', '293', '23'],
  ['no number begins with a nought', '7', '07'],
  ['two digits do not get lost together', '', '12'],
  ['0 is no stroke', '0', '/'],
  ['a word is no number', '件', '1'],
])('%s', (_name, read, meant) => {
  expect(misreadingOf(read, meant)).toBeNull();
});
