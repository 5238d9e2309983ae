/** Names files in the store by where they stand below what was named on the command line. */
import { basename, dirname, relative, resolve, sep } from 'node:path';
import { SameNameError } from '../errors.ts';

/**
 * `/home/a/reports/2019/x.html`, ingested by `reports`, is called `reports/2019/x.html`, on every
 * machine and wherever the folder is moved.
 */
export class Roots {
  /** Name of a root → the folder that it lies in. */
  readonly #parents = new Map<string, string>();
  readonly #roots: readonly string[];

  /** @throws {SameNameError} when two paths end in the same name. */
  constructor(paths: readonly string[]) {
    this.#roots = [...new Set(paths.map((path) => resolve(path)))];
    for (const root of this.#roots) {
      const name = basename(root);
      if (this.#parents.has(name)) throw new SameNameError(name);
      this.#parents.set(name, dirname(root));
    }
  }

  /** For the ledger: the same paths go on with the same run. */
  get label(): string {
    return `ingest ${this.#roots.toSorted().join(' ')}`;
  }

  idOf(path: string): string {
    const root = this.#roots.find((one) => path === one || path.startsWith(one + sep)) ?? path;
    return relative(dirname(root), path).split(sep).join('/');
  }

  /** Folder that the id is relative to, and the names from there down to the file. */
  whereIs(id: string): { readonly folder: string; readonly names: readonly string[] } {
    const names = id.split('/');
    return { folder: this.#parents.get(names[0] ?? '') ?? '', names };
  }
}
