/**
 * The archive in a directory: an object is a file.
 *
 * Written beside (`.tmp/`), flushed, renamed into place, and its folder flushed, so that a reader
 * sees whole objects only and an acknowledged one survives a power loss.
 */
import { mkdir, open, readFile, rename, stat, unlink } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { checkKey, checkPrefix } from '../object-key.ts';
import type { ObjectStore, StoredObject } from '../object-store.ts';
import { inStoreTerms, isAbsent } from './faults.ts';
import { filesUnder } from './list.ts';
import { scratchFolder, scratchName, sweep } from './scratch.ts';

/** Opens a directory as a store, making it where it does not exist, and sweeps what dead writers left. */
export async function openDirectory(path: string): Promise<ObjectStore> {
  const root = resolve(path);
  const store = new DirectoryStore(root);
  await store.prepare();
  return store;
}

class DirectoryStore implements ObjectStore {
  readonly name: string;
  readonly #scratch: string;
  /** Folders known to exist and to be flushed: most objects go into one of 256 per kind. */
  readonly #folders = new Set<string>();

  constructor(root: string) {
    this.name = root;
    this.#scratch = join(root, scratchFolder);
  }

  async prepare(): Promise<void> {
    await inStoreTerms(this.name, 'be opened for writing', async () => {
      await this.#makeFolder(this.#scratch);
      await sweep(this.#scratch);
    });
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    checkKey(key);
    await inStoreTerms(this.name, `write ${key}`, async () => {
      const scratch = join(this.#scratch, scratchName());
      try {
        await writeFlushed(scratch, bytes);
        await this.#moveIntoPlace(scratch, join(this.name, key));
      } catch (error) {
        await unlink(scratch).catch(() => undefined);
        throw error;
      }
    });
  }

  async get(key: string): Promise<Uint8Array | undefined> {
    checkKey(key);
    return await inStoreTerms(this.name, `read ${key}`, () =>
      readFile(join(this.name, key)).catch(undefinedIfAbsent),
    );
  }

  async has(key: string): Promise<boolean> {
    checkKey(key);
    const found = await inStoreTerms(this.name, `look for ${key}`, () =>
      stat(join(this.name, key)).catch(undefinedIfAbsent),
    );
    return found?.isFile() ?? false;
  }

  async *list(prefix: string): AsyncIterable<StoredObject> {
    checkPrefix(prefix);
    for await (const { path, size } of filesUnder(this.name, prefix)) yield { key: path, size };
  }

  async delete(key: string): Promise<void> {
    checkKey(key);
    const path = join(this.name, key);
    await inStoreTerms(this.name, `delete ${key}`, async () => {
      const gone = await unlink(path).then(() => true, undefinedIfAbsent);
      if (gone) await flushFolder(dirname(path));
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#folders.clear();
  }

  async #moveIntoPlace(scratch: string, path: string): Promise<void> {
    const folder = dirname(path);
    await this.#makeFolder(folder);
    try {
      await rename(scratch, path);
    } catch (error) {
      // Someone removed the folder since it was last used: make it anew, once.
      if (!isAbsent(error) || !this.#folders.delete(folder)) throw error;
      await this.#makeFolder(folder);
      await rename(scratch, path);
    }
    await flushFolder(folder);
  }

  /** Makes a folder and flushes every folder that got a new entry by that. */
  async #makeFolder(folder: string): Promise<void> {
    if (this.#folders.has(folder)) return;
    const first = await mkdir(folder, { recursive: true });
    if (first !== undefined) {
      for (let made = folder; made.length >= first.length; made = dirname(made)) {
        await flushFolder(dirname(made));
      }
    }
    this.#folders.add(folder);
  }
}

async function writeFlushed(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function undefinedIfAbsent(error: unknown): undefined {
  if (!isAbsent(error)) throw error;
}
