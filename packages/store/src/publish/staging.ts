/**
 * The files of a dataset between their making and their publication: what is new waits in a temporary
 * folder until everything is made, so that a reader of the old dataset finds it untouched if the
 * program dies; what stands there already is not written again.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256Of } from '../archive/keys.ts';
import { inStoreTerms } from '../objects/fs/faults.ts';
import type { ObjectStore } from '../objects/object-store.ts';

/** A file as the manifest has it. */
export interface StagedFile {
  readonly path: string;
  readonly bytes: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

/** Keys that were written, found as they should be, and removed. */
export interface Changes {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
}

interface Waiting {
  readonly key: string;
  readonly path: string;
  readonly contentType: string;
}

export class Staging {
  readonly #out: ObjectStore;
  readonly #folder: string;
  readonly #waiting: Waiting[] = [];
  readonly #unchanged: string[] = [];

  /** @param folder That exists, is empty, and is removed by whoever made it. */
  constructor(out: ObjectStore, folder: string) {
    this.#out = out;
    this.#folder = folder;
  }

  /** Files are published in the order in which they are added: the manifest comes last. */
  async add(key: string, bytes: Uint8Array, contentType: string): Promise<StagedFile> {
    const standing = await this.#out.get(key);
    if (standing && Buffer.compare(standing, bytes) === 0) {
      this.#unchanged.push(key);
    } else {
      const path = join(this.#folder, String(this.#waiting.length));
      await inStoreTerms(this.#folder, 'keep a file', () => writeFile(path, bytes));
      this.#waiting.push({ key, path, contentType });
    }
    return { path: key, bytes: bytes.byteLength, sha256: sha256Of(bytes) };
  }

  /**
   * Puts everything in its place.
   *
   * @param prefixes Where files of a dataset are.
   * @param isOurs Whether a key is one of this program's files; those that are not wanted any more
   *   are removed.
   */
  async publish(prefixes: readonly string[], isOurs: (key: string) => boolean): Promise<Changes> {
    const wanted = new Set([...this.#unchanged, ...this.#waiting.map(({ key }) => key)]);
    const last = this.#waiting.at(-1);
    for (const waiting of this.#waiting) if (waiting !== last) await this.#put(waiting);
    const removed: string[] = [];
    for (const prefix of prefixes) {
      for await (const { key } of this.#out.list(prefix)) {
        if (isOurs(key) && !wanted.has(key)) removed.push(key);
      }
    }
    for (const key of removed) await this.#out.delete(key);
    if (last) await this.#put(last);
    const written = this.#waiting.map(({ key }) => key);
    return { written, unchanged: this.#unchanged, removed };
  }

  async #put({ key, path, contentType }: Waiting): Promise<void> {
    const bytes = await inStoreTerms(this.#folder, 'read a file', () => readFile(path));
    await this.#out.put(key, bytes, contentType);
  }
}
