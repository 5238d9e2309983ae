/**
 * A line of a title: blanks between Han are layout, the wide blanks of letter-spacing too; those
 * between Latin words stay.
 */
import type { Rule } from '../rule.ts';

const EDGE = /^[\s\u3000]+|[\s\u3000]+$/gu;
/** A blank with a Latin letter or digit on both sides parts two words. */
const LAYOUT = /(?<![A-Za-z0-9])[\s\u3000]+|[\s\u3000]+(?![A-Za-z0-9])/gu;

export const joinedLine: Rule<string> = {
  id: 'title/line',
  cite: 'GB/T 9704-2012 §7.3.1: a title of several lines is one; the break is no sign of it',
  *find(text) {
    const value = text.replace(EDGE, '').replace(LAYOUT, '');
    if (value !== '') yield { value, start: 0, end: text.length };
  },
};
