/** The addresses of the frontier: what each gave last, and for how long it has given nothing. */
import type { DatabaseSync } from 'node:sqlite';
import { type CheckedUrl, readUrl, type SeenUrl, type UrlState } from './types.ts';

/** Counts of the addresses of one site that have given something. */
export interface UrlCounts {
  readonly known: number;
  /** That gave nothing when they were asked last. */
  readonly missing: number;
  /** Of them, those for which a tombstone stands. */
  readonly vanished: number;
}

export class Urls {
  readonly #database: DatabaseSync;
  readonly #now: () => number;

  constructor(database: DatabaseSync, now: () => number) {
    this.#database = database;
    this.#now = now;
  }

  /** Notes an address of a site; false where it was known. */
  see({ site, address, from, role, title }: SeenUrl): boolean {
    const known = this.#database
      .prepare(
        `update url set role = coalesce($role, role), title = coalesce($title, title)
         where address = $address`,
      )
      .run({ address, role: role ?? null, title: title ?? null });
    if (Number(known.changes) > 0) return false;
    const { changes } = this.#database
      .prepare(
        `insert into url (address, site, discovered_from, first_seen_at, role, title)
         values (?, ?, ?, ?, ?, ?) on conflict do nothing`,
      )
      .run(address, site, from, this.#now(), role ?? null, title ?? null);
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

  /** Addresses that gave these bytes when they last gave something. */
  urlsOf(sha256: string): readonly UrlState[] {
    return this.#database
      .prepare('select * from url where sha256 = ? order by address')
      .all(sha256)
      .map(readUrl);
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
           answer = $answer
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
        answer: checked.answer ?? null,
      });
    this.#count(address, checked);
  }

  /** Documents that have given something once, and have not been asked since. */
  unvisited(site: string, since: number, limit: number): readonly UrlState[] {
    return this.#database
      .prepare(
        `select * from url where site = ? and checked_at < ? and sha256 is not null
           and role = 'document' and checked_at is not null
         order by checked_at, address limit ?`,
      )
      .all(site, since, limit)
      .map(readUrl);
  }

  /** Documents that have given nothing for so many rounds, and have no tombstone. */
  missing(site: string, rounds: number): readonly UrlState[] {
    return this.#database
      .prepare(
        `select * from url where site = ? and misses >= ? and vanished_at is null
           and sha256 is not null and role = 'document'
         order by address`,
      )
      .all(site, rounds)
      .map(readUrl);
  }

  /** Documents that have a tombstone and give something again. */
  revived(site: string): readonly UrlState[] {
    return this.#database
      .prepare(
        `select * from url where site = ? and vanished_at is not null and misses = 0
           and had_at >= vanished_at
         order by address`,
      )
      .all(site)
      .map(readUrl);
  }

  /** @param at When a tombstone was put for an address; null when it came back. */
  setVanished(address: string, at: number | null): void {
    this.#database.prepare('update url set vanished_at = ? where address = ?').run(at, address);
  }

  /** Of the documents of a site. */
  counts(site: string): UrlCounts {
    const row = this.#database
      .prepare(
        `select count(*) as known, sum(misses > 0) as missing, sum(vanished_at is not null) as vanished
         from url where site = ? and sha256 is not null and role = 'document'`,
      )
      .get(site);
    const count = (name: string): number => Number(row?.[name] ?? 0);
    return { known: count('known'), missing: count('missing'), vanished: count('vanished') };
  }

  /** A round counts once, and only what is or is not there counts: no answer says neither. */
  #count(address: string, { missing, answer }: CheckedUrl): void {
    const now = this.#now();
    if (!missing) {
      if (answer !== undefined) return;
      this.#database
        .prepare(
          `update url set misses = 0, missing_since = null, missed_round = null, had_at = ?
           where address = ?`,
        )
        .run(now, address);
      return;
    }
    this.#database
      .prepare(
        `update url set misses = misses + 1, missed_round = $round,
           missing_since = coalesce(missing_since, $now), missed_at = $now
         where address = $address and (missed_round is null
           or (missed_round <> $round and missed_at + $apart <= $now))`,
      )
      .run({ address, now, round: missing.round, apart: missing.apart });
  }
}

const kept = (given: string | null | undefined, before: string | null | undefined) =>
  given === undefined ? (before ?? null) : given;
