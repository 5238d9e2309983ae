/** `xxgk ingest`: takes everything under some paths into a store; can be killed and run again. */
import type { Run } from '@xxgk/store';
import { ingestFiles } from '../ingest/ingest-files.ts';
import { type Counts, type Progress, progressOn } from '../ingest/progress.ts';
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
  const run = await runWith(paths, opened, signal, terminal);
  const summary = summaryOf(opened.ledger, run.id, (performance.now() - start) / 1000);
  if (options.json) terminal.out(`${JSON.stringify(summary)}\n`);
  else for (const line of summaryLines(summary)) terminal.say(line);
  if (signal.aborted) {
    terminal.say('xxgk: stopped; the same command goes on where it was.');
    return exit.interrupted;
  }
  return summary.failed > 0 || summary.left > 0 ? exit.failed : exit.well;
}

async function runWith(
  paths: readonly string[],
  { archive, ledger, readers }: OpenedRun,
  signal: AbortSignal,
  terminal: Terminal,
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
    });
  } finally {
    progress?.stop();
  }
}

function countsOf(ledger: OpenedRun['ledger'], run: number): Counts {
  const { byState } = ledger.summary(run);
  const [stored, same, twins, failed] = [
    byState.stored.files,
    byState.unchanged.files,
    byState.duplicate.files,
    byState.quarantined.files,
  ];
  return { done: stored + same + twins + failed, stored, unchanged: same + twins, failed };
}
