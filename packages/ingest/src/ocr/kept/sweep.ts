/** Keeps a folder of kept pages below its limit. */
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Part of the limit that is left after a sweep, so that the next one is not due at once. */
const share = 0.9;

/** Milliseconds after which an unfinished file is nobody's: writing one takes less than a second. */
const forgotten = 3_600_000;

interface Kept {
  readonly path: string;
  readonly bytes: number;
  /** Milliseconds since 1970: when it was last written or asked for. */
  readonly used: number;
}

/**
 * Removes what unfinished writing has left, and the pages that were not asked for longest, until the
 * rest is below the limit. Another process may do the same at the same time.
 */
export async function sweep(folder: string, limit: number): Promise<void> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const pages: Kept[] = [];
  for (const path of files) {
    const found = await stat(path).catch(() => null);
    if (found === null) continue;
    if (path.endsWith('.gz')) pages.push({ path, bytes: found.size, used: found.mtimeMs });
    else if (Date.now() - found.mtimeMs > forgotten) await rm(path, { force: true });
  }
  let total = pages.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total <= limit) return;
  for (const { path, bytes } of pages.sort((a, b) => a.used - b.used)) {
    if (total <= limit * share) return;
    await rm(path, { force: true });
    total -= bytes;
  }
}
