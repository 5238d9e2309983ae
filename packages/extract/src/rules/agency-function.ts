/** What an agency does, by its name (DOMAIN 5.1). */
import { FUNCTIONS } from '../lexicon/functions.ts';
import type { Rule } from '../rule.ts';

export const agencyFunction: Rule<string> = {
  id: 'agency/function',
  cite: 'DOMAIN 5.1: synonyms for grouping',
  *find(text) {
    const flat = text.replace(/\s+/gu, '');
    const key = FUNCTIONS.find(([, pattern]) => pattern.test(flat))?.[0];
    if (key !== undefined) yield { value: key, start: 0, end: text.length };
  },
};
