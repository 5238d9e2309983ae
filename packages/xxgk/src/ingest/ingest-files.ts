/** One run over files: registers them in sorted order, and reads what is registered meanwhile. */
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Archive, Ledger, Run } from '@xxgk/store';
import type { Absent, Arrival, End } from '../arrival.ts';
import { StaleLedgerError } from '../errors.ts';
import { Intake, type IntakeParts } from '../intake.ts';
import { loadFile } from '../source-file.ts';
import { Drainer } from './drainer.ts';
import { Roots } from './roots.ts';
import { type FoundFile, find, walk } from './walk.ts';

export interface IngestRun {
  readonly paths: readonly string[];
  readonly archive: Archive;
  readonly ledger: Ledger;
  readonly reader: IntakeParts['reader'];
  /** Files worked on at once. */
  readonly concurrency: number;
  /** Aborted: what is being read is finished, nothing new is begun. */
  readonly signal: AbortSignal;
  /** Called once, before anything is read. */
  readonly begun: (run: Run, files: number) => void;
  readonly ended: (end: End) => void;
}

/** Files that are registered in one go. */
const batchSize = 64;

/**
 * @returns the run of the ledger; where it was stopped it goes on when called with the same paths.
 * @throws {StoreError} when the store fails; {@link NotFoundError} before anything is done.
 */
export async function ingestFiles(options: IngestRun): Promise<Run> {
  const { paths, archive, ledger, reader, signal } = options;
  const roots = new Roots(paths);
  let files = 0;
  for await (const _ of walk(paths, archive.store.name)) files += 1;

  const run = ledger.beginRun(roots.label);
  options.begun(run, files);
  const recall = async (id: string): Promise<Arrival> => {
    const { folder, names } = roots.whereIs(id);
    return arrivalOf(await find(folder, names), id);
  };
  const intake = new Intake({ archive, ledger, run: run.id, reader, recall });
  const broken = new AbortController();
  const stop = AbortSignal.any([signal, broken.signal]);
  const drainer = new Drainer(() => intake.drain({ ...options, signal: stop }));
  try {
    await registerAll(options, roots, intake, drainer);
  } catch (error) {
    // What is being read is ended before the store and the ledger are closed.
    broken.abort();
    await drainer.end().catch(() => undefined);
    throw error;
  }
  await drainer.end();
  if (!signal.aborted) ledger.finishRun(run.id);
  return run;
}

async function registerAll(
  { paths, archive, ledger, signal }: IngestRun,
  roots: Roots,
  intake: Intake,
  drainer: Drainer,
): Promise<void> {
  let checked = false;
  for await (const batch of batchesOf(walk(paths, archive.store.name))) {
    if (signal.aborted || drainer.failed) return;
    const reading = batch.map((file) => inputOf(file, roots.idOf(file.path), ledger));
    const inputs = await Promise.all(reading);
    if (!checked) await checkBooks(inputs, archive);
    checked = true;
    await intake.register(inputs);
    drainer.wake();
  }
}

/** One batch tells whether ledger and store belong together; asking for all would cost a run. */
async function checkBooks(inputs: readonly (Arrival | Absent)[], archive: Archive): Promise<void> {
  const known = inputs.flatMap((input) =>
    'sha256' in input && input.sha256 ? [input.sha256] : [],
  );
  const held = await Promise.all(known.map((sha256) => archive.hasRaw(sha256)));
  if (held.includes(false)) throw new StaleLedgerError(archive.store.name);
}

async function* batchesOf(files: AsyncIterable<FoundFile>): AsyncGenerator<readonly FoundFile[]> {
  let batch: FoundFile[] = [];
  for await (const file of files) {
    batch.push(file);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** The bytes of a file, unless the ledger knows it and it has not been touched since. */
async function inputOf(
  file: FoundFile,
  sourceId: string,
  ledger: Ledger,
): Promise<Arrival | Absent> {
  const found = await stat(file.place, { bigint: true }).catch(() => undefined);
  if (!found) return { sourceId, sha256: null, size: 0 };
  const size = Number(found.size);
  const stamp = `${found.size}-${found.mtimeNs}-${found.ino}`;
  const known = ledger.known(sourceId);
  if (known?.stamp === stamp && known.sha256 !== null) {
    return { sourceId, sha256: known.sha256, size, stamp };
  }
  // Why it cannot be read is found out again when its turn comes, and recorded then.
  return arrivalOf(file, sourceId, stamp).catch(() => ({ sourceId, sha256: null, size }));
}

async function arrivalOf(
  { path, place }: FoundFile,
  sourceId: string,
  stamp?: string,
): Promise<Arrival> {
  const { bytes } = await loadFile(path, null, place);
  return {
    bytes,
    capture: {
      source_id: sourceId,
      url: null,
      file_name: basename(path),
      fetched_at: null,
      status: null,
      headers: {},
      redirects: [],
      length: null,
    },
    ...(stamp !== undefined && { stamp }),
  };
}
