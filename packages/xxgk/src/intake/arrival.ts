/** What goes into an {@link Intake}, and what comes of it. */
import type { Capture } from '@xxgk/store';
import type { Failure } from '../worker/message.ts';

/** One input as it came in. */
export interface Arrival {
  readonly bytes: Uint8Array;
  /** What is known of where it came from; `source_id` is unique within a store. */
  readonly capture: Omit<Capture, 'schema' | 'sha256' | 'bytes'>;
  /** Media type that the server declared, kept with the bytes where the store can. */
  readonly mediaType?: string;
  /** See `SourceEntry.stamp`. */
  readonly stamp?: string;
  /** Name on the ledger, where it is not the source itself; see `versionId`. */
  readonly inputId?: string;
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
  /** Of them, those that have what is expected of them: see `expected-values.ts`. */
  readonly full?: number;
  /** Whether they are those of earlier bytes, which say the same. */
  readonly same?: boolean;
}
