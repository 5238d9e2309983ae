/**
 * Takes files into the archive: what `ingest`, `crawl` and `retry` all end in.
 *
 * `register` keeps what came in (raw bytes, capture) and puts it on the ledger; `drain` reads what
 * is on the ledger. Work is at least once, effect exactly once: the order is raw bytes, capture,
 * ledger; attempt counted, read, document, records, pointer, finished; and each step writes what is
 * a pure function of the bytes, their capture and the versions of the stages, so that doing it again
 * after a crash writes the same. Nothing later exists without everything earlier.
 *
 * The files of an archive are inputs too: their bytes and captures are kept before its document is,
 * and they are on the ledger from the moment at which the archive is finished. They are read after all
 * else, in a fixed order ({@link Intake.drainAll}), so that it does not depend on the speed of readers
 * which of two inputs with the same bytes stands for them.
 *
 * Bytes that say what the earlier ones of their source say, read by the same stages, have no records
 * of their own: a counter of the page changed. See `same-content.ts`.
 *
 * A stage whose version has risen is run again, and what stands before it is not: a Document that
 * all its stages would make again is taken from the archive.
 */
import type { Document } from '@xxgk/extract/document';
import type { SourceFile } from '@xxgk/ingest';
import type {
  Archive,
  Capture,
  FoundMember,
  Job,
  Ledger,
  Intake as Registered,
  Stages,
} from '@xxgk/store';
import { LeaseLostError, versionOf } from '@xxgk/store';
import {
  endsOf,
  foundMembers,
  holdsMembers,
  keepCaptures,
  keepFailures,
  keepRaw,
  stageOf,
} from './archive-members.ts';
import type { Absent, Arrival, End } from './arrival.ts';
import { capturedFile, captureOf } from './captured-file.ts';
import { MissingRawError } from './errors.ts';
import { isFull } from './expected-values.ts';
import type { Reading } from './pipeline.ts';
import type { Reader } from './reader/reader.ts';
import { earlierSame } from './same-content.ts';
import { failureOf } from './worker/failure.ts';
import type { Failure } from './worker/message.ts';

export interface IntakeParts {
  readonly archive: Archive;
  readonly ledger: Ledger;
  /** Run of the ledger. */
  readonly run: number;
  readonly reader: Reader;
  /** Gets an input that could not be had when it was registered. */
  readonly recall?: (sourceId: string) => Promise<Arrival>;
}

export interface DrainOptions {
  /** Inputs worked on at once. */
  readonly concurrency: number;
  /** Aborted: what is being worked on is finished, nothing new is begun. */
  readonly signal?: AbortSignal;
  /** Called for every input that has ended, stored or quarantined. */
  readonly ended?: (end: End) => void;
}

/** What came of reading one input. */
interface Done {
  readonly records: number;
  /** Of them, those that have what is expected of them. */
  readonly full: number;
  /** Whether they are those of earlier bytes that say the same. */
  readonly same: boolean;
  /** Of an archive, its files. */
  readonly members: readonly FoundMember[];
}

export class Intake {
  readonly #parts: IntakeParts;
  #stages: Promise<Stages> | undefined;

  constructor(parts: IntakeParts) {
    this.#parts = parts;
  }

  /**
   * Keeps bytes and captures durably, then puts the inputs on the ledger, in the order given: of
   * several with the same bytes the first stands for them.
   */
  async register(arrivals: readonly (Arrival | Absent)[]): Promise<readonly Registered[]> {
    const { ledger, run } = this.#parts;
    const version = await this.version();
    const entries = await Promise.all(
      arrivals.map(async (arrival) => {
        if ('sha256' in arrival) return { ...arrival, version };
        const { bytes, capture, stamp, inputId: sourceId = capture.source_id } = arrival;
        const { sha256 } = await this.#keep(arrival);
        const entry = { sourceId, sha256, size: bytes.length, version };
        return stamp === undefined ? entry : { ...entry, stamp };
      }),
    );
    return ledger.add(run, entries);
  }

  /**
   * Reads every input of the run that is on the ledger and ready, and returns when none is left.
   *
   * @throws when the archive or the ledger fails: the run cannot go on.
   */
  async drain({ concurrency, signal, ended }: DrainOptions): Promise<void> {
    const { ledger, run } = this.#parts;
    const broken = new AbortController();
    const stopped = (): boolean => broken.signal.aborted || signal?.aborted === true;
    const lane = async (): Promise<void> => {
      for (let job = ledger.claim(run); job; job = stopped() ? undefined : ledger.claim(run)) {
        for (const end of await this.#process(job)) ended?.(end);
      }
    };
    const lanes = Array.from({ length: concurrency }, () =>
      stopped()
        ? undefined
        : lane().catch((error: unknown) => {
            broken.abort(error);
          }),
    );
    await Promise.all(lanes);
    broken.signal.throwIfAborted();
  }

  /**
   * As {@link drain}, and after that the files of archives, and of archives in archives. To be called
   * when everything is registered.
   */
  async drainAll(options: DrainOptions): Promise<void> {
    const { ledger, run } = this.#parts;
    do await this.drain(options);
    while (options.signal?.aborted !== true && ledger.place(run) > 0);
  }

  /**
   * Nothing where the input is to be tried again, or is someone else's by now; with those files of an
   * archive that could not be unpacked.
   */
  async #process(job: Job): Promise<readonly End[]> {
    try {
      const { members, ...read } = await this.#read(job);
      this.#parts.ledger.finish(job, 'stored', members);
      return [{ sourceId: job.sourceId, failure: null, ...read }, ...endsOf(members)];
    } catch (error) {
      if (error instanceof LeaseLostError) return [];
      const failure = failureOf(error);
      if (failure.remedy === 'stop') {
        this.#parts.ledger.fail(job, { ...failure, stage: stageOf(failure) });
        throw error;
      }
      return this.#fail(job, failure);
    }
  }

  async #read(job: Job): Promise<Done> {
    const { archive, ledger, reader } = this.#parts;
    const spoken = await this.#spokenFor(job);
    const standing = await this.#standing(spoken);
    // What is leased is the job as it stands on the ledger.
    const begin = (): void => void ledger.countAttempt(job);
    const reading = standing
      ? await this.#extract(spoken, standing, begin)
      : await this.#parse(spoken, begin);
    const { document, records } = reading;
    const { sha256 } = document.source;
    const stages = (): Promise<Stages> => this.#currentStages();
    const earlier = await earlierSame(job, reading, { archive, reader, stages });
    await archive.putRecords(earlier?.sha256 ?? sha256, earlier?.records ?? records);
    if (earlier) await archive.putSame(sha256, earlier.sha256);
    await archive.clearQuarantine(job.sourceId);
    const members = foundMembers(job.sourceId, document.members);
    await keepFailures(archive, members, await this.version());
    const same = earlier !== undefined || spoken.sha256 !== job.sha256;
    return { records: records.length, full: records.filter(isFull).length, same, members };
  }

  /** Bytes that say what earlier ones of their source say are read as those. */
  async #spokenFor(job: Job): Promise<Job> {
    if (job.sha256 === null) return job;
    const { archive } = this.#parts;
    const sha256 = await archive.spokenFor(job.sha256);
    const own = sha256 === job.sha256 || !(await captureOf(archive, job.sourceId, sha256));
    return own ? job : { ...job, sha256 };
  }

  async #parse(job: Job, begin: () => void): Promise<Reading> {
    const { archive, reader } = this.#parts;
    const file = await this.#load(job);
    begin();
    const reading = await reader.read(file);
    await using unpacked = reading.unpacked;
    if (unpacked) await keepRaw(archive, unpacked);
    await keepCaptures(archive, job.sourceId, reading.document);
    await archive.putDocument(reading.document);
    return reading;
  }

  async #extract(job: Job, document: Document, begin: () => void): Promise<Reading> {
    const { archive, reader } = this.#parts;
    begin();
    // The archive may have been opened under another name.
    await keepCaptures(archive, job.sourceId, document);
    return { document, records: await reader.extract(document) };
  }

  /** What reading these bytes would give, where that is in the archive and whole. */
  async #standing({ sha256 }: Job): Promise<Document | undefined> {
    if (sha256 === null) return undefined;
    const { archive } = this.#parts;
    const document = await archive.currentDocument(sha256, await this.#currentStages());
    return document && (await holdsMembers(archive, document)) ? document : undefined;
  }

  /** Asked for once, and only where there is something to do. */
  #currentStages(): Promise<Stages> {
    this.#stages ??= this.#parts.reader.stages();
    return this.#stages;
  }

  /** Of all stages, as inputs have it on the ledger. */
  async version(): Promise<string> {
    return versionOf(await this.#currentStages());
  }

  async #load({ sourceId, sha256 }: Job): Promise<SourceFile> {
    const { archive, recall } = this.#parts;
    if (sha256 === null) {
      if (!recall) throw new MissingRawError(sourceId);
      const arrival = await recall(sourceId);
      const { sha256: found, capture } = await this.#keep(arrival);
      return capturedFile(arrival.bytes, found, capture);
    }
    const bytes = await archive.getRaw(sha256);
    const capture = await captureOf(archive, sourceId, sha256);
    if (!bytes || !capture) throw new MissingRawError(sourceId);
    return capturedFile(bytes, sha256, capture);
  }

  async #keep({
    bytes,
    capture,
    mediaType,
  }: Arrival): Promise<{ sha256: string; capture: Capture }> {
    const { archive } = this.#parts;
    const sha256 = await archive.putRaw(bytes, mediaType);
    const standing = await archive.putCapture({ ...capture, sha256, bytes: bytes.length });
    return { sha256, capture: standing.capture };
  }

  async #fail(job: Job, failure: Failure): Promise<readonly End[]> {
    const { archive, ledger } = this.#parts;
    const { state, attempts } = ledger.foresee(job, failure);
    const { code, message } = failure;
    const stage = stageOf(failure);
    if (state === 'quarantined') {
      const { sourceId, sha256 } = job;
      await archive.putQuarantine({
        source_id: sourceId,
        sha256,
        code,
        stage,
        attempts,
        message,
        version: await this.version(),
      });
    }
    ledger.fail(job, { ...failure, stage });
    return state === 'quarantined' ? [{ sourceId: job.sourceId, failure, records: 0 }] : [];
  }
}
