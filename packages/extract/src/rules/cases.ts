/** What a rule must read, and what it must leave alone: tables that a civil servant can review. */
import type { Rule } from '../rule.ts';

export interface Cases<T> {
  readonly rule: Rule<T>;
  /** A value, then every way to write it; the rule must read the whole text. */
  readonly reads: readonly (readonly [value: T, ...texts: string[]])[];
  /** What is quoted out of a longer text. */
  readonly quotes?: readonly (readonly [quote: string, text: string])[];
  readonly ignores: readonly string[];
}

/** Several tables hold rules of several types. */
export type AnyCases = Cases<never> | Cases<unknown>;

/** Keeps the type of a table while it is written. */
export const cases = <T>(table: Cases<T>): AnyCases => table as unknown as AnyCases;
