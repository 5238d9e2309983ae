/**
 * `xxgk extract` of one file from a cold start: seconds, CPU time and memory of all its processes,
 * and where the time goes.
 *
 * `pnpm bench cold [--runs N] [--json FILE] [FILE…]`; the files take turns, so that a machine whose
 * speed drifts is the same to all. The phases are measured in processes of their own.
 */
import { execFile } from 'node:child_process';
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { median } from './median.ts';
import type { Phases } from './phases.ts';
import { measure, type Spent } from './process-tree.ts';
import { textTable } from './text-table.ts';

const root = join(import.meta.dirname, '../..');
const program = join(root, 'xxgk');
const probe = join(import.meta.dirname, 'phases.ts');

/** A page, a small page, a Word file and a PDF. */
const usual = [
  'annual-report-2022.html',
  'annual-report-2015-gbk.html',
  'annual-report-2017.docx',
  'annual-report-2017.pdf',
].map((name) => join(root, 'samples', name));

interface Result {
  readonly file: string;
  readonly bytes: number;
  /** Medians over the runs. */
  readonly seconds: number;
  readonly cpuSeconds: number | null;
  readonly peakBytes: number | null;
  /** Median seconds by phase; `rest` is what none of them explains: messages, the end. */
  readonly phases: Phases;
  readonly runs: readonly Spent[];
}

interface Measured {
  readonly spent: Spent;
  readonly phases: Phases;
}

/** Runs the benchmark and prints its table. */
export async function bench(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      runs: { type: 'string', default: '5' },
      json: { type: 'string', default: join(root, '.xxgk/bench/cold.json') },
    },
  });
  const files = positionals.length > 0 ? positionals : usual;
  const rounds: Map<string, Measured>[] = [];
  // The first round fills the compile cache and the file cache, and is not counted.
  for (let round = 0; round <= Number(values.runs); round += 1) rounds.push(await once(files));
  const results = await Promise.all(files.map((file) => resultOf(file, rounds.slice(1))));
  await mkdir(dirname(values.json), { recursive: true });
  await writeFile(values.json, `${JSON.stringify(results, null, 2)}\n`);
  process.stdout.write(`${table(results)}\n${values.json}\n`);
}

async function once(files: readonly string[]): Promise<Map<string, Measured>> {
  const round = new Map<string, Measured>();
  for (const file of files) {
    const spent = await measure(program, ['extract', file]);
    round.set(file, { spent, phases: await phasesOf(file) });
  }
  return round;
}

async function phasesOf(file: string): Promise<Phases> {
  const coordinator = await probed(['coordinator']);
  const reader = await probed(['reader', file]);
  const named = (who: string, phases: Phases): [string, number][] =>
    Object.entries(phases).map(([phase, ms]) => [
      phase === 'start' || phase === 'imports' ? `${who} ${phase}` : phase,
      ms / 1000,
    ]);
  return Object.fromEntries([...named('main', coordinator), ...named('reader', reader)]);
}

async function probed(args: readonly string[]): Promise<Phases> {
  const { stdout } = await promisify(execFile)(process.execPath, [probe, ...args], {
    // As `xxgk` does, so that the program's own cache serves.
    env: { ...process.env, NODE_COMPILE_CACHE: join(root, '.xxgk/compiled') },
  });
  return JSON.parse(stdout) as Phases;
}

async function resultOf(file: string, rounds: readonly Map<string, Measured>[]): Promise<Result> {
  const measured = rounds.flatMap((round) => round.get(file) ?? []);
  const runs = measured.map(({ spent }) => spent);
  const seconds = median(runs.map((run) => run.seconds)) ?? 0;
  const names = Object.keys(measured[0]?.phases ?? {});
  const phases = Object.fromEntries(
    names.map((name) => [name, median(measured.map((each) => each.phases[name] ?? 0)) ?? 0]),
  );
  const explained = Object.values(phases).reduce((sum, each) => sum + each, 0);
  return {
    file: basename(file),
    bytes: (await stat(file)).size,
    seconds,
    cpuSeconds: median(runs.map((run) => run.cpuSeconds)),
    peakBytes: median(runs.map((run) => run.peakBytes)),
    phases: { ...phases, rest: Math.max(0, seconds - explained) },
    runs,
  };
}

const figure = (value: number | null): string => (value === null ? '-' : value.toFixed(2));

function table(results: readonly Result[]): string {
  const phases = Object.keys(results[0]?.phases ?? {});
  const head = ['file', 'kB', 'seconds', 'CPU s', 'peak MB', ...phases];
  const rows = results.map(({ file, bytes, seconds, cpuSeconds, peakBytes, phases: found }) => [
    file,
    (bytes / 1000).toFixed(0),
    figure(seconds),
    figure(cpuSeconds),
    peakBytes === null ? '-' : (peakBytes / 1e6).toFixed(0),
    ...phases.map((phase) => figure(found[phase] ?? null)),
  ]);
  return textTable([head, ...rows]);
}
