/** The identities of a form over the amounts of its cells, and what becomes of them when cells change. */
import type { Identity } from '../checks/identity.ts';

/** Cells on the left count for, cells on the right against. */
interface Term {
  readonly key: string;
  readonly sign: 1 | -1;
}

/** An identity that can be computed. */
export interface Equation {
  readonly identity: Identity;
  /** The relation that every correct form keeps. */
  readonly relation: Identity['relation'];
  readonly terms: readonly Term[];
}

/** New amounts by key. */
export type Changes = ReadonlyMap<string, number>;

export const NO_CHANGE: Changes = new Map();

/** The relation that even a form with exceptions keeps; undefined where there is none. */
const firm = ({ soft, always, relation }: Identity): Identity['relation'] | undefined =>
  soft === undefined ? relation : always;

const termsOf = ({ left, right }: Identity): readonly Term[] => [
  ...left.map((key): Term => ({ key, sign: 1 })),
  ...right.map((key): Term => ({ key, sign: -1 })),
];

export class Sheet {
  readonly equations: readonly Equation[];
  readonly #amounts: ReadonlyMap<string, number>;
  readonly #touching = new Map<string, Equation[]>();

  /** @param amounts Of every cell that can be computed with; identities that hold others are left out. */
  constructor(identities: readonly Identity[], amounts: ReadonlyMap<string, number>) {
    this.#amounts = amounts;
    this.equations = identities.flatMap((identity): Equation[] => {
      const relation = firm(identity);
      const terms = termsOf(identity);
      const isKnown = relation !== undefined && terms.every(({ key }) => amounts.has(key));
      return isKnown ? [{ identity, relation, terms }] : [];
    });
    for (const equation of this.equations) {
      for (const { key } of equation.terms) {
        this.#touching.set(key, [...(this.#touching.get(key) ?? []), equation]);
      }
    }
  }

  touching(key: string): readonly Equation[] {
    return this.#touching.get(key) ?? [];
  }

  amount(key: string, changes: Changes = NO_CHANGE): number {
    return changes.get(key) ?? this.#amounts.get(key) ?? 0;
  }

  /** Left side less right side. */
  gap({ terms }: Equation, changes: Changes = NO_CHANGE): number {
    const sum = terms.reduce((total, { key, sign }) => total + sign * this.amount(key, changes), 0);
    return Number(sum.toPrecision(15));
  }

  holds(equation: Equation, changes: Changes = NO_CHANGE): boolean {
    const gap = this.gap(equation, changes);
    if (equation.relation === '=') return gap === 0;
    return equation.relation === '<=' ? gap <= 0 : gap >= 0;
  }

  /** Of some equations and of those that the changes touch, the ones that do not hold. */
  broken(of: readonly Equation[], changes: Changes): readonly Equation[] {
    const asked = new Set([...of, ...[...changes.keys()].flatMap((key) => this.touching(key))]);
    return [...asked].filter((equation) => !this.holds(equation, changes));
  }

  /** The amount of a cell with which the equation holds, all else equal. */
  solved(equation: Equation, key: string, changes: Changes): number {
    const sign = equation.terms.find((term) => term.key === key)?.sign ?? 1;
    return this.amount(key, changes) - sign * this.gap(equation, changes);
  }
}

/** Equations that share a cell that may change belong together. */
export function clusters(
  equations: readonly Equation[],
  mayChange: (key: string) => boolean,
): readonly (readonly Equation[])[] {
  let groups: { keys: Set<string>; members: Equation[] }[] = [];
  for (const equation of equations) {
    const keys = new Set(equation.terms.map(({ key }) => key).filter(mayChange));
    const shared = groups.filter((group) => [...keys].some((key) => group.keys.has(key)));
    const merged = {
      keys: new Set([...keys, ...shared.flatMap((group) => [...group.keys])]),
      members: [...shared.flatMap((group) => group.members), equation],
    };
    groups = [...groups.filter((group) => !shared.includes(group)), merged];
  }
  return groups.map(({ members }) => members);
}
