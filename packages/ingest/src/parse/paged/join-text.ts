/** What stands between two pieces of text that the printed line or cell breaks apart. */

const latinEnd = /[A-Za-z,;:.!?)]$/;
const latinStart = /^[A-Za-z(]/;

/** Nothing between Chinese characters and digits, a space between Latin words. */
export function gapBetween(before: string, after: string): '' | ' ' {
  return latinEnd.test(before) && latinStart.test(after) ? ' ' : '';
}
