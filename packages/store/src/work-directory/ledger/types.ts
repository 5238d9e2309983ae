/** What the ledger keeps about inputs. */
import { StoreError } from '../../errors.ts';

export type OpenState =
  | 'queued'
  | 'waiting'
  | 'leased'
  /** A file of an archive that is not placed among the other inputs yet. */
  | 'held';
/** Every input reaches one of these, and they add up to the inputs. */
export type EndState = 'stored' | 'unchanged' | 'duplicate' | 'quarantined';
export type JobState = OpenState | EndState;

export const endStates: readonly EndState[] = ['stored', 'unchanged', 'duplicate', 'quarantined'];

/** An input as it is found. */
export interface SourceEntry {
  /** Address, or path relative to the folder that is ingested; unique within a work directory. */
  readonly sourceId: string;
  /** Lower-case hex; null where the bytes could not be read yet. */
  readonly sha256: string | null;
  /** Bytes. */
  readonly size: number;
  /** Of all stages: what is done under another version is done again. */
  readonly version: string;
  /** What tells cheaply that a file has not been touched (size, time, inode); see {@link Known}. */
  readonly stamp?: string;
}

/** What was known of an input when it was last added. */
export interface Known {
  readonly sha256: string | null;
  readonly size: number;
  readonly stamp: string | null;
  readonly state: JobState;
}

/** How an input ended that is not read itself: a recording, whose records are inputs of their own. */
export type Settled =
  | { readonly state: 'stored' | 'unchanged' }
  | ({ readonly state: 'quarantined' } & Pick<JobFailure, 'code' | 'stage' | 'message'>);

/** A file of an archive, as it is found when the archive is opened. */
export interface FoundMember {
  /** See `memberId`. */
  readonly sourceId: string;
  /** Lower-case hex; null where it could not be unpacked. */
  readonly sha256: string | null;
  /** Bytes. */
  readonly size: number;
  /** Why it could not be unpacked. */
  readonly failure?: Pick<JobFailure, 'code' | 'stage' | 'message'>;
}

/** An input that this process has leased. */
export interface Job {
  readonly run: number;
  readonly sourceId: string;
  readonly sha256: string | null;
  readonly size: number;
  readonly version: string;
  /** Counted so far, this lease not included. */
  readonly attempts: number;
}

/** The words of ingestion and of the store. */
export type FailureRemedy = 'retry' | 'wait' | 'give-up' | 'stop';

export interface JobFailure {
  /** `stage/what`. */
  readonly code: string;
  readonly message: string;
  readonly remedy: FailureRemedy;
  readonly stage: string;
  /** Only for `wait`: milliseconds until it is tried again; default 10 minutes. */
  readonly waitMs?: number;
}

/** An input that has been given up. */
export interface Quarantined {
  readonly sourceId: string;
  readonly sha256: string | null;
  readonly code: string;
  readonly stage: string;
  readonly message: string;
  readonly attempts: number;
}

export interface Count {
  readonly files: number;
  readonly bytes: number;
}

export interface Summary {
  readonly total: Count;
  readonly byState: Readonly<Record<JobState, Count>>;
  /** Inputs in quarantine by code, most first. */
  readonly failures: readonly { readonly code: string; readonly files: number }[];
}

export interface Run {
  readonly id: number;
  readonly label: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly finishedAt: number | null;
}

/** The job was leased by someone else meanwhile, or its input was replaced: nothing is to be done. */
export class LeaseLostError extends StoreError {
  readonly code = 'store/lease-lost';
  readonly remedy = 'give-up';
  constructor(sourceId: string) {
    super(`${sourceId} is no longer leased by this process: leave it to the one that has it.`);
  }
}

/** The program has died too often while it read this input; to be handed to `fail` like any error. */
export class InterruptedError extends StoreError {
  readonly code = 'store/interrupted';
  readonly remedy = 'give-up';
  constructor(sourceId: string, times: number) {
    super(
      `The program died ${times} times while it read ${sourceId}: look at the file, then try it again with "retry".`,
    );
  }
}
