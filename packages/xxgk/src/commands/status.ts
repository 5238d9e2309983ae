/** `xxgk status`: what the ledger says about the runs of a store. */
import { existsSync } from 'node:fs';
import { Archive, openStore, openWork, type Run } from '@xxgk/store';
import { type RunSummary, summaryOf } from '../ingest/summary.ts';
import { isRemote, type StoreOptions, workFolder } from '../store-place.ts';
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
  if (!existsSync(folder)) return statusWithoutLedger(options, terminal);
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
  for (const line of failureLines(countsOf(ledger.failures()))) terminal.out(`${line}\n`);
  return exit.well;
}

/** The store knows what it could not read, also where the ledger was lost or is on another machine. */
async function statusWithoutLedger(
  { store, json }: StatusOptions,
  terminal: Terminal,
): Promise<Exit> {
  const lines: string[] = [];
  if (isRemote(store) || existsSync(store)) {
    await using opened = await openStore(store);
    const codes = countsOf(await Array.fromAsync(new Archive(opened).quarantined()));
    if (json) lines.push(JSON.stringify({ run: null, failures: codes }));
    else lines.push(...failureLines(codes));
  }
  if (!json) terminal.out(`Nothing has been taken into ${store} from here yet.\n`);
  for (const line of lines) terminal.out(`${line}\n`);
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

interface Failed {
  readonly code: string;
  readonly files: number;
}

/** By code, most first. */
function countsOf(failures: Iterable<{ readonly code: string }>): readonly Failed[] {
  const counts = new Map<string, number>();
  for (const { code } of failures) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts]
    .map(([code, files]) => ({ code, files }))
    .toSorted((left, right) => right.files - left.files);
}

function failureLines(failures: readonly Failed[]): readonly string[] {
  if (failures.length === 0) return [];
  return [
    '',
    'In quarantine, by code (`xxgk retry --code CODE` tries them again):',
    ...failures.map(({ code, files }) => `  ${code}: ${files}`),
  ];
}
