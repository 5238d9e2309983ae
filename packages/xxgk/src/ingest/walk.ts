/** The files under some paths, in an order that does not depend on the file system. */
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { NotFoundError } from '../errors.ts';

/** Byte order, as in the store's listings. */
const byName = (left: string, right: string): number =>
  Buffer.compare(Buffer.from(left), Buffer.from(right));

/**
 * Absolute paths of all files, folders opened in sorted order. Hidden entries (`.git`, `.DS_Store`)
 * are left out unless they are named themselves, and links to folders are not followed.
 *
 * @param except Absolute path of a folder that is passed over: the store, which may lie inside.
 * @throws {NotFoundError} when a path that was named does not exist.
 */
export async function* walk(paths: readonly string[], except?: string): AsyncGenerator<string> {
  for (const path of paths) {
    const full = resolve(path);
    const found = await stat(full).catch(() => undefined);
    if (!found) throw new NotFoundError(path);
    if (found.isDirectory()) yield* filesIn(full, except);
    else yield full;
  }
}

async function* filesIn(folder: string, except?: string): AsyncGenerator<string> {
  if (folder === except) return;
  const entries = await readdir(folder, { withFileTypes: true });
  const shown = entries.filter(({ name }) => !name.startsWith('.'));
  for (const entry of shown.toSorted((left, right) => byName(left.name, right.name))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(path, except);
    else if (entry.isFile() || (await isLinkToFile(path))) yield path;
  }
}

async function isLinkToFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() === true;
}
