/** Numbers that look random and are the same in every run (mulberry32). */

export interface Dice {
  /** A whole number from `low` to `high`, both included. */
  roll(low: number, high: number): number;
  pick<T>(from: readonly [T, ...T[]]): T;
}

export function dice(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const roll = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return { roll, pick: (from) => from[roll(0, from.length - 1)] ?? from[0] };
}
