/** Mends badly read names of one document, and keeps what there is to say about it. */
import { type MendedName, mended, type ReadName, vocabularyOf } from '../../common/name-mending.ts';
import type { Diagnostic } from '../../document.ts';
import type { KindContext } from '../../kind.ts';

export class Mending {
  readonly #vocabulary: readonly ReadName[];
  readonly #agency: ReadName | undefined;
  readonly #diagnostics: Diagnostic[] = [];

  constructor({ part, zones, common }: KindContext) {
    this.#vocabulary = vocabularyOf(part, zones);
    this.#agency = this.#vocabulary.find(({ name }) => name === common.agency?.name);
  }

  /** The name that stands for a badly read one; undefined where it stays as it was read. */
  mend(read: ReadName): MendedName | undefined {
    const better = mended(read, this.#vocabulary, this.#agency);
    if (better) this.#diagnostics.push(better.diagnostic);
    return better;
  }

  /** One for each mended name. */
  get diagnostics(): readonly Diagnostic[] {
    return this.#diagnostics;
  }
}
