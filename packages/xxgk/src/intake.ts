/**
 * Takes files into the archive: what `ingest`, `crawl` and `retry` all end in.
 *
 * `register` keeps what came in (raw bytes, capture) and puts it on the ledger; `drain` reads what
 * is on the ledger. Work is at least once, effect exactly once: the order is raw bytes, capture,
 * ledger; attempt counted, read, document, records, pointer, finished; and each step writes what is
 * a pure function of the bytes, their capture and the versions of the stages, so that doing it again
 * after a crash writes the same. Nothing later exists without everything earlier.
 *
 * A stage whose version has risen is run again, and what stands before it is not: a Document that
 * all its stages would make again is taken from the archive.
 */
import type { Document } from '@xxgk/extract/document';
import type { SourceFile } from '@xxgk/ingest';
import type { Archive, Capture, Job, Ledger, Intake as Registered, Stages } from '@xxgk/store';
import { LeaseLostError, versionOf } from '@xxgk/store';
import type { Absent, Arrival, End } from './arrival.ts';
import { capturedFile, captureOf } from './captured-file.ts';
import { MissingRawError } from './errors.ts';
import type { Reading } from './pipeline.ts';
import type { Reader } from './reader/reader.ts';
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
    const version = await this.#version();
    const entries = await Promise.all(
      arrivals.map(async (arrival) => {
        if ('sha256' in arrival) return { ...arrival, version };
        const { bytes, capture, stamp } = arrival;
        const { sha256 } = await this.#keep(arrival);
        const entry = { sourceId: capture.source_id, sha256, size: bytes.length, version };
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
        const end = await this.#process(job);
        if (end) ended?.(end);
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

  /** Undefined where the input is to be tried again, or is someone else's by now. */
  async #process(job: Job): Promise<End | undefined> {
    try {
      const records = await this.#read(job);
      this.#parts.ledger.finish(job, 'stored');
      return { sourceId: job.sourceId, failure: null, records };
    } catch (error) {
      if (error instanceof LeaseLostError) return undefined;
      const failure = failureOf(error);
      if (failure.remedy === 'stop') {
        this.#parts.ledger.fail(job, { ...failure, stage: stageOf(failure) });
        throw error;
      }
      return this.#fail(job, failure);
    }
  }

  async #read(job: Job): Promise<number> {
    const { archive } = this.#parts;
    const standing = await this.#standing(job);
    const { document, records } = standing
      ? await this.#extract(job, standing)
      : await this.#parse(job);
    await archive.putRecords(document.source.sha256, records);
    await archive.clearQuarantine(job.sourceId);
    return records.length;
  }

  async #parse(job: Job): Promise<Reading> {
    const { archive, ledger, reader } = this.#parts;
    const file = await this.#load(job);
    ledger.countAttempt(job);
    const reading = await reader.read(file);
    await archive.putDocument(reading.document);
    return reading;
  }

  async #extract(job: Job, document: Document): Promise<Reading> {
    const { ledger, reader } = this.#parts;
    ledger.countAttempt(job);
    return { document, records: await reader.extract(document) };
  }

  /** What reading these bytes would give, where that is in the archive and whole. */
  async #standing({ sha256 }: Job): Promise<Document | undefined> {
    if (sha256 === null) return undefined;
    return this.#parts.archive.currentDocument(sha256, await this.#currentStages());
  }

  /** Asked for once, and only where there is something to do. */
  #currentStages(): Promise<Stages> {
    this.#stages ??= this.#parts.reader.stages();
    return this.#stages;
  }

  async #version(): Promise<string> {
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

  async #fail(job: Job, failure: Failure): Promise<End | undefined> {
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
        version: await this.#version(),
      });
    }
    ledger.fail(job, { ...failure, stage });
    return state === 'quarantined' ? { sourceId: job.sourceId, failure, records: 0 } : undefined;
  }
}

const stageOf = ({ code }: Failure): string => code.slice(0, code.indexOf('/'));
