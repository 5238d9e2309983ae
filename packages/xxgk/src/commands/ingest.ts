/** `xxgk ingest`: takes everything under some paths into a store; can be killed and run again. */
import type { Run } from '@xxgk/store';
import { ingestFiles } from '../ingest/ingest-files.ts';
import { type Counts, type Progress, progressOn } from '../ingest/progress.ts';
import { type RecordingReport, recordingLine } from '../ingest/recordings/report.ts';
import { summaryLines, summaryOf } from '../ingest/summary.ts';
import { onInterrupt } from '../interrupt.ts';
import { type OpenedRun, openRun } from '../open-run.ts';
import type { ReadersOptions } from '../reader/readers.ts';
import type { StoreOptions } from '../store-place.ts';
import { type Exit, exit, type Terminal } from '../terminal.ts';

export interface IngestOptions extends StoreOptions {
  /** Documents read at once. @default the number of processors */
  readonly concurrency?: number;
  readonly json?: boolean;
}

export async function ingestCommand(
  paths: readonly string[],
  options: IngestOptions,
  terminal: Terminal,
  readers: ReadersOptions = {},
): Promise<Exit> {
  const size = options.concurrency;
  await using opened = await openRun(options, size === undefined ? readers : { size, ...readers });
  using interrupt = onInterrupt(terminal);
  const { signal } = interrupt;
  const start = performance.now();
  const recordings: RecordingReport[] = [];
  const run = await runWith(paths, opened, signal, terminal, recordings);
  const seconds = (performance.now() - start) / 1000;
  const summary = { ...summaryOf(opened.ledger, run.id, seconds), recordings };
  if (options.json) terminal.out(`${JSON.stringify(summary)}\n`);
  else
    for (const line of [...summaryLines(summary), ...recordings.map(recordingLine)])
      terminal.say(line);
  if (signal.aborted) {
    terminal.say('xxgk: stopped; the same command goes on where it was.');
    return exit.interrupted;
  }
  const lost = recordings.some(({ failed }) => failed > 0);
  return lost || summary.failed > 0 || summary.left > 0 ? exit.failed : exit.well;
}

async function runWith(
  paths: readonly string[],
  { archive, ledger, readers }: OpenedRun,
  signal: AbortSignal,
  terminal: Terminal,
  recordings: RecordingReport[],
): Promise<Run> {
  let progress: Progress | undefined;
  let current = 0;
  const counts = (): Counts => countsOf(ledger, current);
  try {
    return await ingestFiles({
      paths,
      archive,
      ledger,
      signal,
      reader: readers,
      // One more than is read, so that a reader need not wait for the store.
      concurrency: readers.size + 1,
      begun: (run, files) => {
        current = run.id;
        terminal.say(`xxgk: ${files} files to ingest into ${archive.store.name}`);
        progress = progressOn(terminal, files);
      },
      ended: () => progress?.show(counts),
      unpacked: (report) => recordings.push(report),
    });
  } finally {
    progress?.stop();
  }
}

function countsOf(ledger: OpenedRun['ledger'], run: number): Counts {
  const { total, byState } = ledger.summary(run);
  const [stored, same, twins, failed] = [
    byState.stored.files,
    byState.unchanged.files,
    byState.duplicate.files,
    byState.quarantined.files,
  ];
  const done = stored + same + twins + failed;
  return { total: total.files, done, stored, unchanged: same + twins, failed };
}
