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
 * What is read again and what is not: see `job-reader.ts`.
 */
import type { Job, Ledger, Intake as Registered } from '@xxgk/store';
import { LeaseLostError } from '@xxgk/store';
import { failureOf } from '../worker/failure.ts';
import type { Failure } from '../worker/message.ts';
import { endsOf, stageOf } from './archive-members.ts';
import type { Absent, Arrival, End } from './arrival.ts';
import { JobReader, type JobReaderParts } from './job-reader.ts';

export interface IntakeParts extends JobReaderParts {
  readonly ledger: Ledger;
  /** Run of the ledger. */
  readonly run: number;
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
  readonly #reader: JobReader;

  constructor(parts: IntakeParts) {
    this.#parts = parts;
    this.#reader = new JobReader(parts);
  }

  /** Of all stages, as inputs have it on the ledger. */
  version(): Promise<string> {
    return this.#reader.version();
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
        const { sha256 } = await this.#reader.keep(arrival);
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
    const { ledger } = this.#parts;
    try {
      // What is leased is the job as it stands on the ledger.
      const begin = (): void => void ledger.countAttempt(job);
      const { members, ...read } = await this.#reader.read(job, begin);
      ledger.finish(job, 'stored', members);
      return [{ sourceId: job.sourceId, failure: null, ...read }, ...endsOf(members)];
    } catch (error) {
      if (error instanceof LeaseLostError) return [];
      const failure = failureOf(error);
      if (failure.remedy === 'stop') {
        ledger.fail(job, { ...failure, stage: stageOf(failure) });
        throw error;
      }
      return this.#fail(job, failure);
    }
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
