/** Gaps of the matrix, as a crawl tries them, and what became of them. */
import { type Cell, isGap } from './cell.ts';

/** Years to be tried, by site; also those of which a link failed. */
export function gapsBySite(cells: readonly Cell[]): ReadonlyMap<string, ReadonlySet<number>> {
  const gaps = new Map<string, Set<number>>();
  for (const cell of cells) {
    if (cell.site === null || !(isGap(cell) || isFailedLink(cell))) continue;
    const years = gaps.get(cell.site) ?? new Set();
    gaps.set(cell.site, years.add(cell.year));
  }
  return gaps;
}

/** The site names it, and it could not be had. */
const isFailedLink = ({ state, url }: Cell): boolean => state === 'unknown' && url !== null;

/** Cells whose state is another one now. */
export function changedCells(
  before: readonly Cell[],
  after: readonly Cell[],
): readonly { readonly cell: Cell; readonly was: Cell['state'] }[] {
  const known = new Map(before.map((cell) => [keyOf(cell), cell.state]));
  return after.flatMap((cell) => {
    const was = known.get(keyOf(cell)) ?? 'unknown';
    return was === cell.state ? [] : [{ cell, was }];
  });
}

const keyOf = ({ site, agency, year }: Cell): string => `${site ?? ''}\n${agency}\n${year}`;
