/**
 * Runs a program and measures it with all processes that it starts. By `/proc`: Linux alone can
 * tell; elsewhere CPU time and memory are null.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Spent {
  /** From the start of the process to its end. */
  readonly seconds: number;
  /** User and system time of the processes of the tree that were waited for; null if unknown. */
  readonly cpuSeconds: number | null;
  /** Most bytes resident at one time in all processes of the tree, shared pages counted in each. */
  readonly peakBytes: number | null;
}

/** Milliseconds between looks at the memory. */
const interval = 5;
const pageSize = 4096;
/** Of Linux on all its machines: `sysconf(_SC_CLK_TCK)`. */
const ticksPerSecond = 100;
const blanks = /\s+/;

/** @throws when the program cannot be started, or does not end with exit status 0. */
export async function measure(file: string, args: readonly string[]): Promise<Spent> {
  const before = childTicks();
  const start = performance.now();
  const child = spawn(file, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  let peak: number | null = null;
  const look = setInterval(() => {
    const bytes = child.pid === undefined ? 0 : treeBytes(child.pid);
    if (bytes > 0) peak = Math.max(peak ?? 0, bytes);
  }, interval);
  const end = Promise.withResolvers<void>();
  child.on('error', end.reject);
  child.on('close', (code, signal) => {
    if (code === 0) end.resolve();
    else end.reject(new Error(`${file} ${args.join(' ')} ended with ${signal ?? code}`));
  });
  await end.promise.finally(() => clearInterval(look));
  const seconds = (performance.now() - start) / 1000;
  const after = childTicks();
  const cpuSeconds = before === null || after === null ? null : (after - before) / ticksPerSecond;
  return { seconds, cpuSeconds, peakBytes: peak };
}

const read = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // Gone meanwhile, or no Linux.
    return undefined;
  }
};

/** User and system ticks of children that have ended, and of theirs (proc(5), `cutime`, `cstime`). */
function childTicks(): number | null {
  const stat = read('/proc/self/stat');
  if (stat === undefined) return null;
  // Behind the name, which may hold blanks, `cutime` is the 14th field.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(blanks);
  return Number(fields[13]) + Number(fields[14]);
}

function treeBytes(pid: number): number {
  const resident = Number(read(`/proc/${pid}/statm`)?.split(blanks)[1] ?? 0) * pageSize;
  const children = read(`/proc/${pid}/task/${pid}/children`)?.split(blanks).filter(Boolean) ?? [];
  return children.reduce((sum, child) => sum + treeBytes(Number(child)), resident);
}
