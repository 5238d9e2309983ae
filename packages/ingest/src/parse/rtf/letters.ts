/** Bytes of text as letters: a double-byte letter may be split over escapes and formatting. */

export class Letters {
  #decoder = new TextDecoder('windows-1252');
  #page = 'windows-1252';

  /** Letters that the bytes complete. A half letter waits for its other half. */
  decode(bytes: Uint8Array, page: string): string {
    const rest = page === this.#page ? '' : this.end();
    if (page !== this.#page) {
      this.#decoder = new TextDecoder(page);
      this.#page = page;
    }
    return rest + this.#decoder.decode(bytes, { stream: true });
  }

  /** What is left of a letter that was never completed: U+FFFD, or nothing. */
  end(): string {
    return this.#decoder.decode();
  }
}
