/** `xxgk retry`: reads again what is in quarantine, all of it or what failed with one code. */
import { summaryLines, summaryOf } from '../ingest/summary.ts';
import { Intake } from '../intake.ts';
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
  const count = ledger.requeue(run.id, code === undefined ? {} : { code });
  terminal.say(`xxgk: ${count} files to read again`);
  const intake = new Intake({ archive, ledger, run: run.id, read: (file) => readers.read(file) });
  await intake.drain({ concurrency: readers.size + 1, signal: interrupt.signal });
  if (interrupt.signal.aborted) return exit.interrupted;
  ledger.finishRun(run.id);
  const summary = summaryOf(ledger, run.id, (performance.now() - start) / 1000);
  if (options.json) terminal.out(`${JSON.stringify(summary)}\n`);
  else for (const line of summaryLines(summary)) terminal.say(line);
  return summary.failed > 0 ? exit.failed : exit.well;
}
