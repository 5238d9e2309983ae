/** A date of eight digits, as stored by content systems. For labelled fields only: numbers look alike. */
import { type Rule, rule } from '../rule.ts';
import { isoDate } from './date.ts';

export const compactDate: Rule<string> = rule({
  id: 'date/compact',
  cite: 'seen on agency pages: 20180115 in meta tags and index headers',
  pattern: /(?<![0-9])(?<year>(?:19|20)[0-9]{2})(?<month>[01][0-9])(?<day>[0-3][0-9])(?![0-9])/gu,
  produce: ({ year, month, day }) => isoDate(Number(year), Number(month), Number(day)),
});
