/** Figures of runs, put into one. */

/** Null where a run has no figure, or there is no run. */
export function median(figures: readonly (number | null)[]): number | null {
  const sorted = sortedOf(figures);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** The quarter of the runs below which nothing, and the quarter above which nothing is counted. */
export function quartiles(figures: readonly number[]): readonly [number, number] | null {
  const sorted = sortedOf(figures);
  const at = (share: number): number | undefined => sorted[Math.round((sorted.length - 1) * share)];
  const [low, high] = [at(0.25), at(0.75)];
  return low === undefined || high === undefined ? null : [low, high];
}

function sortedOf(figures: readonly (number | null)[]): number[] {
  const given = figures.filter((figure) => figure !== null);
  return given.length < figures.length ? [] : given.toSorted((a, b) => a - b);
}
