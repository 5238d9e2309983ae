/**
 * Names a running process so that no later one can be taken for it.
 *
 * A process number alone is given out again after a restart. On Linux the token also holds the
 * boot, the namespace of process numbers (each container has its own) and the start time in clock
 * ticks since boot. Elsewhere it holds what is known, and the answer may be `unknown`.
 */
import { readFileSync, readlinkSync } from 'node:fs';

/** `boot.namespace.pid.start`, safe in a file name. */
export type ProcessToken = string;

export type Life = 'alive' | 'dead' | 'unknown';

const startField = 19;

/** The token of this process. */
export const ownToken: ProcessToken = [...surroundings(), process.pid, startOf(process.pid)].join(
  '.',
);

/** Whether the process of a token still runs, as far as it can be seen from here. */
export function lifeOf(token: ProcessToken): Life {
  if (token === ownToken) return 'alive';
  const [boot, space, pid, start] = token.split('.');
  const [ownBoot, ownSpace] = surroundings();
  if (boot === undefined || space === undefined || start === undefined) return 'unknown';
  if (boot !== ownBoot) return 'dead';
  if (space !== ownSpace) return 'unknown';
  const now = startOf(Number(pid));
  if (now === '0') return start === '0' && exists(Number(pid)) ? 'unknown' : 'dead';
  return now === start ? 'alive' : 'dead';
}

function surroundings(): [boot: string, space: string] {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').slice(0, 8);
    const space = readlinkSync('/proc/self/ns/pid').replace(/\D/g, '');
    return [boot, space];
  } catch {
    return ['0', '0'];
  }
}

/** Start time in clock ticks since boot; `0` where there is no such process or no /proc. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name of the program, in brackets, may itself hold spaces and brackets.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? '0' : (fields[startField] ?? '0');
  } catch {
    return '0';
  }
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
