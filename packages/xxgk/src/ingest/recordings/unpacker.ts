/**
 * Takes recordings apart: every response a capture of its address, as a crawl would have made it.
 *
 * The order is bytes and captures, ledger, how far the recording has been read: after a kill the same
 * command goes on there, and what is done twice is the same both times.
 */
import { IngestError } from '@xxgk/ingest/errors';
import type { Outcome, Portion, RecordingKind } from '@xxgk/ingest/warc';
import type { Archive, Ledger, SourceEntry } from '@xxgk/store';
import { StaleLedgerError } from '../../errors.ts';
import type { Arrival, End } from '../../intake/arrival.ts';
import type { Intake } from '../../intake/intake.ts';
import { failureOf } from '../../worker/failure.ts';
import type { Failure } from '../../worker/message.ts';
import { arrivalOf, keepRevisit, placeId } from './arrival.ts';
import { progressOf, type RecordingProgress, stampOf, withPortion } from './progress.ts';
import { RecordIds } from './record-ids.ts';
import type { RecordingReader } from './recording-reader.ts';
import { type RecordingReport, reportOf } from './report.ts';

export interface UnpackerParts {
  readonly archive: Archive;
  readonly ledger: Ledger;
  /** Run of the ledger. */
  readonly run: number;
  readonly intake: Intake;
  readonly reader: RecordingReader;
  /** Aborted: nothing new is begun; the same command goes on later. */
  readonly signal: AbortSignal;
  /** Called when there is something to read. */
  readonly added: () => void;
  readonly ended: (end: End) => void;
}

export interface RecordingFile {
  readonly sourceId: string;
  readonly kind: RecordingKind;
  /** What is opened. */
  readonly place: string | Buffer;
  readonly size: number;
  /** Tells that the file has not been touched. */
  readonly stamp: string;
}

/** Without a step forward in between. */
const attempts = 3;

export class Unpacker {
  readonly #parts: UnpackerParts;
  readonly #records: RecordIds;

  constructor(parts: UnpackerParts) {
    this.#parts = parts;
    this.#records = new RecordIds(parts.archive);
  }

  /** Goes on where it was left; one that has been read to its end is left alone. @throws {StoreError} */
  async unpack(file: RecordingFile): Promise<RecordingReport> {
    const { ledger, intake, run } = this.#parts;
    const version = await intake.version();
    const known = ledger.known(file.sourceId);
    const begun = progressOf(known?.stamp ?? null, { file: file.stamp, version });
    const complete = known?.state === 'stored' || known?.state === 'unchanged';
    if (begun.next === null && complete) {
      await this.#checkBooks(begun);
      ledger.settle(run, entryOf(file, begun), { state: 'unchanged' });
      return reportOf(file.sourceId, begun, 'unchanged');
    }
    const [reached, failure] = await this.#read(file, begun);
    if (failure) return this.#quarantine(file, reached, failure);
    if (reached.next !== null) return reportOf(file.sourceId, reached, 'stopped');
    await this.#parts.archive.clearQuarantine(file.sourceId);
    ledger.settle(run, entryOf(file, reached), { state: 'stored' });
    return reportOf(file.sourceId, reached, 'read');
  }

  /** How far it came, and what ended it where it was neither its end nor the user. */
  async #read(
    file: RecordingFile,
    begun: RecordingProgress,
  ): Promise<readonly [RecordingProgress, Failure | undefined]> {
    let progress = begun;
    for (let attempt = 1; ; attempt += 1) {
      try {
        for await (const step of this.#steps(file, progress)) {
          progress = step;
          attempt = 0;
        }
        return [progress, undefined];
      } catch (error) {
        if (!(error instanceof IngestError)) throw error;
        const again = error.remedy === 'retry' && attempt < attempts;
        if (!again) return [progress, failureOf(error)];
      }
    }
  }

  async *#steps(file: RecordingFile, begun: RecordingProgress): AsyncGenerator<RecordingProgress> {
    const { ledger, reader, run, signal, added } = this.#parts;
    let progress = begun;
    const from = begun.next;
    if (!from || signal.aborted) return;
    ledger.keepOpen(run, entryOf(file, progress));
    for await (const portion of reader.portions({ path: file.place, kind: file.kind, from })) {
      progress = await this.#add(file, progress, portion);
      ledger.keepOpen(run, entryOf(file, progress));
      added();
      yield progress;
      if (signal.aborted) return;
    }
  }

  async #add(
    file: RecordingFile,
    progress: RecordingProgress,
    portion: Portion,
  ): Promise<RecordingProgress> {
    const missing = new Set<Outcome>();
    let group: Arrival[] = [];
    const flush = async (): Promise<void> => {
      await this.#parts.intake.register(group);
      group = [];
    };
    for (const outcome of portion.outcomes) {
      if (outcome.kind === 'file') {
        const arrival = arrivalOf(outcome, file.sourceId);
        const { source_id: source } = arrival.capture;
        // Versions of one source are kept one after the other, for each looks at the one before.
        if (group.some(({ capture }) => capture.source_id === source)) await flush();
        group.push(arrival);
        this.#records.add(arrival.capture);
      } else if (outcome.kind === 'revisit') {
        await flush();
        if (!(await this.#revisit(file, outcome))) missing.add(outcome);
      } else if (outcome.kind === 'failed') {
        const { code, message, record } = outcome;
        const id = placeId(file.sourceId, record);
        await this.reject({ sourceId: id, sha256: null, size: 0 }, { code, message });
      }
    }
    await flush();
    return withPortion(progress, portion, missing);
  }

  /** False where the archive does not have what it refers to. */
  async #revisit(
    { sourceId }: RecordingFile,
    revisit: Extract<Outcome, { readonly kind: 'revisit' }>,
  ): Promise<boolean> {
    const { archive, intake } = this.#parts;
    const again = await keepRevisit(revisit, sourceId, archive, this.#records);
    if (again) await intake.register([again]);
    return again !== undefined;
  }

  async #quarantine(
    file: RecordingFile,
    progress: RecordingProgress,
    failure: Failure,
  ): Promise<RecordingReport> {
    // Its stamp keeps the place: a later attempt does not begin anew.
    await this.reject(entryOf(file, progress), failure);
    return reportOf(file.sourceId, progress, 'failed');
  }

  /** Puts in quarantine what was never on its way to a reader. */
  async reject(
    entry: Omit<SourceEntry, 'version'>,
    { code, message }: Pick<Failure, 'code' | 'message'>,
  ): Promise<void> {
    const { archive, ledger, intake, run, ended } = this.#parts;
    const version = await intake.version();
    const stage = code.slice(0, code.indexOf('/'));
    const { sourceId } = entry;
    await archive.putQuarantine({
      source_id: sourceId,
      sha256: null,
      code,
      stage,
      attempts: 1,
      message,
      version,
    });
    ledger.settle(run, { ...entry, version }, { state: 'quarantined', code, stage, message });
    ended({ sourceId, failure: { code, message, remedy: 'give-up' }, records: 0 });
  }

  /** A ledger whose store was emptied would call it done. */
  async #checkBooks({ witness }: RecordingProgress): Promise<void> {
    const { archive } = this.#parts;
    if (witness === null || (await archive.hasRaw(witness))) return;
    throw new StaleLedgerError(archive.store.name);
  }
}

const entryOf = ({ sourceId, size }: RecordingFile, progress: RecordingProgress): SourceEntry => ({
  sourceId,
  sha256: null,
  size,
  version: progress.version,
  stamp: stampOf(progress),
});
