/** Keeps one drain going while there is something to drain. */

export class Drainer {
  readonly #drain: () => Promise<void>;
  #current: Promise<void> | undefined;
  #error: unknown;

  constructor(drain: () => Promise<void>) {
    this.#drain = drain;
  }

  /** Whether a drain has failed: {@link end} will say why. */
  get failed(): boolean {
    return this.#error !== undefined;
  }

  /** There is something new. */
  wake(): void {
    this.#current ??= this.#drain()
      .catch((error: unknown) => {
        this.#error ??= error;
      })
      .finally(() => {
        this.#current = undefined;
      });
  }

  /** Drains what is left; nothing new will come. @throws what a drain threw. */
  async end(): Promise<void> {
    await this.#current;
    if (!this.failed) {
      // What came while the last drain was ending has not been seen by it.
      this.wake();
      await this.#current;
    }
    if (this.failed) throw this.#error;
  }
}
