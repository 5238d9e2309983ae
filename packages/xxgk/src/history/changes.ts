/** What changed at the sources of a store: from version to version, and what vanished and came back. */
import type { DocumentRecord } from '@xxgk/extract';
import type { Archive, Capture, Tombstone } from '@xxgk/store';
import { compareVersions, type RecordChange } from './compare.ts';

/** One side of a change: what a source gave at a time. */
export interface Version {
  /** From 1, counting what the source said; captures of the same content share it. */
  readonly number: number;
  /** When it was had first; null for a local file. */
  readonly fetched_at: string | null;
  readonly sha256: string;
}

export type SourceChange = { readonly source_id: string; readonly at: string | null } & (
  | { readonly what: 'new'; readonly after: Version; readonly titles: readonly string[] }
  | {
      /** `layout`: only what stands around the content changed. */
      readonly what: 'values' | 'wording' | 'layout' | 'unread';
      readonly before: Version;
      readonly after: Version;
      readonly records: readonly RecordChange[];
    }
  | { readonly what: 'vanished' | 'revived'; readonly tombstone: Tombstone }
);

export interface ChangeFilter {
  /** RFC 3339 or a day, UTC; what happened before is left out. */
  readonly since?: string | undefined;
  /** Only these sources. */
  readonly sources?: readonly string[] | undefined;
  /** Whether sources that are new are told too. @default only with `since` */
  readonly withNew?: boolean | undefined;
}

/** Source by source, each oldest first. @throws {StoreError} when the store fails. */
export async function* changesIn(
  archive: Archive,
  { since, sources, withNew = since !== undefined }: ChangeFilter,
): AsyncIterable<SourceChange> {
  const captures = sources ? capturesOf(archive, sources) : archive.allCaptures();
  const recent = (at: string | null): boolean => since === undefined || (at ?? '') >= since;
  let before: Seen | undefined;
  for await (const capture of captures) {
    const known = before?.capture.source_id === capture.source_id ? before : undefined;
    const seen = await seenAt(capture, known, archive);
    before = seen;
    if (!recent(capture.fetched_at)) continue;
    const change = known
      ? await changeBetween(known, seen, archive)
      : withNew && (await newAt(seen, archive));
    if (change) yield change;
  }
  for await (const tombstone of tombstonesOf(archive, sources)) {
    const { source_id, at, event } = tombstone;
    if (recent(at)) yield { source_id, at, what: event, tombstone };
  }
}

interface Seen {
  readonly capture: Capture;
  readonly version: Version;
  /** Hash of the bytes whose records stand for these. */
  readonly spoken: string;
}

async function seenAt(capture: Capture, before: Seen | undefined, archive: Archive): Promise<Seen> {
  const { sha256, fetched_at } = capture;
  const spoken = await archive.spokenFor(sha256);
  const same = before?.spoken === spoken;
  const number = (before?.version.number ?? 0) + (same ? 0 : 1);
  return { capture, version: { number, fetched_at, sha256 }, spoken };
}

/** Undefined for a list page, which is kept and not read. */
async function changeBetween(
  old: Seen,
  fresh: Seen,
  archive: Archive,
): Promise<SourceChange | undefined> {
  const { source_id, fetched_at: at } = fresh.capture;
  const about = { source_id, at, before: old.version, after: fresh.version };
  const [before, after] = await Promise.all(
    [old, fresh].map(({ spoken }) => readAt(spoken, archive)),
  );
  if (!before && !after) return undefined;
  if (!before || !after) return { ...about, what: 'unread', records: [] };
  const records = compareVersions(before, after);
  return { ...about, what: whatOf(records), records };
}

function whatOf(records: readonly RecordChange[]): 'values' | 'wording' | 'layout' {
  if (records.length === 0) return 'layout';
  return records.every(({ what }) => what === 'wording') ? 'wording' : 'values';
}

async function newAt(
  { capture, version, spoken }: Seen,
  archive: Archive,
): Promise<SourceChange | undefined> {
  const records = await readAt(spoken, archive);
  if (!records) return undefined;
  const titles = records.flatMap(({ title }) => (title === null ? [] : [title]));
  const { source_id, fetched_at: at } = capture;
  return { source_id, at, what: 'new', after: version, titles };
}

/** Undefined for a list page, and for what could not be read. */
async function readAt(
  sha256: string,
  archive: Archive,
): Promise<readonly DocumentRecord[] | undefined> {
  return (await archive.latest(sha256)) && (await archive.recordsOf(sha256));
}

async function* capturesOf(archive: Archive, sources: readonly string[]): AsyncIterable<Capture> {
  for (const source of sources) yield* archive.captures(source);
}

async function* tombstonesOf(
  archive: Archive,
  sources: readonly string[] | undefined,
): AsyncIterable<Tombstone> {
  if (!sources) yield* archive.tombstones();
  else for (const source of sources) yield* archive.tombstones(source);
}
