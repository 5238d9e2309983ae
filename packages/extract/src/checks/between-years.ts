/**
 * M5 and M6: what two reports of one agency say about the end of one year and the beginning of the next.
 *
 * No single document can tell; whoever has both reports asks here.
 */
import type { Check } from '../record.ts';
import { countOf, type Statistics } from './sides.ts';

const CARRIED_OUT = 'requests_matrix.carried_over_out.total';
const CARRIED_IN = 'requests_matrix.carried_over_in.total';
const ROWS = ['regulations', 'normative_documents'] as const;

const verdict = (left: number | null, right: number | null): Check['verdict'] =>
  left === null || right === null ? 'not_computable' : left === right ? 'holds' : 'fails';

/** 结转下年度继续办理 of one year is 上年结转 of the next (国办公开办函〔2019〕60号, 填报说明). */
function carriedOver(earlier: Statistics, later: Statistics): readonly Check[] {
  const [left, right] = [countOf(earlier, CARRIED_OUT), countOf(later, CARRIED_IN)];
  const keys = [CARRIED_OUT, CARRIED_IN];
  return [{ id: 'M5', verdict: verdict(left, right), left, right, keys, note: null }];
}

/** 现行有效 = that of the year before + 制发 - 废止 (国办公开办函〔2021〕30号); soft: lists are also put in order. */
function inForce(earlier: Statistics, later: Statistics): readonly Check[] {
  return ROWS.map((row): Check => {
    const cell = (column: string): string => `disclosure_table.${row}.${column}`;
    const before = countOf(earlier, cell('in_force'));
    const issued = countOf(later, cell('issued_this_year'));
    const repealed = countOf(later, cell('repealed_this_year'));
    const left = countOf(later, cell('in_force'));
    const right =
      before === null || issued === null || repealed === null ? null : before + issued - repealed;
    return {
      id: `M6.${row}`,
      verdict: verdict(left, right),
      left,
      right,
      keys: [cell('in_force'), cell('issued_this_year'), cell('repealed_this_year')],
      note: 'Soft: Documents also lapse, and lists are put in order.',
    };
  });
}

/**
 * Compares the statistics of two consecutive years of one agency.
 *
 * @returns Verdicts in the order of their ids; `keys` of both years, those of the earlier first.
 */
export const checkBetweenYears = (earlier: Statistics, later: Statistics): readonly Check[] => [
  ...carriedOver(earlier, later),
  ...inForce(earlier, later),
];
