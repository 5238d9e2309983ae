/** 印发机关和印发日期: the last line of the 版记 (GB/T 9704-2012 §7.4.3). */
import { first, type Rule, rule } from '../rule.ts';
import { date, WRITTEN_DATE } from './date.ts';

export interface Imprint {
  /** Null where only the date stands on the line. */
  readonly office: string | null;
  readonly date: string;
}

export const imprint: Rule<Imprint> = rule({
  id: 'document/imprint',
  cite: 'GB/T 9704-2012 §7.4.3',
  pattern: new RegExp(
    `(?<![^\\s])(?:(?<office>[\\p{Script=Han}（）()、]{2,40}?)[\\s\\u3000]{0,80})?(?<printed>${WRITTEN_DATE})\\s{0,6}印\\s{0,6}发`,
    'gu',
  ),
  produce: ({ office, printed }) => {
    const day = first(date, printed ?? '')?.value;
    return day === undefined ? undefined : { office: office ?? null, date: day };
  },
});
