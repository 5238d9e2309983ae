/** The period that the statistics cover: 本报告中所列数据的统计期限自…起至…止. */
import { evidenceFor, type Found } from '../../evidence.ts';
import { asciiDigits } from '../../lexicon/numerals.ts';
import { masked } from '../../prose/mask.ts';
import type { Passage } from './passages.ts';

export interface Period {
  /** `YYYY-MM-DD`. */
  readonly start: string;
  readonly end: string;
}

export const PERIOD_RULE = 'period/statistics';

const PERIOD =
  /(?<y1>(?:19|20)\d{2}|[12１２][0-9０-９]{3})\s*年\s*(?<m1>[\d０-９]{1,2})\s*月\s*(?<d1>[\d０-９]{1,2})\s*日\s*起?\s*[，,]?\s*(?:至|到|—{1,2}|－|-|～|~)\s*(?:(?<y2>[\d０-９]{4})\s*年\s*)?(?<m2>[\d０-９]{1,2})\s*月\s*(?<d2>[\d０-９]{1,2})\s*日/u;
const ABOUT_STATISTICS = /期限|统计|所列|数据|时限|报告期|起止/u;
const SENTENCE = /[^。！？\n]+/gu;

const two = (text: string): string => text.padStart(2, '0');

/** The first period in a text. */
export function periodIn(text: string): Period | undefined {
  const groups = PERIOD.exec(text)?.groups;
  if (!groups) return undefined;
  const part = (name: string): string => asciiDigits(groups[name] ?? '');
  const [month, day, lastMonth, lastDay] = ['m1', 'd1', 'm2', 'd2'].map(part).map(two);
  if (Math.max(Number(month), Number(lastMonth)) > 12) return undefined;
  return {
    start: `${part('y1')}-${month}-${day}`,
    end: `${part('y2') || part('y1')}-${lastMonth}-${lastDay}`,
  };
}

/** The period that the report gives for its statistics. */
export function periodOf(passages: readonly Passage[]): Found<Period> | undefined {
  for (const { line, span } of passages) {
    const text = masked(line.text).slice(span.start, span.end);
    for (const sentence of text.matchAll(SENTENCE)) {
      const match = PERIOD.exec(sentence[0]);
      const value = periodIn(sentence[0]);
      if (!match || !value || !ABOUT_STATISTICS.test(sentence[0])) continue;
      const start = span.start + sentence.index + match.index;
      const evidence = evidenceFor(
        line,
        { start, end: start + match[0].length },
        PERIOD_RULE,
        0.98,
      );
      return { value, evidence: [evidence] };
    }
  }
  return undefined;
}
