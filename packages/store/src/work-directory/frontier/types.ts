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
  /** Requests in a row that found nothing there. */
  readonly misses: number;
}

/** What a request showed; a key that is left out is not changed. */
export interface CheckedUrl {
  readonly status: number | null;
  readonly outcome: string;
  readonly etag?: string | null;
  readonly lastModified?: string | null;
  readonly sha256?: string | null;
  readonly regionHash?: string | null;
  /** The address gave nothing (404, 410); counted until it gives something again. */
  readonly missing?: boolean;
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
