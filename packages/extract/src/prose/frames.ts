/** What a number is part of: 其中, 包括 and brackets open a subset of the number before; stops close it. */
import type { Whole } from './subset.ts';

/** Inside one pair of brackets. */
interface Frame {
  readonly base: readonly Whole[];
  parents: readonly Whole[];
  last: Whole | undefined;
}

/** Signs that `mark` wants to hear of. */
export const MARK = /[（(]|[）)]|[；;。]|其中|包括/gu;

const frameOf = (base: readonly Whole[]): Frame => ({ base, parents: base, last: undefined });

/** The subsets that are open at a place in a sentence. */
export class Frames {
  readonly #frames: Frame[] = [frameOf([])];

  get #top(): Frame {
    return this.#frames.at(-1) ?? frameOf([]);
  }

  /** What the next number is part of, the nearest last. */
  get parents(): readonly Whole[] {
    return this.#top.parents;
  }

  /** Remembers a number that the next ones may be part of. */
  add(whole: Whole): void {
    this.#top.last = whole;
  }

  mark(sign: string): void {
    const frame = this.#top;
    if (sign === '（' || sign === '(') this.#frames.push(frameOf(inside(frame)));
    else if (sign === '）' || sign === ')') this.#leave();
    else if (sign === '其中' || sign === '包括') frame.parents = inside(frame);
    else frame.parents = frame.base;
  }

  #leave(): void {
    if (this.#frames.length > 1) this.#frames.pop();
  }
}

const inside = ({ parents, last }: Frame): readonly Whole[] =>
  last ? [...parents, last] : parents;
