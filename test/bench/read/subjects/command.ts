/** A program of the system: a process for each file, its text on standard output. */
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import type { Reader } from '../subject.ts';

/** Milliseconds between looks at the memory. */
const interval = 2;
const highWater = /^VmHWM:\s+(\d+) kB$/mu;

function peakOf(pid: number): number {
  try {
    return Number(highWater.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    // Ended meanwhile, or no Linux.
    return 0;
  }
}

/** @param option The command; `FILE` stands for the file's path. */
export async function load(option: string): Promise<Reader> {
  const [program = '', ...parts] = option.split(' ');
  execFileSync('which', [program], { stdio: 'ignore' });
  let peak = 0;
  return {
    async read({ path }) {
      const args = parts.map((part) => (part === 'FILE' ? path : part));
      const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'] });
      const look = setInterval(() => {
        peak = Math.max(peak, peakOf(child.pid ?? 0));
      }, interval);
      return await text(child.stdout).finally(() => clearInterval(look));
    },
    peakBytes: () => peak,
  };
}
