/** The files of archives: known when an archive has been opened, and placed when all has been. */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { LedgerIntake } from './intake.ts';
import type { LedgerOutright } from './outright.ts';
import type { FoundMember, Job, JobState, SourceEntry } from './types.ts';

interface Row {
  readonly run: number;
  readonly sha256: string | null;
  readonly version: string;
  readonly state: JobState;
}

interface Held {
  readonly id: string;
  readonly sha256: string;
  readonly version: string;
}

/** Ends that stay as they are when the same archive is opened again. */
const lasting: readonly JobState[] = ['stored', 'unchanged', 'quarantined'];

/** Everything here must run inside a transaction. */
export class LedgerMembers {
  readonly #intake: LedgerIntake;
  readonly #outright: LedgerOutright;
  readonly #find: StatementSync;
  readonly #hold: StatementSync;
  readonly #open: StatementSync;
  readonly #held: StatementSync;
  readonly #put: StatementSync;

  constructor(database: DatabaseSync, intake: LedgerIntake, outright: LedgerOutright) {
    this.#intake = intake;
    this.#outright = outright;
    this.#find = database.prepare('select run, sha256, version, state from source where id = ?');
    this.#hold = database.prepare(
      `insert into source (id, run, state, sha256, size, version, stamp)
       values (?, ?, 'held', ?, ?, ?, ?)
       on conflict do update set run = excluded.run, state = excluded.state,
         sha256 = excluded.sha256, size = excluded.size, version = excluded.version,
         stamp = excluded.stamp, owner = null, not_before = 0, counted = 0, attempts = 0,
         interruptions = 0, code = null, stage = null, message = null`,
    );
    this.#open = database.prepare(
      "select 1 from source where run = ? and state in ('queued', 'waiting', 'leased') limit 1",
    );
    this.#held = database.prepare(
      "select id, sha256, version from source where run = ? and state = 'held' order by id",
    );
    this.#put = database.prepare('update source set state = ? where id = ?');
  }

  hold({ run, version, sha256: stamp }: Job, members: readonly FoundMember[]): void {
    for (const { sourceId, sha256, size, failure } of members) {
      const entry = { sourceId, sha256, size, version, ...(stamp !== null && { stamp }) };
      if (failure) this.#outright.settle(run, entry, { state: 'quarantined', ...failure });
      else if (this.#lasts(entry)) this.#intake.add(run, entry);
      else this.#hold.run(sourceId, run, sha256, size, version, stamp);
    }
  }

  place(run: number): number {
    if (this.#open.get(run)) return 0;
    // The table is strict, so that its columns have these types.
    const held = this.#held.all(run) as unknown as readonly Held[];
    for (const { id, sha256, version } of held) {
      this.#put.run(this.#intake.share(run, id, sha256, version), id);
    }
    return held.length;
  }

  #lasts({ sourceId, sha256, version }: SourceEntry): boolean {
    const row = this.#find.get(sourceId) as Row | undefined;
    const same = row !== undefined && row.sha256 === sha256 && row.version === version;
    return same && lasting.includes(row.state);
  }
}
