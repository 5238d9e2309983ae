/**
 * A line of a title: blanks between Han are layout, the wide blanks of letter-spacing too; those
 * between Latin words stay (DOMAIN 3.3).
 */
import type { Rule } from '../rule.ts';

const EDGE = /^[\s\u3000]+|[\s\u3000]+$/gu;
/** A blank with a Latin letter or digit on both sides parts two words. */
const LAYOUT = /(?<![A-Za-z0-9])[\s\u3000]+|[\s\u3000]+(?![A-Za-z0-9])/gu;

export const joinedLine: Rule<string> = {
  id: 'title/line',
  cite: 'DOMAIN 3.3: joined without a blank',
  *find(text) {
    const value = text.replace(EDGE, '').replace(LAYOUT, '');
    if (value !== '') yield { value, start: 0, end: text.length };
  },
};
