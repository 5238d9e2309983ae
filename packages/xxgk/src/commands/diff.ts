/** `xxgk diff`: what changed at the sources of a store, value by value, and what vanished. */
import { Archive, openStore } from '@xxgk/store';
import { instantOf } from '../day.ts';
import { UsageError } from '../errors.ts';
import { changesIn, type SourceChange } from '../history/changes.ts';
import { changeLines } from '../history/lines.ts';
import { type Exit, exit, type Terminal } from '../terminal.ts';

export interface DiffOptions {
  readonly store: string;
  /** A day in Beijing, or an RFC 3339 time. */
  readonly since?: string;
  /** Whether changes of what stands around the content are told too. */
  readonly layout?: boolean;
  readonly json?: boolean;
}

/** @param sources Addresses or paths; all of the store where none is named. */
export async function diffCommand(
  sources: readonly string[],
  options: DiffOptions,
  terminal: Terminal,
): Promise<Exit> {
  const since = options.since === undefined ? undefined : instantOf(options.since);
  await using store = await openStore(options.store);
  const archive = new Archive(store);
  await assertKnown(sources, archive);
  const filter = { since, sources: sources.length > 0 ? sources : undefined };
  const counts = new Map<SourceChange['what'], number>();
  for await (const change of changesIn(archive, filter)) {
    counts.set(change.what, (counts.get(change.what) ?? 0) + 1);
    if (change.what === 'layout' && !options.layout && sources.length === 0) continue;
    if (options.json) terminal.out(`${JSON.stringify(change)}\n`);
    else terminal.out(`${changeLines(change).join('\n')}\n`);
  }
  if (!options.json) terminal.say(summaryOf(counts));
  return exit.well;
}

const words: Readonly<Record<SourceChange['what'], string>> = {
  new: 'new',
  values: 'with changed values',
  wording: 'with changed wording only',
  layout: 'with changed layout only',
  unread: 'that could not be compared',
  vanished: 'vanished',
  revived: 'back again',
};

function summaryOf(counts: ReadonlyMap<SourceChange['what'], number>): string {
  const parts = (Object.keys(words) as SourceChange['what'][]).flatMap((what) => {
    const count = counts.get(what) ?? 0;
    return count === 0 ? [] : [`${count} ${words[what]}`];
  });
  return `xxgk: ${parts.join(', ') || 'nothing changed'}`;
}

async function assertKnown(sources: readonly string[], archive: Archive): Promise<void> {
  for (const source of sources) {
    const captures = archive.captures(source)[Symbol.asyncIterator]();
    const first = await captures.next();
    await captures.return?.();
    if (first.done === true) {
      throw new UsageError(
        `The store has nothing from ${source}: give the address or path as it was taken in.`,
      );
    }
  }
}
