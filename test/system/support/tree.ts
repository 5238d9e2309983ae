/** A store as what can be compared: every file with the hash of its bytes. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** Lines `path sha256`, sorted; the ledger, which can be rebuilt, left out. */
export async function treeOf(store: string): Promise<readonly string[]> {
  const entries = await readdir(store, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(store, join(parentPath, name)))
    .filter((path) => !path.startsWith('.work/'));
  const lines = files.map(async (path) => {
    const bytes = await readFile(join(store, path));
    return `${path} ${createHash('sha256').update(bytes).digest('hex')}`;
  });
  return (await Promise.all(lines)).toSorted();
}
