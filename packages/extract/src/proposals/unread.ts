/** Cells in which no number was recognised, read with the help of the sums in which they are the only unknown. */
import type { Identity } from '../checks/identity.ts';
import { misreadingOf } from './misreading.ts';
import type { Candidate, ScannedCell } from './scanned-cell.ts';
import { type Equation, Sheet } from './sheet.ts';

export interface Solved {
  readonly key: string;
  readonly reading: Candidate;
  /** They all ask for this number. */
  readonly equations: readonly Equation[];
}

/** The one count that all equations ask for. */
function due(key: string, sheet: Sheet, equations: readonly Equation[]): number | undefined {
  const amounts = new Set(equations.map((one) => sheet.solved(one, key, new Map([[key, 0]]))));
  const [only] = amounts;
  const isCount = only !== undefined && Number.isSafeInteger(only) && only >= 0;
  return amounts.size === 1 && isCount ? only : undefined;
}

/** The cell as its sums ask for it, where that is also what its ink may say. */
export function solvedUnread(
  { key, text, others }: ScannedCell,
  identities: readonly Identity[],
  amounts: ReadonlyMap<string, number>,
): Solved | undefined {
  const sheet = new Sheet(identities, new Map([...amounts, [key, 0]]));
  const equations = sheet.touching(key).filter(({ relation }) => relation === '=');
  const amount = due(key, sheet, equations);
  if (amount === undefined) return undefined;
  const given = others.find((other) => other.amount === amount);
  const meant = String(amount);
  const reading: Candidate | undefined =
    given ??
    (misreadingOf(text, meant)
      ? { text: meant, value: amount, amount, from: 'confusion' }
      : undefined);
  return reading && { key, reading, equations };
}
