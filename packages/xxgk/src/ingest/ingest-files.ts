/** One run over files: registers them in sorted order, and reads what is registered meanwhile. */
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Archive, Ledger, Run } from '@xxgk/store';
import { StaleLedgerError } from '../errors.ts';
import type { Absent, Arrival, End } from '../intake/arrival.ts';
import { Intake, type IntakeParts } from '../intake/intake.ts';
import { loadFile } from '../source-file.ts';
import { Drainer } from './drainer.ts';
import { recordingAt } from './recordings/recognise.ts';
import { Recordings } from './recordings/recordings.ts';
import type { RecordingReport } from './recordings/report.ts';
import type { RecordingFile } from './recordings/unpacker.ts';
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
  /** Called for each recording (WARC, WACZ) that was taken apart, or was left alone as it is. */
  readonly unpacked?: (report: RecordingReport) => void;
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
  await using recordings = new Recordings({ ...options, run: run.id, intake, drainer });
  try {
    await registerAll(options, roots, intake, drainer, recordings);
  } catch (error) {
    // What is being read is ended before the store and the ledger are closed.
    broken.abort();
    await drainer.end().catch(() => undefined);
    throw error;
  }
  await drainer.end();
  if (signal.aborted) return run;
  await recordings.finish();
  await intake.drainAll(options);
  if (signal.aborted) return run;
  ledger.finishRun(run.id);
  return run;
}

async function registerAll(
  options: IngestRun,
  roots: Roots,
  intake: Intake,
  drainer: Drainer,
  recordings: Recordings,
): Promise<void> {
  let checked = false;
  for await (const inputs of inputsOf(options, roots)) {
    if (options.signal.aborted || drainer.failed) return;
    if ('kind' in inputs) {
      await recordings.unpack(inputs);
      continue;
    }
    if (!checked) await checkBooks(inputs, options.archive);
    checked = true;
    await intake.register(inputs);
    drainer.wake();
  }
}

/** In the order of the walk, for of several inputs with the same bytes the first stands for them. */
async function* inputsOf(
  { paths, archive, ledger }: IngestRun,
  roots: Roots,
): AsyncGenerator<readonly Input[] | RecordingFile> {
  for await (const batch of batchesOf(walk(paths, archive.store.name))) {
    const reading = batch.map((file) => inputOf(file, roots.idOf(file.path), ledger));
    yield* apart(await Promise.all(reading));
  }
}

type Input = Arrival | Absent;

/** Recordings one by one, and what stands between them together. */
function apart(
  inputs: readonly (Input | RecordingFile)[],
): readonly (readonly Input[] | RecordingFile)[] {
  const groups: (Input[] | RecordingFile)[] = [];
  for (const input of inputs) {
    const last = groups.at(-1);
    if ('kind' in input) groups.push(input);
    else if (Array.isArray(last)) last.push(input);
    else groups.push([input]);
  }
  return groups;
}

/** One batch tells whether ledger and store belong together; asking for all would cost a run. */
async function checkBooks(inputs: readonly Input[], archive: Archive): Promise<void> {
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

/** The bytes of a file, unless it is a recording, or has not been touched since the ledger knows it. */
async function inputOf(
  file: FoundFile,
  sourceId: string,
  ledger: Ledger,
): Promise<Input | RecordingFile> {
  const found = await stat(file.place, { bigint: true }).catch(() => undefined);
  if (!found) return { sourceId, sha256: null, size: 0 };
  const size = Number(found.size);
  const stamp = `${found.size}-${found.mtimeNs}-${found.ino}`;
  const known = ledger.known(sourceId);
  if (known?.stamp === stamp && known.sha256 !== null) {
    return { sourceId, sha256: known.sha256, size, stamp };
  }
  const kind = await recordingAt(file.path, file.place);
  if (kind) return { sourceId, kind, place: file.place, size, stamp };
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
