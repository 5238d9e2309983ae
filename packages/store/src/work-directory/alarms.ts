/** Alarms that are on, so that each is told once, also across restarts. */
import type { DatabaseSync } from 'node:sqlite';
import { type Alarm, readAlarm } from './frontier/types.ts';
import { inTransaction } from './transaction.ts';

export interface AlarmChanges {
  /** That were not on, or were on for something else. */
  readonly raised: readonly Alarm[];
  /** That are not on any more. */
  readonly resolved: readonly Alarm[];
}

export class AlarmBook {
  readonly #database: DatabaseSync;
  readonly #now: () => number;

  /** Made by `openWork`. */
  constructor(database: DatabaseSync, now: () => number) {
    this.#database = database;
    this.#now = now;
  }

  /** Of one site, or of all, by site and code. */
  standing(site?: string): readonly Alarm[] {
    const rows =
      site === undefined
        ? this.#database.prepare('select * from alarm order by site, code').all()
        : this.#database.prepare('select * from alarm where site = ? order by code').all(site);
    return rows.map(readAlarm);
  }

  /**
   * Makes these the alarms that are on for a site, and gives what there is to tell.
   *
   * @param judged Codes that could be judged at all; alarms of others stay as they are.
   */
  settle(
    site: string,
    alarms: readonly Pick<Alarm, 'code' | 'state' | 'message'>[],
    judged: ReadonlySet<string>,
  ): AlarmChanges {
    return inTransaction(this.#database, () => {
      const before = new Map(this.standing(site).map((alarm) => [alarm.code, alarm]));
      const raised = alarms
        .filter(({ code, state }) => before.get(code)?.state !== state)
        .map((alarm) => this.#raise(site, alarm, before.get(alarm.code)));
      const on = new Set(alarms.map(({ code }) => code));
      const resolved = [...before.values()].filter(({ code }) => judged.has(code) && !on.has(code));
      const remove = this.#database.prepare('delete from alarm where site = ? and code = ?');
      for (const { code } of resolved) remove.run(site, code);
      return { raised, resolved };
    });
  }

  #raise(
    site: string,
    { code, state, message }: Pick<Alarm, 'code' | 'state' | 'message'>,
    before: Alarm | undefined,
  ): Alarm {
    const since = before?.since ?? this.#now();
    this.#database
      .prepare(
        `insert into alarm (site, code, state, since, message) values (?, ?, ?, ?, ?)
         on conflict do update set state = excluded.state, message = excluded.message`,
      )
      .run(site, code, state, since, message);
    return { site, code, state, since, message };
  }
}
