/**
 * The frontier: what a crawler knows of addresses, hosts and rounds, surviving restarts.
 *
 * The pace of a host is kept here and not in a process, so that it holds across all processes of
 * one work directory and right after a restart.
 */
import type { DatabaseSync } from 'node:sqlite';
import { inTransaction } from '../transaction.ts';
import {
  type CheckedUrl,
  type Robots,
  type Round,
  readRobots,
  readRound,
  readUrl,
  type UrlState,
} from './types.ts';

export class Frontier {
  readonly #database: DatabaseSync;
  readonly #now: () => number;

  /** Made by `openWork`. */
  constructor(database: DatabaseSync, now: () => number) {
    this.#database = database;
    this.#now = now;
  }

  /** Notes an address of a site; false where it was known. */
  see(site: string, address: string, discoveredFrom: string | null): boolean {
    const { changes } = this.#database
      .prepare(
        `insert into url (address, site, discovered_from, first_seen_at) values (?, ?, ?, ?)
         on conflict do nothing`,
      )
      .run(address, site, discoveredFrom, this.#now());
    return Number(changes) > 0;
  }

  url(address: string): UrlState | undefined {
    const row = this.#database.prepare('select * from url where address = ?').get(address);
    return row && readUrl(row);
  }

  /** Known addresses of a site, in their order. */
  *urls(site: string): Iterable<UrlState> {
    const rows = this.#database
      .prepare('select * from url where site = ? order by address')
      .iterate(site);
    for (const row of rows) yield readUrl(row);
  }

  /**
   * Keeps what a request showed. Validators and hashes that are not given stay as they were: a 304
   * or a failure says nothing about them.
   */
  check(address: string, checked: CheckedUrl): void {
    const before = this.url(address);
    this.#database
      .prepare(
        `update url set checked_at = $at, status = $status, outcome = $outcome, etag = $etag,
           last_modified = $lastModified, sha256 = $sha256, region_hash = $regionHash,
           misses = $misses
         where address = $address`,
      )
      .run({
        address,
        at: this.#now(),
        status: checked.status,
        outcome: checked.outcome,
        etag: kept(checked.etag, before?.etag),
        lastModified: kept(checked.lastModified, before?.lastModified),
        sha256: kept(checked.sha256, before?.sha256),
        regionHash: kept(checked.regionHash, before?.regionHash),
        misses: checked.missing === true ? (before?.misses ?? 0) + 1 : 0,
      });
  }

  /**
   * Takes the host's next free moment and gives the milliseconds to wait for it. Atomic over all
   * processes: two requests to one host are never less than a gap apart.
   *
   * @param gapMs Milliseconds between this request and the next one to the host.
   */
  reserve(host: string, gapMs: number, now: number = this.#now()): number {
    return inTransaction(this.#database, () => {
      const at = Math.max(now, this.#nextAt(host));
      this.#setNextAt(host, at + gapMs);
      return at - now;
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
    const row = this.#database
      .prepare('select * from round where site = ? order by id desc limit 1')
      .get(site);
    return row && readRound(row);
  }

  #nextAt(host: string): number {
    const row = this.#database.prepare('select next_at from host where name = ?').get(host);
    return Number(row?.['next_at'] ?? 0);
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

const kept = (given: string | null | undefined, before: string | null | undefined) =>
  given === undefined ? (before ?? null) : given;
