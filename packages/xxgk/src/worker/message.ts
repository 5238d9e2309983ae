/** What the coordinator and a worker process say to each other. */
import type { Remedy } from '@xxgk/ingest/errors';

/** An error on its way between processes: what the other side needs in order to act on it. */
export interface Failure {
  /** `stage/what`. */
  readonly code: string;
  readonly remedy: Remedy;
  /** One sentence that tells the user what to do. */
  readonly message: string;
}

/** Either side's answer. */
export type Reply =
  | { readonly value: unknown; readonly failure?: never }
  | { readonly failure: Failure; readonly value?: never };

export type ToWorker =
  | { readonly type: 'job'; readonly job: unknown }
  /** The answer to `ask`. */
  | { readonly type: 'answer'; readonly id: number; readonly reply: Reply };

export type FromWorker =
  /** Sent every second while a job runs: the event loop turns. */
  | { readonly type: 'alive' }
  /** Something that the coordinator has to get done elsewhere; the clocks of the job stand still. */
  | { readonly type: 'ask'; readonly id: number; readonly question: unknown }
  | {
      readonly type: 'end';
      readonly reply: Reply;
      /** The process ends after this message. */
      readonly last: boolean;
    };
