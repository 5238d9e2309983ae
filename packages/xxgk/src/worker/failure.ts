/** Errors that cross a process boundary, and those that a worker process brings on itself. */
import { IngestError, type Remedy } from '@xxgk/ingest/errors';
import type { Failure } from './message.ts';

/** A failure that was told by another process. */
export class ToldError extends IngestError {
  readonly code: `${string}/${string}`;
  readonly remedy: Remedy;
  constructor({ code, remedy, message }: Failure) {
    super(message);
    this.code = code as `${string}/${string}`;
    this.remedy = remedy;
  }
}

/** The process ended before its answer: a crash of a parser or of what it is built on. */
export class WorkerDiedError extends IngestError {
  readonly code: `${string}/${string}`;
  readonly remedy = 'retry';
  constructor(worker: string, how: string) {
    super(`The ${worker} process ended (${how}) while it read this file: open the file by hand.`);
    this.code = `${worker}/died`;
  }
}

/** The job took longer than its deadline, or its process gave no sign of life. */
export class DeadlineError extends IngestError {
  readonly code: `${string}/${string}`;
  readonly remedy = 'retry';
  constructor(worker: string, what: string) {
    super(`Reading was stopped (${what}): the file is too complex; split it or read it by hand.`);
    this.code = `${worker}/deadline`;
  }
}

/** The process needed more memory than one document may have. */
export class MemoryError extends IngestError {
  readonly code: `${string}/${string}`;
  readonly remedy = 'retry';
  constructor(worker: string, megabytes: number) {
    super(
      `Reading was stopped (more than ${megabytes} MB of memory): split the file or read it by hand.`,
    );
    this.code = `${worker}/memory`;
  }
}

/** What V8 and Node say when a buffer cannot be had. */
const noMemory = /allocation failed|Cannot create a string longer|Invalid typed array length/i;

type Foreseen = Error & Pick<Failure, 'code' | 'remedy'>;

/** The errors of ingestion, and those of the store, which name the same remedies. */
function isForeseen(error: unknown): error is Foreseen {
  return error instanceof Error && 'remedy' in error && 'code' in error;
}

/** What crosses the boundary for an error; an error that nobody foresaw is a fault of this program. */
export function failureOf(error: unknown): Failure {
  if (isForeseen(error)) {
    return { code: error.code, remedy: error.remedy, message: error.message };
  }
  if (error instanceof RangeError && noMemory.test(error.message)) {
    return {
      code: 'reader/memory',
      remedy: 'retry',
      message: 'Reading needed more memory than one file may have: split it or read it by hand.',
    };
  }
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return {
    code: 'program/bug',
    remedy: 'give-up',
    message: `An error that this program did not foresee (${what}): please report it with the file.`,
  };
}
