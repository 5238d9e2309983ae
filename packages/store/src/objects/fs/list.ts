/** Walks a folder in the byte order of whole keys, holding one folder's names at a time. */
import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { byBytes, isReserved } from '../object-key.ts';
import { inStoreTerms, isAbsent } from './faults.ts';

interface FoundFile {
  /** Relative to the root, with `/`. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
}

/** Files whose path begins with a prefix. Links are not followed: they could leave the store. */
export async function* filesUnder(root: string, prefix: string): AsyncIterable<FoundFile> {
  yield* walk(root, prefix.slice(0, prefix.lastIndexOf('/') + 1), prefix);
}

async function* walk(root: string, folder: string, prefix: string): AsyncIterable<FoundFile> {
  for (const name of await namesIn(root, folder)) {
    const path = folder + name;
    const relevant = path.startsWith(prefix) || prefix.startsWith(path);
    if (!relevant) continue;
    if (name.endsWith('/')) {
      yield* walk(root, path, prefix);
      continue;
    }
    const size = await sizeOf(root, path);
    if (size !== undefined && path.startsWith(prefix)) yield { path, size };
  }
}

/** Names in order; those of folders end in `/`, for `a.txt` comes before `a/b` and `a0` after it. */
async function namesIn(root: string, folder: string): Promise<readonly string[]> {
  const entries = await inStoreTerms(root, `list ${folder}`, () =>
    readdir(join(root, folder), { withFileTypes: true }).catch((error: unknown): Dirent[] => {
      if (isAbsent(error)) return [];
      throw error;
    }),
  );
  return entries
    .filter((entry) => entry.isFile() || entry.isDirectory())
    .filter((entry) => folder !== '' || !isReserved(entry.name))
    .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
    .sort(byBytes);
}

/** Undefined where the file has gone since its folder was read. */
async function sizeOf(root: string, path: string): Promise<number | undefined> {
  return await inStoreTerms(root, `list ${path}`, () =>
    stat(join(root, path)).then(
      ({ size }) => size,
      (error: unknown) => {
        if (!isAbsent(error)) throw error;
        return undefined;
      },
    ),
  );
}
