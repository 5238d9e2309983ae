/** 紧急程度, alone on a line (GB/T 9704-2012 §7.2.3). */
import { type Rule, rule } from '../rule.ts';

export const urgency: Rule<string> = rule({
  id: 'document/urgency',
  cite: 'GB/T 9704-2012 §7.2.3',
  pattern: /(?<![^\s])(?<word>特\s{0,4}急|加\s{0,4}急|特\s{0,4}提|平\s{0,4}急)(?![^\s])/gu,
  produce: ({ word = '' }) => word.replace(/\s/gu, ''),
});
