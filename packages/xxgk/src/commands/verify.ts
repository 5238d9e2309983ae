/** `xxgk verify`: whether everything in a store is what was written. */
import { existsSync } from 'node:fs';
import { type Finding, openStore, openWork, setAside, verify } from '@xxgk/store';
import { UsageError } from '../errors.ts';
import { onInterrupt } from '../interrupt.ts';
import { isRemote, type StoreOptions, workFolder } from '../store-place.ts';
import { type Exit, exit, type Terminal } from '../terminal.ts';

export interface VerifyOptions extends StoreOptions {
  /** Move damaged objects away, so that the next run writes them anew. */
  readonly setAside?: boolean;
  readonly json?: boolean;
}

interface Tally {
  objects: number;
  bytes: number;
  readonly problems: Record<Finding['problem'], number>;
}

export async function verifyCommand(options: VerifyOptions, terminal: Terminal): Promise<Exit> {
  const { store } = options;
  // Opening a directory would make it.
  if (!isRemote(store) && !existsSync(store)) {
    throw new UsageError(`There is no store ${store}: check --store.`);
  }
  await using opened = await openStore(store);
  using interrupt = onInterrupt(terminal);
  const tally: Tally = {
    objects: 0,
    bytes: 0,
    problems: { damaged: 0, missing: 0, unvouched: 0, foreign: 0 },
  };
  for await (const { size, findings } of verify(opened)) {
    if (interrupt.signal.aborted) return exit.interrupted;
    tally.objects += 1;
    tally.bytes += size;
    for (const finding of findings) {
      tally.problems[finding.problem] += 1;
      terminal.out(`${lineOf(finding, options)}\n`);
      if (options.setAside) await setAside(opened, finding);
    }
  }
  if (options.setAside) forgetIn(workFolder(options), tally);
  tell(tally, options, terminal);
  const { damaged, missing } = tally.problems;
  return damaged + missing > 0 ? exit.failed : exit.well;
}

/** What the ledger says is done may not be there any more. */
function forgetIn(folder: string, { problems }: Tally): void {
  if (problems.damaged === 0 || !existsSync(folder)) return;
  using work = openWork(folder);
  work.ledger.forgetEnded();
}

const lineOf = (finding: Finding, { json }: VerifyOptions): string =>
  json ? JSON.stringify(finding) : `${finding.problem} ${finding.key}\n  ${finding.why}`;

function tell({ objects, bytes, problems }: Tally, options: VerifyOptions, terminal: Terminal) {
  if (options.json) {
    terminal.out(`${JSON.stringify({ objects, bytes, ...problems })}\n`);
    return;
  }
  const found = Object.entries(problems).filter(([, count]) => count > 0);
  const said = found.map(([problem, count]) => `${count} ${problem}`).join(', ');
  terminal.say(
    `xxgk: ${objects} objects, ${(bytes / 1e6).toFixed(1)} MB: ${said || 'all as written'}`,
  );
  if (problems.damaged > 0) {
    terminal.say(
      options.setAside
        ? '  Set aside under damaged/: the next ingest or crawl writes them anew.'
        : '  Restore them from a backup, or run it with --set-aside and ingest or crawl again.',
    );
  }
}
