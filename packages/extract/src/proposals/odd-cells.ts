/**
 * Cells of a scanned form that hold what nobody prints: `00`, `07`, and the odd blank.
 *
 * No sum tells a nought that the scan lost: a blank counts as nought. But whoever prints his noughts leaves
 * no cell empty, so that the odd blank among them is doubted. Where blanks are many, they are a habit.
 */
import type { ScannedCell } from './scanned-cell.ts';

const FEWEST_NOUGHTS = 5;
const MOST_BLANKS = 2;
const PADDED = /^0\d/u;

const TABLE = /^[a-z]+_(?:table|matrix)(?=\.)/u;

/** The table that a key belongs to; forms up to 2018 have one. */
const tableOf = (key: string): string => TABLE.exec(key)?.[0] ?? '';

/** Keys of cells that stand out. */
export function oddCells(cells: Iterable<ScannedCell>): ReadonlySet<string> {
  const tables = Map.groupBy(cells, ({ key }) => tableOf(key));
  const odd = [...tables.values()].flatMap((table) => {
    const blanks = table.filter(({ text }) => text === '');
    const noughts = table.filter(({ text }) => text === '0').length;
    const padded = table.filter(({ text }) => PADDED.test(text));
    return noughts >= FEWEST_NOUGHTS && blanks.length <= MOST_BLANKS
      ? [...padded, ...blanks]
      : padded;
  });
  return new Set(odd.map(({ key }) => key));
}
