/**
 * Pages that were read, kept in a folder so that the same image is not read twice: in a retry after a
 * crash, in another version of a file, in a backfill that is done again. Whatever is wrong with the
 * folder, the page is read as if it were not there.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { ScanPage, TextPage } from '../../stage.ts';
import { sweep } from './sweep.ts';

/** Bytes: a page takes 5 to 20 kB. */
const usualLimit = 500_000_000;

/** The folder is swept when so large a part of the limit has been written. */
const sweepShare = 1 / 20;

/** Bytes of one page, unpacked: more is none of ours. */
const largest = 50_000_000;

interface Entry {
  readonly key: string;
  readonly page: TextPage;
}

export class KeptPages {
  readonly #folder: string;
  readonly #limit: number;
  /** Bytes written since the last sweep; the first page is always followed by one. */
  #written = Number.POSITIVE_INFINITY;

  /**
   * @param folder Made with the first page.
   * @param limit Bytes of all files: the pages that were not asked for longest go first.
   */
  constructor(folder: string, limit: number = usualLimit) {
    this.#folder = folder;
    this.#limit = limit;
  }

  /** @returns Undefined where it is not kept, or not whole: then it is to be read again. */
  async get(
    key: string,
    { number, reason }: Pick<ScanPage, 'number' | 'reason'>,
  ): Promise<TextPage | undefined> {
    const path = this.#pathOf(key);
    try {
      // gzip ends with a checksum and the length: what is cut off or damaged does not unpack.
      const text = await promisify(gunzip)(await readFile(path), { maxOutputLength: largest });
      const entry = JSON.parse(text.toString(), numbered(number)) as Entry;
      if (entry.key !== key) return undefined;
      const now = new Date();
      await utimes(path, now, now);
      return { ...entry.page, number, reason };
    } catch {
      return undefined;
    }
  }

  async put(key: string, page: TextPage): Promise<void> {
    const path = this.#pathOf(key);
    const beside = join(this.#folder, `${randomUUID()}.tmp`);
    try {
      await mkdir(join(path, '..'), { recursive: true });
      const bytes = await promisify(gzip)(JSON.stringify({ key, page } satisfies Entry));
      await writeFile(beside, bytes);
      await rename(beside, path);
      this.#written += bytes.length;
      if (this.#written > this.#limit * sweepShare) await this.#sweep();
    } catch {
      // A full disk, or a folder that may not be written: the page has been read all the same.
      await rm(beside, { force: true }).catch(() => undefined);
    }
  }

  async #sweep(): Promise<void> {
    this.#written = 0;
    await sweep(this.#folder, this.#limit);
  }

  #pathOf(key: string): string {
    return join(this.#folder, key.slice(0, 2), `${key}.gz`);
  }
}

/** Segments and cells name the page on which they stand, and a scanned page speaks of itself alone. */
const numbered =
  (number: number) =>
  (key: string, value: unknown): unknown =>
    key === 'page' && typeof value === 'number' ? number : value;
