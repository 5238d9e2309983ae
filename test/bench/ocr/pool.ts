/** Pages in a minute by one process of the pool and by as many as there are cores, and what they hold. */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { measure } from '../process-tree.ts';

export interface PoolRun {
  readonly processes: number;
  readonly pages: number;
  /** From the start of the first process to the end of the last. */
  readonly seconds: number;
  readonly cpuSeconds: number | null;
  /** Of all processes together, the coordinator included; pages they share are counted in each. */
  readonly peakBytes: number | null;
}

/** Rounds: one process, then all, and again, so that a machine whose speed drifts is the same to both. */
const rounds = 2;

/** @param list File of the pages. @param count How many it names. */
export async function poolRuns(list: string, count: number): Promise<readonly PoolRun[]> {
  const program = join(import.meta.dirname, 'pool-process.ts');
  const runs: PoolRun[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const processes of new Set([1, Math.min(2, availableParallelism())])) {
      const spent = await measure(process.execPath, [program, String(processes), list]);
      runs.push({ processes, pages: count, ...spent });
    }
  }
  return runs;
}

/** The quickest run of each size: what else the machine does only makes them slower. */
export function quickest(runs: readonly PoolRun[]): readonly PoolRun[] {
  return [...Map.groupBy(runs, ({ processes }) => processes).values()].flatMap(
    (same) => same.toSorted((a, b) => a.seconds - b.seconds)[0] ?? [],
  );
}

export const perMinute = ({ pages, seconds }: PoolRun): number => (60 * pages) / seconds;
