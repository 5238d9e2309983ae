/** An arithmetic identity of a form, and its verdict. It judges; it never changes a number. */
import type { Check } from '../record.ts';
import { countOf, type Statistics, sumOf } from './sides.ts';

export interface Identity {
  /** `C1` to `C12`, `M1` to `M7`, `P1`, with the row or column after a dot where the identity is repeated. */
  readonly id: string;
  readonly left: readonly string[];
  readonly relation: '=' | '<=' | '>=';
  readonly right: readonly string[];
  /** Why it may fail in a correct form; absent on a hard identity. */
  readonly soft?: string;
  /** The weaker relation that a correct form keeps even where a soft identity fails. */
  readonly always?: '<=' | '>=';
}

const RELATIONS: Readonly<Record<Identity['relation'], (left: number, right: number) => boolean>> =
  {
    '=': (left, right) => left === right,
    '<=': (left, right) => left <= right,
    '>=': (left, right) => left >= right,
  };

/** One key has to be reported; of several, silent cells count as nought. */
const side = (statistics: Statistics, keys: readonly string[]): number | null => {
  const [only] = keys;
  return keys.length === 1 && only !== undefined
    ? countOf(statistics, only)
    : sumOf(statistics, keys);
};

/** Begins the note of a check that may fail in a correct form; a hard one has no note. */
const SOFT = 'Soft: ';

/** Computes both sides and compares them. */
export function judge(identity: Identity, statistics: Statistics): Check {
  const left = side(statistics, identity.left);
  const right = side(statistics, identity.right);
  const keys = [...identity.left, ...identity.right];
  // A form that was left empty states no sums.
  const isStated = keys.some((key) => countOf(statistics, key) !== null);
  const computable = isStated && left !== null && right !== null;
  return {
    id: identity.id,
    verdict: computable
      ? RELATIONS[identity.relation](left, right)
        ? 'holds'
        : 'fails'
      : 'not_computable',
    left,
    right,
    keys,
    note: identity.soft === undefined ? null : `${SOFT}${identity.soft}`,
  };
}
