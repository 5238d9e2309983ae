/** 有效期五年: how long a document is in force; from when stands elsewhere. */
import { numberOf } from '../lexicon/numerals.ts';
import { type Rule, rule } from '../rule.ts';
import { isoDate } from './date.ts';

/** Months of the longest term that a normative document has; a longer one is misread. */
const LONGEST = 30 * 12;

export const term: Rule<number> = rule({
  id: 'document/term',
  cite: '国办发〔2018〕37号 and provincial rules on normative documents: 有效期…年',
  pattern:
    /(?:(?:有效|试行|施行|执行|实施|暂行)期(?:限|间)?|试行)(?:暂?定?为|是|[:：])?[\s\u3000]{0,2}(?<count>[0-9０-９]{1,2}|[一二两三四五六七八九十]{1,3})[\s\u3000]{0,2}(?<unit>年|个月)(?![以来多前])/gu,
  produce: ({ count = '', unit }) => {
    const months = (numberOf(count) ?? 0) * (unit === '年' ? 12 : 1);
    return months >= 1 && months <= LONGEST ? months : undefined;
  },
});

/** The last day of a term of months that begins on a day: 2020-07-01 and 60 months give 2025-06-30. */
export function lastDay(from: string, months: number): string | undefined {
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number);
  const behind = new Date(Date.UTC(year, month - 1 + months, day));
  // 31 August and six months: there is no 31 February.
  const overflow = behind.getUTCDate() !== day;
  const last = new Date(
    overflow ? Date.UTC(year, month - 1 + months + 1, 0) : behind.getTime() - 86_400_000,
  );
  return isoDate(last.getUTCFullYear(), last.getUTCMonth() + 1, last.getUTCDate());
}
