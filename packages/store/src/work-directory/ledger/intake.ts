/** Decides what is to be done about an input that a run has come across. */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { membersOf } from './member-id.ts';
import type { JobState, SourceEntry } from './types.ts';

interface Row {
  readonly run: number;
  readonly sha256: string | null;
  readonly version: string;
  readonly state: JobState;
}

interface Content {
  readonly owner: string;
  readonly done: number;
}

/** What became of an added input; `known` had been added to this run before. */
export type Intake = JobState | 'known';

export class LedgerIntake {
  readonly #find: StatementSync;
  readonly #see: StatementSync;
  readonly #replace: StatementSync;
  readonly #content: StatementSync;
  readonly #own: StatementSync;
  readonly #members: StatementSync;

  constructor(database: DatabaseSync) {
    this.#find = database.prepare('select run, sha256, version, state from source where id = ?');
    this.#see = database.prepare(
      'update source set run = ?, state = ?, stamp = ?, size = ? where id = ?',
    );
    this.#replace = database.prepare(
      `insert into source (id, run, state, sha256, size, version, stamp) values (?, ?, ?, ?, ?, ?, ?)
       on conflict do update set run = excluded.run, state = excluded.state,
         sha256 = excluded.sha256, size = excluded.size, version = excluded.version,
         stamp = excluded.stamp, owner = null, not_before = 0, counted = 0, attempts = 0,
         interruptions = 0, code = null, stage = null, message = null`,
    );
    this.#content = database.prepare(
      'select owner, done from content where sha256 = ? and version = ?',
    );
    this.#own = database.prepare(
      `insert into content (sha256, version, owner) values (?, ?, ?)
       on conflict do update set owner = excluded.owner`,
    );
    this.#members = database.prepare(
      'select id as sourceId, sha256, size from source where id >= ? and id < ? and stamp = ?',
    );
  }

  /** Must run inside a transaction. */
  add(run: number, entry: SourceEntry): Intake {
    const { sourceId, sha256, version } = entry;
    const row = this.#rowOf(sourceId);
    const same = row !== undefined && row.sha256 === sha256 && row.version === version;
    if (same && row.run === run) return 'known';
    const state = this.#stateFor(run, entry, same ? row.state : undefined);
    // An input of an earlier run that is still open keeps its counts: it was interrupted, not new.
    if (same) this.#see.run(run, state, entry.stamp ?? null, entry.size, sourceId);
    else {
      this.#replace.run(sourceId, run, state, sha256, entry.size, version, entry.stamp ?? null);
    }
    if (state === 'unchanged') this.#bringMembers(run, entry);
    return state;
  }

  /** The files of an archive that is not opened again belong to this run like the archive. */
  #bringMembers(run: number, { sourceId, sha256, version }: SourceEntry): void {
    const { from, to } = membersOf(sourceId);
    // Their stamp tells which bytes they came out of. The table is strict.
    for (const row of this.#members.all(from, to, sha256)) {
      const member = row as unknown as Pick<SourceEntry, 'sourceId' | 'sha256' | 'size'>;
      this.add(run, { ...member, version, ...(sha256 !== null && { stamp: sha256 }) });
    }
  }

  #stateFor(run: number, { sourceId, sha256, version }: SourceEntry, before?: JobState): JobState {
    if (sha256 === null) return before === 'quarantined' ? before : 'queued';
    switch (before) {
      case 'stored':
      case 'unchanged':
        return 'unchanged';
      case 'duplicate':
        return this.#contentOf(sha256, version)?.done === 1
          ? 'unchanged'
          : this.share(run, sourceId, sha256, version);
      case 'quarantined':
      case 'leased':
        return before;
      default:
        return this.share(run, sourceId, sha256, version);
    }
  }

  /** The first input with some bytes stands for them; the others are its duplicates. */
  share(run: number, sourceId: string, sha256: string, version: string): JobState {
    const content = this.#contentOf(sha256, version);
    if (content?.done === 1) return content.owner === sourceId ? 'unchanged' : 'duplicate';
    if (content && content.owner !== sourceId && this.#stands(run, content, sha256, version)) {
      return 'duplicate';
    }
    this.#own.run(sha256, version, sourceId);
    return 'queued';
  }

  /** An owner that this run has not seen, or that has other bytes by now, stands for nothing. */
  #stands(run: number, { owner }: Content, sha256: string, version: string): boolean {
    const row = this.#rowOf(owner);
    return row?.run === run && row.sha256 === sha256 && row.version === version;
  }

  #rowOf(id: string): Row | undefined {
    // The table is strict, so that its columns have these types.
    return this.#find.get(id) as Row | undefined;
  }

  #contentOf(sha256: string, version: string): Content | undefined {
    return this.#content.get(sha256, version) as Content | undefined;
  }
}
