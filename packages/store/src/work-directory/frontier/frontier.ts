/**
 * The frontier: what a crawler knows of addresses, hosts and rounds, surviving restarts.
 *
 * The pace of a host is kept here and not in a process, so that it holds across all processes of
 * one work directory and right after a restart.
 */
import type { DatabaseSync } from 'node:sqlite';
import { lifeOf, ownToken } from '../../process-token.ts';
import { inTransaction } from '../transaction.ts';
import { type Robots, type Round, readRobots, readRound } from './types.ts';
import { Urls } from './urls.ts';

/** Milliseconds after which it is looked again whether another's request has ended. */
const pollMs = 25;

export class Frontier extends Urls {
  readonly #database: DatabaseSync;
  readonly #now: () => number;

  /** Made by `openWork`. */
  constructor(database: DatabaseSync, now: () => number) {
    super(database, now);
    this.#database = database;
    this.#now = now;
  }

  /**
   * Takes a host for one request, until {@link release}; 0 where it was free. Else the milliseconds until
   * it may be asked for again: nothing is taken, for the moment may move while one waits. Atomic over all
   * processes: requests to one host never overlap, and never begin less than a gap apart. A process that
   * died holds nothing; of one on another machine only the gap is known.
   *
   * @param gapMs Milliseconds between the end of this request and the next one to the host.
   */
  claim(host: string, gapMs: number, moment?: number): number {
    return inTransaction(this.#database, () => {
      // Read here: waiting for the other processes may have taken a while.
      const now = moment ?? this.#now();
      const next = this.#nextAt(host);
      if (next > now) return next - now;
      if (this.#isAsked(host)) return pollMs;
      this.#setNextAt(host, now + gapMs);
      this.#setAskedBy(host, ownToken);
      return 0;
    });
  }

  /** Ends a request: the next one may begin after the gap. */
  release(host: string, gapMs: number): void {
    inTransaction(this.#database, () => {
      this.#setNextAt(host, Math.max(this.#now() + gapMs, this.#nextAt(host)));
      this.#setAskedBy(host, null);
    });
  }

  /** Keeps everyone from a host until a moment (`Retry-After`); never brings it forward. */
  postpone(host: string, until: number): void {
    inTransaction(this.#database, () => {
      this.#setNextAt(host, Math.max(until, this.#nextAt(host)));
    });
  }

  robots(host: string): Robots | undefined {
    const row = this.#database
      .prepare('select * from host where name = ? and robots_at is not null')
      .get(host);
    return row && readRobots(row);
  }

  /** @param host As in an address, with the port where it is not the usual one. */
  putRobots(host: string, { status, body }: Omit<Robots, 'fetchedAt'>): void {
    this.#database
      .prepare(
        `insert into host (name, robots_status, robots_body, robots_at) values (?, ?, ?, ?)
         on conflict do update set robots_status = excluded.robots_status,
           robots_body = excluded.robots_body, robots_at = excluded.robots_at`,
      )
      .run(host, status, body, this.#now());
  }

  /** Begins a round over a site, or goes on with the unfinished one. */
  beginRound(site: string): Round {
    return inTransaction(this.#database, () => {
      const last = this.lastRound(site);
      if (last && last.finishedAt === null) return last;
      const startedAt = this.#now();
      const { lastInsertRowid } = this.#database
        .prepare('insert into round (site, started_at) values (?, ?)')
        .run(site, startedAt);
      return { id: Number(lastInsertRowid), site, startedAt, finishedAt: null, counts: {} };
    });
  }

  /** @param counts What the round did, by the crawler's own names. */
  finishRound(id: number, counts: Readonly<Record<string, number>>): void {
    this.#database
      .prepare('update round set finished_at = ?, counts = ? where id = ?')
      .run(this.#now(), JSON.stringify(counts), id);
  }

  lastRound(site: string): Round | undefined {
    return this.rounds(site, 1)[0];
  }

  /** The newest rounds over a site, newest first, the one under way included. */
  rounds(site: string, limit: number): readonly Round[] {
    return this.#database
      .prepare('select * from round where site = ? order by id desc limit ?')
      .all(site, limit)
      .map(readRound);
  }

  #nextAt(host: string): number {
    const row = this.#database.prepare('select next_at from host where name = ?').get(host);
    return Number(row?.['next_at'] ?? 0);
  }

  #isAsked(host: string): boolean {
    const row = this.#database.prepare('select asked_by from host where name = ?').get(host);
    const token = row?.['asked_by'];
    return typeof token === 'string' && lifeOf(token) === 'alive';
  }

  #setAskedBy(host: string, token: string | null): void {
    this.#database.prepare('update host set asked_by = ? where name = ?').run(token, host);
  }

  #setNextAt(host: string, at: number): void {
    this.#database
      .prepare(
        `insert into host (name, next_at) values (?, ?)
         on conflict do update set next_at = excluded.next_at`,
      )
      .run(host, Math.ceil(at));
  }
}
