/** Inputs whose state is set outright, without a lease: nobody reads them, or they cannot be read. */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { endStates, type JobState, type Settled, type SourceEntry } from './types.ts';

/** Milliseconds since 1970 that do not come: what waits until then is for nobody to lease. */
export const never = 8_640_000_000_000_000;

interface Row {
  readonly run: number;
  readonly state: JobState;
  readonly stamp: string | null;
}

/** Everything here must run inside a transaction. */
export class LedgerOutright {
  readonly #find: StatementSync;
  readonly #open: StatementSync;
  readonly #put: StatementSync;

  constructor(database: DatabaseSync) {
    this.#find = database.prepare('select run, state, stamp from source where id = ?');
    this.#open = database.prepare(
      `select id, sha256, size, version, stamp from source
       where run = ? and state = 'waiting' and not_before = ? order by id`,
    );
    this.#put = database.prepare(
      `insert into source (id, run, sha256, size, version, stamp, state, not_before, code, stage, message)
       values ($id, $run, $sha256, $size, $version, $stamp, $state, $notBefore, $code, $stage, $message)
       on conflict do update set run = excluded.run, sha256 = excluded.sha256, size = excluded.size,
         version = excluded.version, stamp = excluded.stamp, state = excluded.state,
         not_before = excluded.not_before, code = excluded.code, stage = excluded.stage,
         message = excluded.message, owner = null, counted = 0, attempts = 0, interruptions = 0`,
    );
  }

  keepOpen(run: number, entry: SourceEntry): void {
    const row = this.#rowOf(entry);
    // Another process of this run has come to its end meanwhile.
    if (row?.run === run && row.state === 'stored') return;
    this.#write(run, entry, { state: 'waiting', notBefore: never });
  }

  /** Inputs of a run that are kept open still. */
  keptOpen(run: number): readonly SourceEntry[] {
    const rows = this.#open.all(run, never);
    return rows.map(({ id, sha256, size, version, stamp }) => ({
      sourceId: String(id),
      sha256: typeof sha256 === 'string' ? sha256 : null,
      size: Number(size),
      version: String(version),
      ...(typeof stamp === 'string' && { stamp }),
    }));
  }

  settle(run: number, entry: SourceEntry, end: Settled): void {
    const row = this.#rowOf(entry);
    const ended = endStates.some((state) => state === row?.state);
    const before = ended && row?.run === run && row.stamp === (entry.stamp ?? null);
    // What this run has ended stays as it is when the run is gone through again.
    if (before && row.state !== 'quarantined' && end.state !== 'quarantined') return;
    this.#write(run, entry, { notBefore: 0, ...end });
  }

  #rowOf({ sourceId }: SourceEntry): Row | undefined {
    // The table is strict, so that its columns have these types.
    return this.#find.get(sourceId) as Row | undefined;
  }

  #write(
    run: number,
    { sourceId, sha256, size, version, stamp }: SourceEntry,
    to: { state: JobState; notBefore: number; code?: string; stage?: string; message?: string },
  ): void {
    const { state, notBefore, code = null, stage = null, message = null } = to;
    const fields = { $id: sourceId, $run: run, $sha256: sha256, $size: size, $version: version };
    this.#put.run({
      ...fields,
      $stamp: stamp ?? null,
      $state: state,
      $notBefore: notBefore,
      $code: code,
      $stage: stage,
      $message: message,
    });
  }
}
