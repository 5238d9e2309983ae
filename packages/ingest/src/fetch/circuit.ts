/**
 * Hosts that fail again and again are left alone: after five failures in a row for ten minutes, then
 * twice as long after each further one, at most a day. One answer makes it good.
 */

const threshold = 5;
const minute = 60_000;
const first = 10 * minute;
const longest = 24 * 60 * minute;

export class Circuit {
  readonly #failures = new Map<string, number>();

  /** @returns Milliseconds to leave the host alone; 0 where it may be asked on. */
  failed(host: string): number {
    const failures = (this.#failures.get(host) ?? 0) + 1;
    this.#failures.set(host, failures);
    return failures < threshold ? 0 : Math.min(first * 2 ** (failures - threshold), longest);
  }

  answered(host: string): void {
    this.#failures.delete(host);
  }
}
