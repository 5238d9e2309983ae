/** Counts what comes out of an archive against its limits. */
import { ContainerError } from '../errors.ts';
import { entryLimit, ratioFrom, ratioLimit, unpackedLimit } from '../limits.ts';

export class Meter {
  readonly #packed: number;
  #entries = 0;
  #bytes = 0;

  /** @param packed Bytes of the archive. */
  constructor(packed: number) {
    this.#packed = packed;
  }

  /** @throws {ContainerError} `container/too-many-files` */
  entry(): void {
    this.#entries += 1;
    if (this.#entries > entryLimit) throw new ContainerError('too-many-files');
  }

  /** @throws {ContainerError} `container/too-large`, `container/ratio` */
  bytes(count: number): void {
    this.#bytes += count;
    if (this.#bytes > unpackedLimit) throw new ContainerError('too-large');
    if (this.#bytes > ratioFrom && this.#bytes > ratioLimit * this.#packed) {
      throw new ContainerError('ratio');
    }
  }
}
