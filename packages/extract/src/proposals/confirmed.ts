/**
 * Readings that identities confirm: their confidence rises.
 *
 * A sum of one term (`3 = 3 + 0 + 0`) confirms nothing: the same digits are misread in the same way twice. Nor
 * does `0 = 0 + 0`. Of three numbers and more, a second misreading that hides the first is needed; how
 * probable that is depends on how many of them are unsure, so that at most half of them may be.
 * A cell is confirmed if all its identities hold and one of them is such a sum; one whose other
 * readings mean something else but count the same (`0` and `/`) is not, and no cell is that was read as blank.
 */
import { LEGIBLE } from '../forms/table-facts.ts';
import type { ScannedCell } from './scanned-cell.ts';
import type { Equation, Sheet } from './sheet.ts';

type Cells = ReadonlyMap<string, ScannedCell>;

/** Confidence of a reading that one sum confirms, or the running text: about one hidden error in ten unsure cells. */
const ONCE = 0.9;
/** Two sums that cross in the cell. */
const TWICE = 0.95;
const FEWEST_TERMS = 3;

export interface Confirmed {
  /** What the cell has at least. */
  readonly confidence: number;
  /** What the cell is, now that its reading is sure. */
  readonly status: ScannedCell['status'];
}

/** Whether the equation would tell if one of its numbers were misread. */
function tells({ terms, relation }: Equation, sheet: Sheet, cells: Cells): boolean {
  if (relation !== '=') return false;
  const numbers = terms.filter(({ key }) => sheet.amount(key) !== 0);
  const unsure = numbers.filter(({ key }) => (cells.get(key)?.confidence ?? 1) < LEGIBLE);
  return numbers.length >= FEWEST_TERMS && unsure.length * 2 <= numbers.length;
}

function bySums({ key, text, amount, others }: ScannedCell, sheet: Sheet, cells: Cells): number {
  const equations = sheet.touching(key);
  if (text === '' || others.some((other) => other.amount === amount)) return 0;
  if (!equations.every((equation) => sheet.holds(equation))) return 0;
  const telling = equations.filter((equation) => tells(equation, sheet, cells)).length;
  return telling === 0 ? 0 : telling === 1 ? ONCE : TWICE;
}

/**
 * @param trusted Cells of which the running text says the same.
 * @returns Only cells that are confirmed.
 */
export function confirmedBy(
  sheet: Sheet,
  cells: Cells,
  trusted: ReadonlySet<string>,
): ReadonlyMap<string, Confirmed> {
  const all = [...cells.values()].map((cell): [string, Confirmed] => {
    const confidence = Math.max(bySums(cell, sheet, cells), trusted.has(cell.key) ? ONCE : 0);
    return [cell.key, { confidence, status: cell.status }];
  });
  return new Map(all.filter(([, { confidence }]) => confidence > 0));
}
