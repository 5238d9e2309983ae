/** Opens what a run that fills a store needs, and closes it again in the right order. */
import { join } from 'node:path';
import {
  type AlarmBook,
  Archive,
  type Attached,
  type Frontier,
  type Ledger,
  openStore,
  openWork,
} from '@xxgk/store';
import { checkOcr } from './reader/check-ocr.ts';
import { Readers, type ReadersOptions } from './reader/readers.ts';
import { type StoreOptions, workFolder } from './store-place.ts';

/** Folder beside the ledger in which pages that were read by OCR are kept. */
const keptPages = 'ocr';

export interface OpenedRun extends AsyncDisposable {
  readonly archive: Archive;
  readonly ledger: Ledger;
  readonly frontier: Frontier;
  readonly attached: Attached;
  readonly alarms: AlarmBook;
  readonly readers: Readers;
}

/**
 * @throws {StoreError} when the store or the work file cannot be opened.
 * @throws {OcrSettingError} as {@link checkOcr}.
 */
export async function openRun(
  options: StoreOptions,
  readersOptions: ReadersOptions = {},
): Promise<OpenedRun> {
  await checkOcr();
  await using opened = new AsyncDisposableStack();
  const store = opened.use(await openStore(options.store));
  const folder = workFolder(options);
  const work = opened.use(openWork(folder));
  const readers = opened.use(new Readers({ kept: join(folder, keptPages), ...readersOptions }));
  const kept = opened.move();
  return {
    archive: new Archive(store),
    ledger: work.ledger,
    frontier: work.frontier,
    attached: work.attached,
    alarms: work.alarms,
    readers,
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
}
