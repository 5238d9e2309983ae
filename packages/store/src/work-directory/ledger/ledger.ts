/**
 * The ledger: which inputs a run has, what became of each, and who works on it.
 *
 * It is durable (a call that returned survives a power loss), shared by the processes of a machine,
 * and never the truth: lost, it is rebuilt by adding the inputs again and finding in the archive
 * what is there.
 */
import type { DatabaseSync } from 'node:sqlite';
import { inTransaction } from '../transaction.ts';
import { type Intake, LedgerIntake } from './intake.ts';
import { LedgerLeases, type LedgerOptions, type Verdict } from './lease.ts';
import { archiveOf } from './member-id.ts';
import { LedgerMembers } from './members.ts';
import { LedgerOutright, never } from './outright.ts';
import {
  countsOf,
  type FailureFilter,
  failuresIn,
  inputsIn,
  knownIn,
  runsIn,
  summaryOf,
  whereQuarantined,
} from './report.ts';
import {
  type Count,
  type EndState,
  endStates,
  type FoundMember,
  InterruptedError,
  type Job,
  type JobFailure,
  type JobState,
  type Known,
  type Quarantined,
  type Run,
  type Settled,
  type SourceEntry,
  type Summary,
} from './types.ts';

export class Ledger {
  readonly #database: DatabaseSync;
  readonly #now: () => number;
  readonly #intake: LedgerIntake;
  readonly #leases: LedgerLeases;
  readonly #outright: LedgerOutright;
  readonly #members: LedgerMembers;

  /** Made by `openWork`. */
  constructor(database: DatabaseSync, now: () => number, options: LedgerOptions) {
    this.#database = database;
    this.#now = now;
    this.#intake = new LedgerIntake(database);
    this.#leases = new LedgerLeases(database, now, options);
    this.#outright = new LedgerOutright(database);
    this.#members = new LedgerMembers(database, this.#intake, this.#outright);
  }

  /** Begins a run, or goes on with (or joins) the unfinished one of the same label. */
  beginRun(label: string): Run {
    return this.#atomically(() => {
      const open = this.runs().find((run) => run.label === label && run.finishedAt === null);
      if (open) return open;
      const startedAt = this.#now();
      const { lastInsertRowid } = this.#database
        .prepare('insert into run (label, started_at) values (?, ?)')
        .run(label, startedAt);
      return { id: Number(lastInsertRowid), label, startedAt, finishedAt: null };
    });
  }

  /** Ends a run that has nothing open; false where it has, and the run stays open. */
  finishRun(run: number): boolean {
    return this.#atomically(() => {
      const summary = this.summary(run);
      const { byState } = summary;
      const { queued, waiting, leased, held } = byState;
      if (queued.files + waiting.files + leased.files + held.files > 0) return false;
      this.#database
        .prepare('update run set finished_at = ?, summary = ? where id = ? and finished_at is null')
        .run(this.#now(), JSON.stringify(summary), run);
      return true;
    });
  }

  /** Newest first. */
  runs(): readonly Run[] {
    return runsIn(this.#database);
  }

  /** What is remembered of an input; its stamp tells whether it has to be hashed again. */
  known(sourceId: string): Known | undefined {
    return knownIn(this.#database, sourceId);
  }

  /**
   * Adds inputs, some hundred at a time, in the sorted order of the whole run: of several with the
   * same bytes the first stands for them. Adding again what a run has is no change.
   */
  add(run: number, entries: readonly SourceEntry[]): readonly Intake[] {
    return this.#atomically(() => entries.map((entry) => this.#intake.add(run, entry)));
  }

  /**
   * Keeps an input open that nobody is to lease, for it is not read itself: a recording, while its
   * records are added. Its stamp tells how far that has come, and is what {@link known} gives.
   */
  keepOpen(run: number, entry: SourceEntry): void {
    this.#atomically(() => this.#outright.keepOpen(run, entry));
  }

  /** What {@link keepOpen} keeps open in a run. */
  keptOpen(run: number): readonly SourceEntry[] {
    return this.#outright.keptOpen(run);
  }

  /** Ends an input that was never leased: one that was kept open, or that failed before it could be added. */
  settle(run: number, entry: SourceEntry, end: Settled): void {
    this.#atomically(() => this.#outright.settle(run, entry, end));
  }

  /** Inputs of a run whose bytes were had, by id. */
  inputs(run: number): Iterable<{ readonly sourceId: string; readonly sha256: string }> {
    return inputsIn(this.#database, run);
  }

  /**
   * Leases the next input of a run to this process, or gives undefined where none is ready now
   * (some may be waiting, or leased by others: see {@link summary}). Leases of dead processes are
   * taken back when nothing else is left.
   */
  claim(run: number): Job | undefined {
    return this.#atomically(() => this.#leases.claim(run));
  }

  /** Milliseconds until a waiting input of a run is ready; undefined where none waits. */
  nextReadyIn(run: number): number | undefined {
    const first = this.#database
      .prepare(
        "select min(not_before) as at from source where run = ? and state = 'waiting' and not_before < ?",
      )
      .get(run, never)?.['at'];
    return typeof first === 'number' ? Math.max(0, first - this.#now()) : undefined;
  }

  /**
   * Counts an attempt, durably; to be called before foreign bytes are parsed, once per lease.
   *
   * @returns Attempts so far, this one included.
   * @throws {LeaseLostError}
   * @throws {InterruptedError} when the program has died too often over this input.
   */
  countAttempt(job: Job): number {
    const { attempts, interruptions } = this.#atomically(() => this.#leases.countAttempt(job));
    if (interruptions !== null) throw new InterruptedError(job.sourceId, interruptions);
    return attempts;
  }

  /**
   * To be called when everything of this input is durable.
   *
   * @param members Files of an archive: on the ledger from the moment at which it has ended, and to be
   *   read after {@link place}.
   * @throws {LeaseLostError}
   */
  finish(
    job: Job,
    state: Exclude<EndState, 'quarantined'>,
    members: readonly FoundMember[] = [],
  ): void {
    this.#atomically(() => {
      this.#leases.end(job, state);
      this.#members.hold(job, members);
      if (state === 'duplicate' || job.sha256 === null) return;
      this.#database
        .prepare('update content set done = 1 where sha256 = ? and version = ? and owner = ?')
        .run(job.sha256, job.version, job.sourceId);
      // An older program that comes back does its work again: the pointer is not its own any more.
      this.#database
        .prepare('delete from content where sha256 = ? and version <> ? and done = 1')
        .run(job.sha256, job.version);
    });
  }

  /**
   * Puts the files of archives among the inputs of the run, in the order of their ids, once nothing
   * else is open: which of two inputs with the same bytes stands for them must not depend on which
   * archive was opened first. Those of archives in archives come the next time.
   *
   * @returns their number; 0 where there are none, or something is open.
   */
  place(run: number): number {
    return this.#atomically(() => this.#members.place(run));
  }

  /**
   * What {@link fail} will do. Where it is `quarantined`, the archive's entry is written first, with
   * the attempts that are given here; then `fail` is called.
   */
  foresee(job: Job, { remedy }: Pick<JobFailure, 'remedy'>): Verdict {
    return this.#leases.foresee(job, remedy);
  }

  /**
   * Ends a lease with an error. `give-up`, and `retry` for the third time, put the input in
   * quarantine; `wait` and `stop` do not count as attempts.
   *
   * @throws {LeaseLostError}
   */
  fail(job: Job, failure: JobFailure): JobState {
    return this.#atomically(() => this.#leases.fail(job, failure));
  }

  /** Gives a lease back untouched, as when the user stops the run. @throws {LeaseLostError} */
  release(job: Job): void {
    this.#atomically(() => this.#leases.end(job));
  }

  /** Takes back what dead processes had leased; {@link claim} does so too when nothing is queued. */
  recover(): number {
    return this.#atomically(() => this.#leases.recover());
  }

  /**
   * Puts quarantined inputs into a run again, with all attempts; their number is returned. Of those whose
   * bytes were never had the archive that they lie in is put there; the others stay, with their reason:
   * they have to be given again.
   */
  requeue(run: number, filter: FailureFilter = {}): number {
    return this.#atomically(() => this.#requeueArchives(run, filter) + this.#requeue(run, filter));
  }

  #requeueArchives(run: number, filter: FailureFilter): number {
    const unpacked = [...this.failures(filter)].filter(({ sha256 }) => sha256 === null);
    const archives = new Set(unpacked.flatMap(({ sourceId }) => archiveOf(sourceId) ?? []));
    const put = this.#database.prepare(
      `update source set state = 'queued', run = ?, attempts = 0, interruptions = 0
       where id = ? and state in ('stored', 'unchanged') and sha256 is not null`,
    );
    return [...archives].reduce((sum, id) => sum + Number(put.run(run, id).changes), 0);
  }

  #requeue(run: number, filter: FailureFilter): number {
    const [where, parameters] = whereQuarantined(filter);
    const { changes } = this.#database
      .prepare(
        `update source set state = 'queued', run = $into, attempts = 0, interruptions = 0,
           code = null, stage = null, message = null where ${where} and sha256 is not null`,
      )
      .run({ ...parameters, into: run });
    return Number(changes);
  }

  /**
   * Forgets every input that has ended, so that the next run looks at all of them anew: to be called
   * when the archive has lost something that the ledger says is done. What is open stays.
   */
  forgetEnded(): void {
    const ended = endStates.map((state) => `'${state}'`).join(', ');
    this.#atomically(() =>
      this.#database.exec(
        `delete from source where state in (${ended}); delete from tally where state in (${ended});
         delete from content where done = 1`,
      ),
    );
  }

  /** Of a run that has ended, as it ended. */
  summary(run: number): Summary {
    return summaryOf(this.#database, run);
  }

  /** For a progress bar. */
  counts(run: number): { readonly total: Count; readonly done: Count } {
    const { total, byState } = countsOf(this.#database, run);
    const ended = endStates.map((state) => byState[state]);
    const files = ended.reduce((sum, count) => sum + count.files, 0);
    const bytes = ended.reduce((sum, count) => sum + count.bytes, 0);
    return { total, done: { files, bytes } };
  }

  /** Inputs in quarantine, by id. */
  failures(filter: FailureFilter = {}): Iterable<Quarantined> {
    return failuresIn(this.#database, filter);
  }

  #atomically<T>(work: () => T): T {
    return inTransaction(this.#database, work);
  }
}
