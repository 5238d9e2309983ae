/** Lines above a table that only say that it goes on: its title again, its unit, `续表`. */
import type { Item, TextItem } from '../layout.ts';

const continued =
  /^(?:[（(]?续\s?(?:上?页|上?表)?\s?[\d一二三四五六七八九十]{0,3}[）)]?|.{1,40}[（(]续(?:表)?[）)])$/u;
const blanks = /\s/gu;

const textOf = ({ run }: TextItem): string =>
  run.lines.map(({ text }) => text.replace(blanks, '')).join('');

/**
 * @param before What is on the page before.
 * @param above The text above the table that goes on.
 * @returns That text, when all of it is a repetition; otherwise nothing of it.
 */
export function repeatedTitle(before: readonly Item[], above: readonly TextItem[]): TextItem[] {
  const said = new Set(before.flatMap((item) => (item.kind === 'text' ? [textOf(item)] : [])));
  const repeats = above.every((item) => said.has(textOf(item)) || continued.test(textOf(item)));
  return repeats ? [...above] : [];
}
