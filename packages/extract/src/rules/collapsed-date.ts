/**
 * A signature date that lost its 年 or 月: `201911日`, `20171231日`. Read only where one split is a day;
 * `2020119日` is 19 January or 9 November and is refused.
 */
import { type Rule, rule } from '../rule.ts';
import { isoDate } from './date.ts';

function splits(year: string, digits: string): string[] {
  return [1, 2].flatMap((cut) => {
    const month = digits.slice(0, cut);
    const day = digits.slice(cut);
    // No leading zeros are printed, so 011 is no day and no month.
    if (day === '' || month.startsWith('0') || day.startsWith('0')) return [];
    return isoDate(Number(year), Number(month), Number(day)) ?? [];
  });
}

export const collapsedDate: Rule<string> = rule({
  id: 'date/collapsed',
  cite: 'seen on agency pages: a sign of the date was lost in copying',
  pattern: /(?<![0-9])(?<year>(?:19|20)[0-9]{2})(?<digits>[0-9]{2,4})日/gu,
  produce: ({ year = '', digits = '' }) => {
    const days = splits(year, digits);
    return days.length === 1 ? days[0] : undefined;
  },
});
