/** Characters behind `\u` that stand for it in readers without Unicode: they are passed over. */

const firstLead = 0x81;

export class Substitutes {
  #left = 0;
  #letter = '';
  /** The first byte of a letter of two that was passed over as the last one. */
  #lead: number | undefined;

  /** @param count As `\uc` announces. */
  begin(letter: string, count: number): void {
    this.#letter = letter;
    this.#left = count;
    this.#lead = undefined;
  }

  /** None are left where a group begins or ends. */
  end(): void {
    this.#left = 0;
    this.#lead = undefined;
  }

  /** Whether a control word or sign is one. */
  take(): boolean {
    this.#lead = undefined;
    if (this.#left === 0) return false;
    this.#left -= 1;
    return true;
  }

  /** Whether an escaped byte is one. Some writers announce one and write both bytes of the letter. */
  takeByte(byte: number, page: string): boolean {
    const lead = this.#lead;
    const last = this.#left === 1;
    if (this.take()) {
      if (last && byte >= firstLead) this.#lead = byte;
      return true;
    }
    if (lead === undefined) return false;
    return new TextDecoder(page).decode(Uint8Array.of(lead, byte)) === this.#letter;
  }

  /** How many of some bytes that are written as they are. */
  takeBytes(most: number): number {
    const taken = Math.min(most, this.#left);
    this.#left -= taken;
    this.#lead = undefined;
    return taken;
  }
}
