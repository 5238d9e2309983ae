/**
 * Takes files into the archive: what `ingest`, `crawl` and `retry` all end in.
 *
 * `register` keeps what came in (raw bytes, capture) and puts it on the ledger; `drain` reads what
 * is on the ledger. Work is at least once, effect exactly once: the order is raw bytes, capture,
 * ledger; attempt counted, read, document, records, pointer, finished; and each step writes what is
 * a pure function of the bytes, their capture and the program's version, so that doing it again
 * after a crash writes the same. Nothing later exists without everything earlier.
 */
import type { SourceFile } from '@xxgk/ingest';
import type { Archive, Capture, Job, Ledger, Intake as Registered } from '@xxgk/store';
import { LeaseLostError } from '@xxgk/store';
import { MissingRawError } from './errors.ts';
import type { Reading } from './pipeline.ts';
import { version } from './version.ts';
import { failureOf } from './worker/failure.ts';
import type { Failure } from './worker/message.ts';

/** One input as it came in. */
export interface Arrival {
  readonly bytes: Uint8Array;
  /** What is known of where it came from; `source_id` is unique within a store. */
  readonly capture: Omit<Capture, 'schema' | 'sha256' | 'bytes'>;
  /** Media type that the server declared, kept with the bytes where the store can. */
  readonly mediaType?: string;
  /** See `SourceEntry.stamp`. */
  readonly stamp?: string;
}

/** An input that is known by its name and could not be had, or that need not be had again. */
export interface Absent {
  readonly sourceId: string;
  /** Of the bytes that are in the archive already; null where there are none. */
  readonly sha256: string | null;
  readonly size: number;
  readonly stamp?: string;
}

/** What became of one input; `records` is absent where it was not read. */
export interface End {
  readonly sourceId: string;
  readonly failure: Failure | null;
  readonly records: number;
}

export interface IntakeParts {
  readonly archive: Archive;
  readonly ledger: Ledger;
  /** Run of the ledger. */
  readonly run: number;
  /** Reads one file, in a process of its own outside of tests. */
  readonly read: (file: SourceFile) => Promise<Reading>;
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

  constructor(parts: IntakeParts) {
    this.#parts = parts;
  }

  /**
   * Keeps bytes and captures durably, then puts the inputs on the ledger, in the order given: of
   * several with the same bytes the first stands for them.
   */
  async register(arrivals: readonly (Arrival | Absent)[]): Promise<readonly Registered[]> {
    const { ledger, run } = this.#parts;
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
    const { archive, ledger, read } = this.#parts;
    const file = await this.#load(job);
    ledger.countAttempt(job);
    const { document, records } = await read(file);
    await archive.putDocument(document);
    await archive.putRecords(file.sha256, records);
    await archive.clearQuarantine(job.sourceId);
    return records.length;
  }

  async #load({ sourceId, sha256 }: Job): Promise<SourceFile> {
    const { archive, recall } = this.#parts;
    if (sha256 === null) {
      if (!recall) throw new MissingRawError(sourceId);
      const arrival = await recall(sourceId);
      const { sha256: found, capture } = await this.#keep(arrival);
      return sourceFile(arrival.bytes, found, capture);
    }
    const bytes = await archive.getRaw(sha256);
    if (!bytes) throw new MissingRawError(sourceId);
    return sourceFile(bytes, sha256, await this.#captureOf(sourceId, sha256));
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

  /** The newest capture with these bytes. */
  async #captureOf(sourceId: string, sha256: string): Promise<Capture> {
    let found: Capture | undefined;
    for await (const capture of this.#parts.archive.captures(sourceId)) {
      if (capture.sha256 === sha256) found = capture;
    }
    if (!found) throw new MissingRawError(sourceId);
    return found;
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
        version,
      });
    }
    ledger.fail(job, { ...failure, stage });
    return state === 'quarantined' ? { sourceId: job.sourceId, failure, records: 0 } : undefined;
  }
}

const stageOf = ({ code }: Failure): string => code.slice(0, code.indexOf('/'));

function sourceFile(bytes: Uint8Array, sha256: string, capture: Capture): SourceFile {
  const { headers, file_name, fetched_at, url } = capture;
  const [mediaType = '', ...parameters] = (headers['content-type'] ?? '').split(';');
  const charset = parameters.map((text) => charsetForm.exec(text)?.[1]).find(Boolean);
  return {
    bytes,
    sha256,
    url,
    fileName: file_name,
    declaredType: mediaType.trim() || null,
    declaredCharset: charset ?? null,
    fetchedAt: fetched_at,
  };
}

const charsetForm = /^\s*charset\s*=\s*["']?([A-Za-z0-9._:-]{1,40})/i;
