/** Rows or columns of a sheet without the hidden ones: their places as they are seen, and back. */

export interface VisibleLines {
  /** How many shown lines stand before a place of the file. */
  seen(at: number): number;
  shown(at: number): boolean;
  /** The place in the file of a shown line. */
  original(seen: number): number;
}

/** @param hidden Places from 0 in the file. */
export function visibleLines(hidden: readonly number[]): VisibleLines {
  const set = new Set(hidden);
  const before = (at: number): number => {
    let [low, high] = [0, hidden.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((hidden[middle] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    seen: (at) => at - before(at),
    shown: (at) => !set.has(at),
    original(seen) {
      let at = seen;
      for (let shift = before(at + 1); at - shift < seen; shift = before(at + 1)) {
        at = seen + shift;
      }
      return at;
    },
  };
}
