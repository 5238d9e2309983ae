/** Opens what a run that fills a store needs, and closes it again in the right order. */
import { Archive, type Frontier, type Ledger, openStore, openWork } from '@xxgk/store';
import { Readers, type ReadersOptions } from './reader/readers.ts';
import { type StoreOptions, workFolder } from './store-place.ts';

export interface OpenedRun extends AsyncDisposable {
  readonly archive: Archive;
  readonly ledger: Ledger;
  readonly frontier: Frontier;
  readonly readers: Readers;
}

/** @throws {StoreError} when the store or the work file cannot be opened. */
export async function openRun(
  options: StoreOptions,
  readersOptions: ReadersOptions = {},
): Promise<OpenedRun> {
  await using opened = new AsyncDisposableStack();
  const store = opened.use(await openStore(options.store));
  const work = opened.use(openWork(workFolder(options)));
  const readers = opened.use(new Readers(readersOptions));
  const kept = opened.move();
  return {
    archive: new Archive(store),
    ledger: work.ledger,
    frontier: work.frontier,
    readers,
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
}
