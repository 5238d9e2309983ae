/**
 * Hands things from one side to the other, one at a time: who hands one over waits until the next is
 * asked for. No promise outlives its thing, for what waits on one that does is never let go.
 */
export class Handover<Thing> {
  #handed: Thing | undefined;
  /** Lets the giver go on, or tells it that nobody wants more. */
  #taken: PromiseWithResolvers<null> | undefined;
  #waiting: PromiseWithResolvers<void> | undefined;
  #ended = false;
  #closed = false;

  /** Settles when the next thing is asked for. @throws when nobody will ask. */
  hand(thing: Thing): Promise<null> {
    this.#handed = thing;
    this.#taken = Promise.withResolvers();
    if (this.#closed) this.close();
    this.#waiting?.resolve();
    return this.#taken.promise;
  }

  /** Nothing more will be handed over. */
  end(): void {
    this.#ended = true;
    this.#waiting?.resolve();
  }

  /** The next thing; undefined when there is none any more. */
  async next(): Promise<Thing | undefined> {
    this.#taken?.resolve(null);
    this.#taken = undefined;
    if (this.#handed === undefined && !this.#ended) {
      this.#waiting = Promise.withResolvers();
      await this.#waiting.promise;
    }
    const thing = this.#handed;
    this.#handed = undefined;
    return thing;
  }

  /** Nobody will ask for more. */
  close(): void {
    this.#closed = true;
    this.#handed = undefined;
    this.#taken?.reject(new Error('Nobody wants the rest'));
  }
}
