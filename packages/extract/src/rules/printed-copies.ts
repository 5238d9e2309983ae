/** 共印份数: how many were printed; a local addition to the 版记. */
import { type Rule, rule } from '../rule.ts';

export const printedCopies: Rule<number> = rule({
  id: 'document/printed-copies',
  cite: 'not in GB/T 9704; seen in 版记 of cities and counties',
  pattern:
    /[（(]?\s{0,3}共\s{0,3}印\s{0,3}[:：]?\s{0,6}(?<count>[0-9０-９]{1,6})\s{0,3}份\s{0,3}[)）]?/gu,
  produce: ({ count = '' }) => Number(count.normalize('NFKC')),
});
