/** The command line that starts a worker process under the limits that the system can enforce. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Limits } from './limits.ts';

export interface Command {
  readonly file: string;
  readonly args: readonly string[];
}

/** V8's heap is to give up before the system's limit does, for then it says so. */
const heapShare = 0.7;

/**
 * Bytes that the system counts as data though nobody uses them: what V8 reserves for code at its
 * start (540 MB), and what the canvas's allocator reserves when it is loaded (1,075 MB).
 */
const reserved = 1_650_000_000;

/**
 * Each tool replaces itself by the next, so that the process that is started is the worker.
 * util-linux has both; without them a worker is still watched from outside, and ends by itself
 * when the coordinator is gone, but only once its event loop turns.
 */
export function workerCommand(entry: string, limits: Limits): Command {
  const heap = Math.round((limits.memory * heapShare) / 2 ** 20);
  const node = [process.execPath, `--max-old-space-size=${heap}`, entry];
  const [file = process.execPath, ...args] = [
    ...(tools().has('setpriv') ? ['setpriv', '--pdeathsig', 'KILL', '--'] : []),
    ...(tools().has('prlimit') ? ['prlimit', `--data=${limits.memory + reserved}`, '--'] : []),
    ...node,
  ];
  return { file, args };
}

let found: ReadonlySet<string> | undefined;

/** Which of the tools this machine has. */
export function tools(): ReadonlySet<string> {
  found ??= new Set(
    process.platform === 'linux' ? ['setpriv', 'prlimit'].filter((name) => onPath(name)) : [],
  );
  return found;
}

function onPath(name: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
