/** What the sentences say of the form's cells: a second witness where the form was scanned. */
import { counterparts } from './counterparts.ts';
import type { Gathered } from './statistics.ts';

/** The cell that says what a key of the sentences says; nothing where it is a sum of several. */
function cellOf(key: string, { stated }: Gathered): string | undefined {
  if (stated.get(key)?.fact.source === 'table') return key;
  const [only, another] = counterparts[key] ?? [];
  return another === undefined ? only : undefined;
}

/** Numbers by the key of their cell, where all sentences that give it exactly agree. */
export function said(gathered: Gathered): ReadonlyMap<string, number> {
  const numbers = new Map<string, Set<number>>();
  for (const [key, claims] of gathered.prose) {
    const cell = cellOf(key, gathered);
    if (cell === undefined) continue;
    const exact = claims.flatMap(({ fact: { value, status, precision } }) =>
      value !== null && status !== 'derived' && precision === 'exact' ? [value] : [],
    );
    numbers.set(cell, new Set([...(numbers.get(cell) ?? []), ...exact]));
  }
  return new Map(
    [...numbers].flatMap(([key, values]): [string, number][] => {
      const [only] = values;
      return values.size === 1 && only !== undefined ? [[key, only]] : [];
    }),
  );
}
