/**
 * Who is to blame where identities of a scanned form fail: one reading that can be named, or several
 * cells of which none can.
 *
 * A better reading is named only if nothing else explains the failure as simply. It is either the only
 * combination of what the engines (or the running text) give besides, while no other plausible mistake of
 * no more unsure cells would do; or the only combination of cells that can be to blame at all, where two
 * equations or more cross in it, and a known confusion of digits leads from what was read to what is due.
 */
import { LEGIBLE } from '../forms/table-facts.ts';
import { misreadingOf } from './misreading.ts';
import type { Candidate, ScannedCell } from './scanned-cell.ts';
import type { Equation, Sheet } from './sheet.ts';
import { amongAmounts, amongReadings, type Found } from './solutions.ts';

export interface Verdict {
  /** A better reading by key; empty where none or several fit. */
  readonly better: ReadonlyMap<string, Candidate>;
  /** Cells that cannot be trusted. */
  readonly doubted: ReadonlySet<string>;
  /** The identities that fail. */
  readonly failing: readonly Equation[];
}

/** More equations that hang together fail from other causes than a digit. */
const MOST_FAILING = 12;
const SLASH = '/';

type Amounts = ReadonlyMap<string, number>;
type Readings = ReadonlyMap<string, Candidate>;

/** What is known about the form while one cluster of failing identities is judged. */
export interface Case {
  readonly sheet: Sheet;
  readonly cells: ReadonlyMap<string, ScannedCell>;
  /** Cells that the running text confirms are not to blame. */
  readonly trusted: ReadonlySet<string>;
  /** Whether the form writes its noughts as `/`, and never as `0`: only then a stroke is sure to be one. */
  readonly hasSlashes: boolean;
}

/** The reading of a cell that gives an amount, if a known mistake leads to it. */
function plausible(cell: ScannedCell, amount: number, { hasSlashes }: Case): Candidate | undefined {
  const given = cell.others.find((other) => other.amount === amount);
  if (given) return given;
  const text = String(amount);
  if (misreadingOf(cell.text, text)) return { text, value: amount, amount, from: 'confusion' };
  const isSlash = amount === 0 && hasSlashes && misreadingOf(cell.text, SLASH) !== null;
  return isSlash ? { text: SLASH, value: null, amount, from: 'confusion' } : undefined;
}

/** The readings that give these amounts; undefined where one of them has no known mistake. */
function readingsFor(amounts: Amounts, known: Case): Readings | undefined {
  const readings = new Map<string, Candidate>();
  for (const [key, amount] of amounts) {
    const cell = known.cells.get(key);
    const reading = cell && plausible(cell, amount, known);
    if (!reading) return undefined;
    readings.set(key, reading);
  }
  return readings;
}

const isSame = (amounts: Amounts, readings: Readings): boolean =>
  amounts.size === readings.size &&
  [...amounts].every(([key, amount]) => readings.get(key)?.amount === amount);

/** A cell that was read with confidence, and in one way only, is not to blame while an unsure one may be. */
const isUnsure = (key: string, { cells }: Case): boolean => {
  const cell = cells.get(key);
  return cell !== undefined && (cell.confidence < LEGIBLE || cell.others.length > 0);
};

/** The one combination of other readings, if nothing else explains as much by as little. */
function bestReading(
  readings: Found<Candidate>,
  amounts: Found<number>,
  known: Case,
): Readings | undefined {
  const [only, another] = readings.solutions;
  if (!only || another || !readings.complete || !amounts.complete) return undefined;
  const isRival = (other: Amounts): boolean =>
    other.size <= only.size &&
    !isSame(other, only) &&
    [...other.keys()].every((key) => isUnsure(key, known)) &&
    readingsFor(other, known) !== undefined;
  return amounts.solutions.some(isRival) ? undefined : only;
}

/** The only cells that can be to blame, if a known mistake leads to what is due there. */
function singledOut(
  failing: readonly Equation[],
  amounts: Found<number>,
  known: Case,
): Readings | undefined {
  const [only, another] = amounts.solutions;
  if (!only || another || !amounts.complete || failing.length < 2 * only.size) return undefined;
  return readingsFor(only, known);
}

const NONE: Found<never> = { solutions: [], complete: false };

/** Judges identities that fail and share cells. */
export function verdictOn(failing: readonly Equation[], known: Case): Verdict {
  const { sheet, cells, trusted } = known;
  const mayChange = (key: string): boolean => cells.has(key) && !trusted.has(key);
  const isSmall =
    failing.length <= MOST_FAILING && failing.every(({ relation }) => relation === '=');
  const readings = isSmall ? amongReadings(sheet, failing, cells, mayChange) : NONE;
  const amounts = isSmall ? amongAmounts(sheet, failing, mayChange) : NONE;
  const better =
    bestReading(readings, amounts, known) ??
    (readings.solutions.length === 0 ? singledOut(failing, amounts, known) : undefined);
  if (better) return { better, doubted: new Set(better.keys()), failing };
  const blamed = [...readings.solutions, ...amounts.solutions].flatMap((one) => [...one.keys()]);
  const all = failing.flatMap(({ terms }) => terms.map(({ key }) => key)).filter(mayChange);
  const isCrossed = failing.length > 1 && amounts.complete && amounts.solutions.length > 0;
  return { better: new Map(), doubted: new Set(isCrossed ? blamed : all), failing };
}
