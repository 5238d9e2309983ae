/** Keeps the last results, so that what is asked for twice is done once. */
export class Recent<T> {
  readonly #results = new Map<string, Promise<T>>();
  readonly #most: number;

  /** @param most Results that are kept; the oldest goes first. */
  constructor(most: number) {
    this.#most = most;
  }

  /** What `make` gave for this key before, or gives now; a failure is not kept. */
  get(key: string, make: () => Promise<T>): Promise<T> {
    const known = this.#results.get(key);
    if (known) return known;
    const made = make();
    this.#results.set(key, made);
    made.catch(() => this.#results.delete(key));
    const [oldest] = this.#results.keys();
    if (this.#results.size > this.#most && oldest !== undefined) this.#results.delete(oldest);
    return made;
  }
}
