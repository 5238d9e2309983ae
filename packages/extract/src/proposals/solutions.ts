/**
 * Changes of cells after which all identities hold: as few as possible, found in bounded time.
 *
 * Two searches. {@link amongReadings} tries what engines and running text give besides; {@link amongAmounts}
 * solves each broken equation for each of its cells, whatever the number: it tells which cells can be to
 * blame at all.
 */
import type { Candidate, ScannedCell } from './scanned-cell.ts';
import type { Changes, Equation, Sheet } from './sheet.ts';

/** Most cells that are changed together. */
const MOST_READINGS = 3;
const MOST_AMOUNTS = 2;
/** Most states that one search looks at. */
const BUDGET = 20_000;

export interface Found<T> {
  /** All with the same, smallest number of changes. */
  readonly solutions: readonly ReadonlyMap<string, T>[];
  /** False where the budget ran out: there may be others. */
  readonly complete: boolean;
}

/** By what a broken equation may be mended. */
type Moves<T> = (
  equation: Equation,
  changes: Changes,
) => readonly (readonly [key: string, choice: T, amount: number])[];

const nameOf = (chosen: ReadonlyMap<string, unknown>): string =>
  JSON.stringify([...chosen].sort(([a], [b]) => a.localeCompare(b)));

class Search<T> {
  readonly #sheet: Sheet;
  readonly #failing: readonly Equation[];
  readonly #moves: Moves<T>;
  #left = BUDGET;
  readonly #found = new Map<string, ReadonlyMap<string, T>>();

  constructor(sheet: Sheet, failing: readonly Equation[], moves: Moves<T>) {
    this.#sheet = sheet;
    this.#failing = failing;
    this.#moves = moves;
  }

  /** Deepens until something is found. */
  run(most: number): Found<T> {
    for (let depth = 1; depth <= most && this.#found.size === 0 && this.#left > 0; depth += 1) {
      this.#step(new Map(), new Map(), depth);
    }
    return { solutions: [...this.#found.values()], complete: this.#left > 0 };
  }

  #step(chosen: ReadonlyMap<string, T>, changes: Changes, depth: number): void {
    this.#left -= 1;
    if (this.#left <= 0) return;
    const broken = this.#sheet.broken(this.#failing, changes);
    if (broken.length === 0) {
      this.#found.set(nameOf(chosen), chosen);
      return;
    }
    if (depth === 0) return;
    // The last change has to mend them all, so any one of them tells.
    for (const equation of depth === 1 ? broken.slice(0, 1) : broken) {
      for (const [key, choice, amount] of this.#moves(equation, changes)) {
        const next = new Map([...changes, [key, amount]]);
        this.#step(new Map([...chosen, [key, choice]]), next, depth - 1);
      }
    }
  }
}

/** Combinations of other readings. */
export function amongReadings(
  sheet: Sheet,
  failing: readonly Equation[],
  cells: ReadonlyMap<string, ScannedCell>,
  mayChange: (key: string) => boolean,
): Found<Candidate> {
  return new Search<Candidate>(sheet, failing, ({ terms }, changes) =>
    terms
      .filter(({ key }) => mayChange(key) && !changes.has(key))
      .flatMap(({ key }) =>
        (cells.get(key)?.others ?? []).map((other) => [key, other, other.amount] as const),
      ),
  ).run(MOST_READINGS);
}

/** Combinations of any counts. */
export function amongAmounts(
  sheet: Sheet,
  failing: readonly Equation[],
  mayChange: (key: string) => boolean,
): Found<number> {
  return new Search<number>(sheet, failing, (equation, changes) => {
    if (equation.relation !== '=') return [];
    return equation.terms
      .filter(({ key }) => mayChange(key) && !changes.has(key))
      .map(({ key }) => [key, sheet.solved(equation, key, changes)] as const)
      .filter(([, amount]) => Number.isSafeInteger(amount) && amount >= 0)
      .map(([key, amount]) => [key, amount, amount] as const);
  }).run(MOST_AMOUNTS);
}
