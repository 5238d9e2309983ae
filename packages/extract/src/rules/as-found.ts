/** Text that is its own value: without the blanks at its edges, or without those inside. */
import type { Rule } from '../rule.ts';

export const asFound: Rule<string> = {
  id: 'text/as-found',
  cite: 'as printed',
  *find(text) {
    const value = text.trim();
    if (value !== '')
      yield { value, start: text.indexOf(value), end: text.indexOf(value) + value.length };
  },
};
