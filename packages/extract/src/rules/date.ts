/** A full date in any writing: 2018年8月1日, 二○一八年八月一日, 2018-08-01. */
import { numberOf, positionalInteger, ZERO_SIGNS } from '../lexicon/numerals.ts';
import { type Rule, rule } from '../rule.ts';

const BLANK = '[\\s\\u00a0\\u3000]{0,6}';
const DIGIT = '[0-9０-９]';
const CHINESE_DIGIT = `[一二三四五六七八九${ZERO_SIGNS}]`;
const MONTH = `${DIGIT}{1,2}|[一二三四五六七八九十]{1,2}|元`;
const DAY = `${DIGIT}{1,2}|[一二三四五六七八九十廿卅]{1,3}`;
/** Documents of the People's Republic. */
const EARLIEST = 1949;
const LATEST = 2100;

/** Source of the pattern for a written date, without groups, for use inside larger patterns. */
export const WRITTEN_DATE = `(?:${DIGIT}{4}|${CHINESE_DIGIT}{4})${BLANK}年${BLANK}(?:${MONTH})${BLANK}月${BLANK}(?:${DAY})${BLANK}[日号]`;

const PATTERN = new RegExp(
  `(?<![0-9０-９.])(?:(?<year>${DIGIT}{4}|${CHINESE_DIGIT}{4})${BLANK}年${BLANK}(?<month>${MONTH})${BLANK}月${BLANK}(?<day>${DAY})${BLANK}[日号]` +
    `|(?<y>(?:19|20)[0-9]{2})${BLANK}(?<mark>[-－/.．])${BLANK}(?<m>[0-9]{1,2})${BLANK}\\k<mark>${BLANK}(?<d>[0-9]{1,2})(?![0-9]))`,
  'gu',
);

const part = (text: string | undefined): number =>
  text === '元' ? 1 : (numberOf(text ?? '') ?? Number.NaN);

const yearOf = (text: string): number => positionalInteger(text) ?? part(text);

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** `YYYY-MM-DD`, or undefined where no such day exists. */
export function isoDate(year: number, month: number, day: number): string | undefined {
  if (!(year >= EARLIEST && year <= LATEST && month >= 1 && month <= 12 && day >= 1))
    return undefined;
  // Day 0 of the next month is the last of this one.
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

export const date: Rule<string> = rule({
  id: 'date/full',
  cite: 'GB/T 9704-2012 §7.3.5.4',
  pattern: PATTERN,
  produce: ({ year, month, day, y, m, d }) =>
    year === undefined
      ? isoDate(part(y), part(m), part(d))
      : isoDate(yearOf(year), part(month), part(day)),
});
