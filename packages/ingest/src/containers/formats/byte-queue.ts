/** Bytes that come in pieces, taken out in the amounts that a format asks for. */

export class ByteQueue {
  readonly #source: AsyncIterator<Uint8Array>;
  #rest: Uint8Array = new Uint8Array();

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** So many bytes, or those that are left. */
  async take(count: number): Promise<Buffer> {
    const pieces: Uint8Array[] = [];
    for await (const piece of this.pieces(count)) pieces.push(piece);
    return Buffer.concat(pieces);
  }

  /** The same piece by piece. */
  async *pieces(count: number): AsyncGenerator<Uint8Array> {
    for (let left = count; left > 0 && (await this.#fill()); ) {
      const piece = this.#rest.subarray(0, left);
      this.#rest = this.#rest.subarray(piece.length);
      left -= piece.length;
      yield piece;
    }
  }

  /** The bytes that come next, without taking them; fewer at the end. */
  async peek(count: number): Promise<Buffer> {
    const head = await this.take(count);
    this.#rest = this.#rest.length === 0 ? head : Buffer.concat([head, this.#rest]);
    return head;
  }

  async #fill(): Promise<boolean> {
    while (this.#rest.length === 0) {
      const { done, value } = await this.#source.next();
      if (done) return false;
      this.#rest = value;
    }
    return true;
  }
}
