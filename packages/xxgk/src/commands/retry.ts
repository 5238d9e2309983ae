/** `xxgk retry`: reads again what is in quarantine, all of it or what failed with one code. */
import type { Archive, Ledger } from '@xxgk/store';
import { summaryLines, summaryOf } from '../ingest/summary.ts';
import type { Absent } from '../intake/arrival.ts';
import { Intake } from '../intake/intake.ts';
import { sourceOf } from '../intake/version-id.ts';
import { onInterrupt } from '../interrupt.ts';
import { openRun } from '../open-run.ts';
import type { StoreOptions } from '../store-place.ts';
import { type Exit, exit, type Terminal } from '../terminal.ts';

export interface RetryOptions extends StoreOptions {
  /** `stage/what`. */
  readonly code?: string;
  readonly json?: boolean;
}

export async function retryCommand(options: RetryOptions, terminal: Terminal): Promise<Exit> {
  await using opened = await openRun(options);
  const { archive, ledger, readers } = opened;
  using interrupt = onInterrupt(terminal);
  const { code } = options;
  const start = performance.now();
  const run = ledger.beginRun(code === undefined ? 'retry' : `retry ${code}`);
  const intake = new Intake({ archive, ledger, run: run.id, reader: readers });
  const forgotten = await forgottenBy(ledger, archive, code);
  await intake.register(forgotten);
  const count = ledger.requeue(run.id, code === undefined ? {} : { code });
  terminal.say(`xxgk: ${count + forgotten.length} files to read again`);
  await intake.drainAll({ concurrency: readers.size + 1, signal: interrupt.signal });
  if (interrupt.signal.aborted) return exit.interrupted;
  ledger.finishRun(run.id);
  const summary = summaryOf(ledger, run.id, (performance.now() - start) / 1000);
  if (options.json) terminal.out(`${JSON.stringify(summary)}\n`);
  else for (const line of summaryLines(summary)) terminal.say(line);
  return summary.failed > 0 ? exit.failed : exit.well;
}

/** What is in the store's quarantine, which is the truth, and not in a ledger that was lost. */
async function forgottenBy(
  ledger: Ledger,
  archive: Archive,
  code: string | undefined,
): Promise<readonly Absent[]> {
  const entries = await Array.fromAsync(archive.quarantined());
  const forgotten = entries.filter(
    (entry) =>
      entry.sha256 !== null &&
      (code ?? entry.code) === entry.code &&
      ledger.known(entry.source_id) === undefined,
  );
  return Promise.all(
    forgotten.map(async ({ source_id: sourceId, sha256 }): Promise<Absent> => {
      const captures = await Array.fromAsync(archive.captures(sourceOf(sourceId)));
      return { sourceId, sha256, size: captures.at(-1)?.bytes ?? 0 };
    }),
  );
}
