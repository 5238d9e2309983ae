/** Searching in ascending numbers. */

/** The first index at which `values` reach `at`; their number where none does. */
export function firstFrom(values: ArrayLike<number>, at: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The index of the value nearest to `at`; -1 where none lies within `reach`. */
export function nearestTo(values: readonly number[], at: number, reach: number): number {
  const next = firstFrom(values, at);
  const before = at - (values[next - 1] ?? Number.NEGATIVE_INFINITY);
  const behind = (values[next] ?? Number.POSITIVE_INFINITY) - at;
  if (Math.min(before, behind) > reach) return -1;
  return before <= behind ? next - 1 : next;
}
