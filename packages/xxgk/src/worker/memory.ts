/** How much memory another process holds, seen from outside. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Of Linux on all machines that Node is packaged for here. */
const pageSize = 4096;

/** Kilobyte as `ps` means it. */
const kibibyte = 1024;

/** Tells `report` the resident bytes of a process; does nothing when it is gone. */
export function residentBytes(pid: number, report: (bytes: number) => void): void {
  if (process.platform === 'linux') {
    const bytes = fromProc(pid);
    if (bytes !== undefined) report(bytes);
    return;
  }
  execFile('ps', ['-o', 'rss=', '-p', String(pid)], (error, stdout) => {
    const kilobytes = Number.parseInt(stdout, 10);
    if (!error && Number.isFinite(kilobytes)) report(kilobytes * kibibyte);
  });
}

function fromProc(pid: number): number | undefined {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
    return Number.isFinite(pages) ? pages * pageSize : undefined;
  } catch {
    return undefined;
  }
}
