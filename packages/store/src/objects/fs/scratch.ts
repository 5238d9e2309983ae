/** Files that are being written, and the sweeping of those whose writer died. */
import { randomUUID } from 'node:crypto';
import { readdir, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { lifeOf, ownToken } from '../../process-token.ts';
import { isAbsent } from './faults.ts';

/** In the store, so that renaming a finished file moves no bytes. */
export const scratchFolder = '.tmp';

/** Hours after which a file of a writer that cannot be seen from here (another container) is left over. */
const forgottenHours = 24;
const hour = 3_600_000;

/** A name that no other writer gives; it tells the process, so that its left-overs can be known. */
export const scratchName = (): string => `${ownToken}.${randomUUID()}`;

/** Removes the files of writers that no longer live. */
export async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if (await isLeftOver(name, path)) {
      await unlink(path).catch((error: unknown) => {
        // Another process may be sweeping too.
        if (!isAbsent(error)) throw error;
      });
    }
  }
}

async function isLeftOver(name: string, path: string): Promise<boolean> {
  const life = lifeOf(name.slice(0, name.lastIndexOf('.')));
  if (life !== 'unknown') return life === 'dead';
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && Date.now() - found.mtimeMs > forgottenHours * hour;
}
