/** The files under some paths, in an order that does not depend on the file system. */
import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { NotFoundError } from '../errors.ts';
import { named } from './names.ts';

export interface FoundFile {
  /** Absolute path as it is shown and kept. */
  readonly path: string;
  /** The same as the file system has it: what is opened. */
  readonly place: string | Buffer;
}

/**
 * All files, folders opened in the byte order of their names. Hidden entries (`.git`, `.DS_Store`)
 * are left out unless they are named themselves, and links to folders are not followed.
 *
 * @param except Absolute path of a folder that is passed over: the store, which may lie inside.
 * @throws {NotFoundError} when a path that was named does not exist.
 */
export async function* walk(paths: readonly string[], except?: string): AsyncGenerator<FoundFile> {
  for (const path of paths) {
    const full = resolve(path);
    const found = await stat(full).catch(() => undefined);
    if (!found) throw new NotFoundError(path);
    if (found.isDirectory()) yield* filesIn({ path: full, place: full }, except);
    else yield { path: full, place: full };
  }
}

/**
 * Finds a file by its path as {@link walk} gave it.
 *
 * @param folder Folder from which on names are looked up.
 * @param names From there down to the file.
 */
export async function find(folder: string, names: readonly string[]): Promise<FoundFile> {
  const path = join(folder, ...names);
  let place: string | Buffer = folder;
  for (const name of names) {
    const entries: readonly Listed[] = await listed(place).catch(() => []);
    const found = entries.find((entry) => entry.name === name);
    if (!found) return { path, place: path };
    place = found.place;
  }
  return { path, place };
}

async function* filesIn({ path, place }: FoundFile, except?: string): AsyncGenerator<FoundFile> {
  if (path === except) return;
  for (const { name, place: inside, entry } of await listed(place)) {
    if (name.startsWith('.')) continue;
    const found = { path: join(path, name), place: inside };
    if (entry.isDirectory()) yield* filesIn(found, except);
    else if (entry.isFile() || (await isLinkToFile(inside))) yield found;
  }
}

interface Listed {
  readonly name: string;
  readonly place: Buffer;
  readonly entry: Dirent<Buffer>;
}

/** Entries of a folder in byte order, as in the store's listings. */
async function listed(folder: string | Buffer): Promise<readonly Listed[]> {
  const entries = await readdir(folder, { withFileTypes: true, encoding: 'buffer' });
  const sorted = entries.toSorted((left, right) => Buffer.compare(left.name, right.name));
  const parent = Buffer.concat([Buffer.from(folder), Buffer.from(sep)]);
  return named(sorted, (entry) => entry.name).map(({ name, entry }) => ({
    name,
    entry,
    place: Buffer.concat([parent, entry.name]),
  }));
}

async function isLinkToFile(place: Buffer): Promise<boolean> {
  return (await stat(place).catch(() => undefined))?.isFile() === true;
}
