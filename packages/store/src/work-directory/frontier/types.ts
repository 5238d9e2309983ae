/** What the frontier keeps, and how it is read from its tables. */
import type { SQLOutputValue } from 'node:sqlite';

type Row = Readonly<Record<string, SQLOutputValue>>;

export interface UrlState {
  readonly address: string;
  readonly site: string;
  /** Address of the page that named it first; null for a start address. */
  readonly discoveredFrom: string | null;
  /** Milliseconds since 1970, as all times here. */
  readonly firstSeenAt: number;
  /** Null before the first request. */
  readonly checkedAt: number | null;
  /** Status of the last answer; null where there was none. */
  readonly status: number | null;
  /** The crawler's own word for what came of it. */
  readonly outcome: string | null;
  /** As sent, quotes included. */
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Of the last good body, lower-case hex. */
  readonly sha256: string | null;
  /** Of the content region alone: a changed counter or toolbar is no change. */
  readonly regionHash: string | null;
  /** Rounds in a row that found nothing there. */
  readonly misses: number;
  /** What it was visited as; null for what is only known. */
  readonly role: UrlRole | null;
  /** Text of the link that named it last. */
  readonly title: string | null;
  /** When it last gave something; null where that is not known. */
  readonly lastHadAt: number | null;
  /** When it first gave nothing; null where it is there. */
  readonly missingSince: number | null;
  /** Why the last request gave nothing, in the words of the error; null where it gave something. */
  readonly answer: string | null;
  /** When a tombstone was put for it; null where none stands. */
  readonly vanishedAt: number | null;
}

export type UrlRole = 'list' | 'document';

/** How an address came to be known. */
export interface SeenUrl {
  readonly site: string;
  readonly address: string;
  readonly from: string | null;
  readonly role?: UrlRole;
  readonly title?: string;
}

/** An address that has given nothing, round after round. */
export interface Missing {
  /** Id of the round that counts; one round counts once. */
  readonly round: number;
  /** Milliseconds that two rounds must be apart for both to count. */
  readonly apart: number;
}

/** What a request showed; a key that is left out is not changed. */
export interface CheckedUrl {
  readonly status: number | null;
  readonly outcome: string;
  readonly etag?: string | null;
  readonly lastModified?: string | null;
  readonly sha256?: string | null;
  readonly regionHash?: string | null;
  /** The address gave nothing (404, 410, a page that says so). */
  readonly missing?: Missing;
  /** Why the request gave nothing; such a failure alone says nothing about what is there. */
  readonly answer?: string;
}

export interface Robots {
  /** Status of the answer for robots.txt; null where there was none. */
  readonly status: number | null;
  readonly body: string;
  readonly fetchedAt: number;
}

export interface Round {
  readonly id: number;
  readonly site: string;
  readonly startedAt: number;
  readonly finishedAt: number | null;
  readonly counts: Readonly<Record<string, number>>;
}

/** Something that someone should look at, for as long as it is so. */
export interface Alarm {
  readonly site: string;
  /** `nothing-new`, `blocked` … */
  readonly code: string;
  /** Changes when there is something new to tell. */
  readonly state: string;
  readonly since: number;
  readonly message: string;
}

export const readUrl = (row: Row): UrlState => ({
  address: String(row['address']),
  site: String(row['site']),
  discoveredFrom: textOf(row, 'discovered_from'),
  firstSeenAt: Number(row['first_seen_at']),
  checkedAt: numberOf(row, 'checked_at'),
  status: numberOf(row, 'status'),
  outcome: textOf(row, 'outcome'),
  etag: textOf(row, 'etag'),
  lastModified: textOf(row, 'last_modified'),
  sha256: textOf(row, 'sha256'),
  regionHash: textOf(row, 'region_hash'),
  misses: Number(row['misses']),
  role: roleOf(textOf(row, 'role')),
  title: textOf(row, 'title'),
  lastHadAt: numberOf(row, 'had_at'),
  missingSince: numberOf(row, 'missing_since'),
  answer: textOf(row, 'answer'),
  vanishedAt: numberOf(row, 'vanished_at'),
});

const roleOf = (text: string | null): UrlRole | null =>
  text === 'list' || text === 'document' ? text : null;

export const readAlarm = (row: Row): Alarm => ({
  site: String(row['site']),
  code: String(row['code']),
  state: String(row['state']),
  since: Number(row['since']),
  message: String(row['message']),
});

export const readRobots = (row: Row): Robots => ({
  status: numberOf(row, 'robots_status'),
  body: textOf(row, 'robots_body') ?? '',
  fetchedAt: Number(row['robots_at']),
});

export const readRound = (row: Row): Round => ({
  id: Number(row['id']),
  site: String(row['site']),
  startedAt: Number(row['started_at']),
  finishedAt: numberOf(row, 'finished_at'),
  // Written by `finishRound` from numbers.
  counts: JSON.parse(textOf(row, 'counts') ?? '{}') as Record<string, number>,
});

function textOf(row: Row, key: string): string | null {
  const value = row[key];
  return typeof value === 'string' ? value : null;
}

function numberOf(row: Row, key: string): number | null {
  const value = row[key];
  return typeof value === 'number' ? value : null;
}
