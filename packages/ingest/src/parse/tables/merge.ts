/** Sets that are joined two by two, each known by its least member. */
export class Merge {
  readonly #parent: number[];

  constructor(size: number) {
    this.#parent = Array.from({ length: size }, (_, index) => index);
  }

  root(of: number): number {
    let at = of;
    for (let up = this.#parent[at]; up !== undefined && up !== at; up = this.#parent[at]) {
      // Halves the way for the next who asks.
      this.#parent[at] = this.#parent[up] ?? up;
      at = up;
    }
    return at;
  }

  join(a: number, b: number): void {
    const [first, second] = [this.root(a), this.root(b)];
    this.#parent[Math.max(first, second)] = Math.min(first, second);
  }

  /** The members of each set, ascending. */
  sets(): number[][] {
    return [...Map.groupBy(this.#parent.keys(), (each) => this.root(each)).values()];
  }
}
