import { expect, test } from 'vitest';
import { Hours } from './hours.ts';

const minute = 60_000;
/** A moment by the clock of Beijing. */
const at = (time: string): number => Date.parse(`2026-01-05T${time}:00+08:00`);

test.each([
  ['22:00-06:00', '22:00', 0],
  ['22:00-06:00', '23:59', 0],
  ['22:00-06:00', '00:00', 0],
  ['22:00-06:00', '05:59', 0],
  ['22:00-06:00', '06:00', 16 * 60],
  ['22:00-06:00', '21:30', 30],
  ['01:30-05:00', '01:29', 1],
  ['01:30-05:00', '12:00', 13 * 60 + 30],
  ['18:00-24:00', '23:59', 0],
  ['18:00-24:00', '00:00', 18 * 60],
  ['00:00-24:00', '12:00', 0],
])('%s: at %s the wait is %d minutes', (hours, time, wait) => {
  expect(new Hours(hours).waitAt(at(time))).toBe(wait * minute);
});

test.each(['', '22-6', '25:00-06:00', '22:00-24:30', '22:60-06:00', 'night'])(
  '%j are no hours',
  (text) => {
    expect(() => new Hours(text)).toThrow(RangeError);
  },
);
