/** 自发布之日起施行: in force from the day of issue, which stands elsewhere. */
import { type Rule, rule } from '../rule.ts';
import { IN_FORCE } from './effective-date.ts';

export const effectiveFromIssue: Rule<true> = rule({
  id: 'document/effective-from-issue',
  cite: '《行政法规制定程序条例》 art. 29 and normative documents: 自公布之日起施行',
  pattern: new RegExp(
    `[自从]\\s{0,2}(?:公布|发布|印发|颁布|下发|发文|签发)(?:之)?日起\\s{0,2}(?:即日起)?\\s{0,2}${IN_FORCE}`,
    'gu',
  ),
  produce: () => true,
});
