/** What an agency does, by its name. */
import { FUNCTIONS } from '../lexicon/functions.ts';
import type { Rule } from '../rule.ts';

export const agencyFunction: Rule<string> = {
  id: 'agency/function',
  cite: '《国务院机构改革方案》 of 1998 to 2023: names that bodies of one function have had',
  *find(text) {
    const flat = text.replace(/\s+/gu, '');
    const key = FUNCTIONS.find(([, pattern]) => pattern.test(flat))?.[0];
    if (key !== undefined) yield { value: key, start: 0, end: text.length };
  },
};
