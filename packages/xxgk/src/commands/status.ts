/** `xxgk status`: what the ledger says about the runs of a store. */
import { existsSync } from 'node:fs';
import { type Ledger, openWork, type Run } from '@xxgk/store';
import { type RunSummary, summaryOf } from '../ingest/summary.ts';
import { type StoreOptions, workFolder } from '../store-place.ts';
import { table } from '../table.ts';
import { type Exit, exit, type Terminal } from '../terminal.ts';

export interface StatusOptions extends StoreOptions {
  readonly json?: boolean;
}

/** Runs that are shown, the newest first. */
const shown = 10;

const heading = [
  'run',
  'begun',
  'files',
  'stored',
  'unchanged',
  'duplicates',
  'failed',
  'left',
  'what',
];

export async function statusCommand(options: StatusOptions, terminal: Terminal): Promise<Exit> {
  const folder = workFolder(options);
  if (!existsSync(folder)) {
    if (!options.json)
      terminal.out(`Nothing has been taken into ${options.store} from here yet.\n`);
    return exit.well;
  }
  using work = openWork(folder);
  const { ledger } = work;
  const runs = ledger.runs().slice(0, shown);
  const about = runs.map((run) => ({ run, summary: summaryOf(ledger, run.id, secondsOf(run)) }));
  if (options.json) {
    for (const { run, summary } of about) {
      terminal.out(`${JSON.stringify({ run: run.id, label: run.label, ...summary })}\n`);
    }
    return exit.well;
  }
  terminal.out(`${table(heading, about.map(rowOf)).join('\n')}\n`);
  for (const line of failureLines(ledger)) terminal.out(`${line}\n`);
  return exit.well;
}

const secondsOf = ({ startedAt, finishedAt }: Run): number =>
  ((finishedAt ?? Date.now()) - startedAt) / 1000;

function rowOf({ run, summary }: { run: Run; summary: RunSummary }): readonly string[] {
  const { files, stored, unchanged, duplicates, failed, left } = summary;
  return [
    String(run.id),
    new Date(run.startedAt).toISOString().slice(0, 16).replace('T', ' '),
    ...[files, stored, unchanged, duplicates, failed, left].map(String),
    run.label,
  ];
}

function failureLines(ledger: Ledger): readonly string[] {
  const counts = new Map<string, number>();
  for (const { code } of ledger.failures()) counts.set(code, (counts.get(code) ?? 0) + 1);
  if (counts.size === 0) return [];
  const byCount = [...counts].toSorted(([, left], [, right]) => right - left);
  return [
    '',
    'In quarantine, by code (`xxgk retry --code CODE` tries them again):',
    ...byCount.map(([code, count]) => `  ${code}: ${count}`),
  ];
}
