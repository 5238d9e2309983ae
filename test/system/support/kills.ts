/** Kills runs at random moments until enough have been killed, and says what came of it. */
import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Ended, start } from './program.ts';
import { randomFrom } from './random.ts';
import { treeOf } from './tree.ts';

export interface KillPlan {
  readonly folder: string;
  readonly store: string;
  readonly kills: number;
  readonly seed: number;
  /** Milliseconds after the first sign of work within which a run is killed; see {@link undisturbed}. */
  readonly window: number;
  /** Ends with the first difference, for controls that only have to find one. */
  readonly untilDifference?: boolean;
  /** A script that ingests otherwise than the program does, for controls. */
  readonly script?: string;
  /** Arguments after those of `ingest`. */
  readonly extra?: readonly string[];
}

export interface KillReport {
  readonly kills: number;
  /** Runs that came to their end before they were killed. */
  readonly completed: number;
  /** Stores that differed from the expected one when their run had come to its end. */
  readonly differences: readonly (readonly string[])[];
}

/**
 * Each store is filled by runs that are killed, and by one that is not killed and ends it; when a
 * store is complete a new one is begun, so that every kill meets work that is under way.
 */
export async function killRuns(plan: KillPlan, expected: readonly string[]): Promise<KillReport> {
  const random = randomFrom(plan.seed);
  const differences: (readonly string[])[] = [];
  let kills = 0;
  let completed = 0;
  const compare = async (): Promise<void> => {
    const found = await treeOf(plan.store);
    const difference = differing(expected, found);
    if (difference.length > 0) differences.push(difference);
    await rm(plan.store, { recursive: true, force: true });
  };
  while (kills < plan.kills && !(plan.untilDifference && differences.length > 0)) {
    const ended = await killedRun(plan, random() ** early * plan.window);
    if (ended.signal === 'SIGKILL') kills += 1;
    else {
      assertEnded(ended);
      completed += 1;
      await compare();
    }
  }
  assertEnded(await begin(plan).ended);
  await compare();
  return { kills, completed, differences };
}

export type Undisturbed = Pick<KillPlan, 'folder' | 'store' | 'script' | 'extra'>;

/** A run that is left in peace: what it stores, and how long it works, in milliseconds. */
export async function undisturbed(
  plan: Undisturbed,
): Promise<{ readonly tree: readonly string[]; readonly window: number }> {
  const { ended, saying } = begin(plan);
  await saying(firstSign);
  const start = performance.now();
  assertEnded(await ended);
  return { window: performance.now() - start, tree: await treeOf(plan.store) };
}

/** Most runs are killed early, so that a store takes many kills to fill, and some at the end. */
const early = 3;

const firstSign = 'files to ingest';

const begin = ({ folder, store, script, extra = [] }: Undisturbed): ReturnType<typeof start> =>
  start(['ingest', folder, '--store', store, ...extra], script);

async function killedRun(plan: KillPlan, delay: number): Promise<Ended> {
  const { process, ended, saying } = begin(plan);
  await saying(firstSign);
  await sleep(delay);
  process.kill('SIGKILL');
  return ended;
}

/** Status 1, for some of the files cannot be read. */
function assertEnded({ status, said }: Ended): void {
  if (status !== 1) throw new Error(`The run ended with ${status}: ${said}`);
}

function differing(expected: readonly string[], found: readonly string[]): readonly string[] {
  const [wanted, given] = [new Set(expected), new Set(found)];
  return [
    ...expected.filter((line) => !given.has(line)).map((line) => `- ${line}`),
    ...found.filter((line) => !wanted.has(line)).map((line) => `+ ${line}`),
  ];
}
