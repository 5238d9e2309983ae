/** 密级和保密期限, alone on a line (GB/T 9704-2012 §7.2.2). Found on the web, it is an alarm. */
import { type Rule, rule } from '../rule.ts';

export const classification: Rule<string> = rule({
  id: 'document/classification',
  cite: 'GB/T 9704-2012 §7.2.2',
  pattern: /(?<![^\s])(?<word>(?:绝密|机密|秘密)(?:\s{0,2}★\s{0,2}[^\s]{1,8})?)(?![^\s])/gu,
  produce: ({ word = '' }) => word.replace(/\s/gu, ''),
});
