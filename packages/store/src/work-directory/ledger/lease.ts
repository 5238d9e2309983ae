/** A lease: taken by a process, ended by it alone, with what the end means for the input. */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { ownToken } from '../../process-token.ts';
import { recoverLeases } from './recovery.ts';
import { type Job, type JobFailure, type JobState, LeaseLostError } from './types.ts';

export interface LedgerOptions {
  /** Counted attempts after which a document is given up; default 3. */
  readonly maxAttempts?: number;
  /** Deaths of the whole program during a document after which it is given up; default 100. */
  readonly maxInterruptions?: number;
}

/** How a lease ends. */
export interface Verdict {
  readonly state: JobState;
  /** Counted attempts, after the end. */
  readonly attempts: number;
}

interface Leased {
  readonly attempts: number;
  readonly interruptions: number;
  /** 1 when this lease has counted its attempt, else 0. */
  readonly counted: number;
}

const defaultWaitMs = 600_000;

/** Everything here must run inside a transaction, except {@link LedgerLeases.foresee}. */
export class LedgerLeases {
  readonly #database: DatabaseSync;
  readonly #now: () => number;
  readonly #maxAttempts: number;
  readonly #maxInterruptions: number;
  readonly #wake: StatementSync;
  readonly #take: StatementSync;
  readonly #look: StatementSync;
  readonly #count: StatementSync;
  readonly #end: StatementSync;

  constructor(
    database: DatabaseSync,
    now: () => number,
    { maxAttempts = 3, maxInterruptions = 100 }: LedgerOptions,
  ) {
    this.#database = database;
    this.#now = now;
    this.#maxAttempts = maxAttempts;
    this.#maxInterruptions = maxInterruptions;
    // Two steps, wake and take, and not one condition with "or", which no index serves. What the
    // program died of comes last, so that it cannot keep the rest from being done.
    this.#wake = database.prepare(
      "update source set state = 'queued' where run = ? and state = 'waiting' and not_before <= ?",
    );
    this.#take = database.prepare(
      `update source set state = 'leased', owner = ?, counted = 0
       where id = (select id from source where run = ? and state = 'queued'
                   order by interruptions, id limit 1)
       returning run, id as sourceId, sha256, size, version, attempts`,
    );
    const mine = "id = $id and state = 'leased' and owner = $owner and sha256 is $sha256";
    this.#look = database.prepare(
      `select attempts, interruptions, counted from source where ${mine}`,
    );
    this.#count = database.prepare(
      `update source set attempts = $attempts, counted = 1 where ${mine} and counted = 0`,
    );
    this.#end = database.prepare(
      `update source set state = $state, owner = null, not_before = $notBefore, counted = 0,
         attempts = $attempts, code = $code, stage = $stage, message = $message where ${mine}`,
    );
  }

  claim(run: number): Job | undefined {
    this.#wake.run(run, this.#now());
    const job = this.#takeNext(run);
    return job || this.recover() === 0 ? job : this.#takeNext(run);
  }

  recover(): number {
    return recoverLeases(this.#database, this.#now());
  }

  /** @returns attempts with this one, or what they are when the input must not be tried again. */
  countAttempt(job: Job): { readonly attempts: number; readonly interruptions: number | null } {
    const { attempts, interruptions } = this.#leased(job);
    const tooMany = interruptions >= this.#maxInterruptions;
    const counted = tooMany ? interruptions : attempts + 1;
    if (Number(this.#count.run({ ...mine(job), attempts: counted }).changes) === 0) {
      throw new RangeError(`Expected one counted attempt per lease of ${job.sourceId}, got two`);
    }
    return { attempts: counted, interruptions: tooMany ? interruptions : null };
  }

  foresee(job: Job, remedy: JobFailure['remedy']): Verdict {
    const { attempts, counted } = this.#leased(job);
    switch (remedy) {
      case 'give-up':
        return { state: 'quarantined', attempts };
      case 'retry': {
        const tried = counted === 1 ? attempts : attempts + 1;
        return { state: tried < this.#maxAttempts ? 'queued' : 'quarantined', attempts: tried };
      }
      case 'wait':
        return { state: 'waiting', attempts: attempts - counted };
      case 'stop':
        return { state: 'queued', attempts: attempts - counted };
      default:
        throw new TypeError(`Unknown remedy \`${remedy satisfies never}\``);
    }
  }

  /** @param state How it ends; where it is left out, the lease is given back untouched. */
  end(job: Job, state?: JobState): void {
    const { attempts, counted } = this.#leased(job);
    this.#write(
      job,
      state ? { state, attempts } : { state: 'queued', attempts: attempts - counted },
    );
  }

  fail(job: Job, failure: JobFailure): JobState {
    const { counted } = this.#leased(job);
    const verdict = this.foresee(job, failure.remedy);
    this.#write(job, verdict, failure);
    // An input whose bytes could not be had cannot stand for others that have them.
    if (verdict.state === 'quarantined' && counted === 0) this.#passOn(job);
    return verdict.state;
  }

  #takeNext(run: number): Job | undefined {
    // The table is strict, so that its columns have these types.
    return this.#take.get(ownToken, run) as Job | undefined;
  }

  #leased(job: Job): Leased {
    const row = this.#look.get(mine(job)) as Leased | undefined;
    if (!row) throw new LeaseLostError(job.sourceId);
    return row;
  }

  #write(job: Job, { state, attempts }: Verdict, failure?: JobFailure): void {
    this.#end.run({
      ...mine(job),
      state,
      attempts,
      notBefore: state === 'waiting' ? this.#now() + (failure?.waitMs ?? defaultWaitMs) : 0,
      code: failure?.code ?? null,
      stage: failure?.stage ?? null,
      message: failure?.message ?? null,
    });
  }

  #passOn({ sha256, version, run }: Job): void {
    if (sha256 === null) return;
    const heir = this.#database
      .prepare(
        `update source set state = 'queued' where id = (
           select id from source where sha256 = ? and version = ? and run = ?
             and state = 'duplicate' order by id limit 1)
         returning id`,
      )
      .get(sha256, version, run);
    if (!heir) return;
    this.#database
      .prepare('update content set owner = ? where sha256 = ? and version = ? and done = 0')
      .run(heir['id'] ?? null, sha256, version);
  }
}

const mine = ({ sourceId, sha256 }: Job) => ({ id: sourceId, owner: ownToken, sha256 });
