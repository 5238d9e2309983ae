/** Folders for page images that live as long as a job, and the sweeping of those left by a kill. */
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const name = /^xxgk-(\d+)-/;

/** Milliseconds. A process in another container cannot be seen from here; no job takes so long. */
const forgotten = 3_600_000;

/** Folder of this process, from which {@link mkdtemp} makes one per job. */
export async function openScratch(parent: string = tmpdir()): Promise<string> {
  await sweep(parent);
  return mkdtemp(join(parent, `xxgk-${process.pid}-`));
}

/** Removes the folders of processes that are gone. Failing to tidy up is no reason not to work. */
async function sweep(parent: string): Promise<void> {
  const entries = await readdir(parent).catch(() => []);
  for (const entry of entries) {
    const pid = name.exec(entry)?.[1];
    if (pid === undefined || runs(Number(pid))) continue;
    const path = join(parent, entry);
    const found = await stat(path).catch(() => undefined);
    if (!found || Date.now() - found.mtimeMs < forgotten) continue;
    await rm(path, { recursive: true, force: true }).catch(() => undefined);
  }
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process may not be asked.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
