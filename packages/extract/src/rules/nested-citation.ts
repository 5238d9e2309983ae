/** A title inside a title: 《…关于落实〈…要点〉的通知》 names both (GB/T 15834-2011 §4.15: 书名号 inside 书名号). */
import { type Rule, rule } from '../rule.ts';
import type { Citation } from './citation.ts';

export const nestedCitation: Rule<Citation> = rule({
  id: 'citation/nested',
  cite: 'GB/T 15834-2011 §4.15: 书名号 inside 书名号',
  pattern: /〈(?<title>[^〈〉《》]{4,80})〉/gu,
  produce: ({ title = '' }) => ({ title: title.trim(), doc_number: null }),
});
