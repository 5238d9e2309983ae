/** Captures: what came from a source, each time that it was something new. */
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { ObjectStore } from '../objects/object-store.ts';
import { ahead } from './ahead.ts';
import { allCapturesPrefix, captureKey, capturesPrefix, readCaptureKey } from './keys.ts';
import { sealed, unsealed } from './sealed.ts';

export const captureSchema = z.object({
  schema: z.literal('xxgk.capture/1'),
  /** Address that was asked for, or path of a file below what was ingested; unique within a store. */
  source_id: z.string(),
  /** Address that answered, after all redirects; null for a local file. */
  url: z.string().nullable(),
  file_name: z.string().nullable(),
  /** RFC 3339, UTC; null for a local file, whose time says nothing about its content. */
  fetched_at: z.string().nullable(),
  /** Status of the HTTP answer; null for a local file. */
  status: z.int().nullable(),
  /** Lower-case names. */
  headers: z.record(z.string(), z.string()),
  /** Addresses passed on the way from `source_id` to `url`, in order, both excluded. */
  redirects: z.array(z.string()),
  /** How the end of the body was known; `close-delimited` may have been cut off. */
  length: z.enum(['declared', 'chunked', 'close-delimited']).nullable(),
  /** Lower-case hex of the bytes under `raw/`. */
  sha256: z.string(),
  bytes: z.int(),
  /** The recording (WARC, WACZ) that it was taken from; absent for what was fetched or is a file. */
  container: z
    .object({
      /** Source id of the recording. */
      source_id: z.string(),
      /** WARC file within a WACZ. */
      part: z.string().nullable(),
      /** Bytes of the WARC file before the record, or before the gzip member that it begins in. */
      offset: z.int(),
      /** Unpacked bytes of that member before the record. */
      inner: z.int(),
      record_id: z.string().nullable(),
      /** `WARC-Payload-Digest` as it stands there; a revisit refers to it. */
      digest: z.string().nullable(),
    })
    .optional(),
  /** The archive (ZIP, RAR …) that it was unpacked from; absent for any other file. */
  archive: z
    .object({
      /** Source id of the archive. */
      source_id: z.string(),
      /** Of the archive's bytes. */
      sha256: z.string(),
      /** Name of the file in it. */
      member: z.string(),
      /** Archives around the file, 1 or more. */
      depth: z.int(),
    })
    .optional(),
});

export type Capture = z.infer<typeof captureSchema>;

export interface StandingCapture {
  readonly capture: Capture;
  /** From 1, counting the changes seen at this source; orders its versions, where clocks do not. */
  readonly sequence: number;
  /** False where the source had these bytes already, and the earlier capture stands. */
  readonly isNew: boolean;
}

/**
 * Stores a capture unless the source's newest one has the same bytes, or, for one out of a recording,
 * the one that was the newest at its time: recordings are read long after, in any order, and again.
 *
 * What is returned is the capture that stands: after a crash it may be an earlier one with another
 * time, and everything made from these bytes must use that time.
 */
export async function putCapture(store: ObjectStore, capture: Capture): Promise<StandingCapture> {
  const newest = await newestCaptureKey(store, capture.source_id);
  if (newest?.sha256 === capture.sha256) {
    const stood = await readCapture(store, newest.key);
    if (stood) return { capture: stood, sequence: newest.sequence, isNew: false };
  }
  const standing = newest && capture.container && (await standingAt(store, capture));
  if (standing) return standing;
  const sequence = (newest?.sequence ?? 0) + 1;
  const key = captureKey(capture.source_id, sequence, capture.sha256);
  await store.put(key, sealed(capture), 'application/json');
  return { capture, sequence, isNew: true };
}

/** The capture in force at the time of one out of a recording, where it has the same bytes. */
async function standingAt(
  store: ObjectStore,
  { source_id, fetched_at, sha256, container }: Capture,
): Promise<StandingCapture | undefined> {
  let standing: StandingCapture | undefined;
  for await (const { key } of store.list(capturesPrefix(source_id))) {
    const sequence = readCaptureKey(key)?.sequence;
    const capture = await readCapture(store, key);
    if (!capture || sequence === undefined) continue;
    const found = { capture, sequence, isNew: false };
    if (capture.sha256 === sha256 && isDeepStrictEqual(capture.container, container)) return found;
    const time = capture.fetched_at;
    if (time === null || fetched_at === null || time > fetched_at) continue;
    if (time >= (standing?.capture.fetched_at ?? '')) standing = found;
  }
  return standing?.capture.sha256 === sha256 ? standing : undefined;
}

/** All captures of a source, oldest first. */
export async function* capturesOf(store: ObjectStore, sourceId: string): AsyncIterable<Capture> {
  for await (const { key } of store.list(capturesPrefix(sourceId))) {
    const capture = await readCapture(store, key);
    if (capture) yield capture;
  }
}

/** Objects read ahead while a consumer is busy with one. */
const readAhead = 16;

/** All captures of all sources: those of one source follow each other, oldest first. */
export async function* allCaptures(store: ObjectStore): AsyncIterable<Capture> {
  const found = ahead(store.list(allCapturesPrefix), readAhead, ({ key }) =>
    readCapture(store, key),
  );
  for await (const capture of found) if (capture) yield capture;
}

async function readCapture(store: ObjectStore, key: string): Promise<Capture | undefined> {
  const bytes = await store.get(key);
  return bytes && unsealed(key, bytes, captureSchema);
}

async function newestCaptureKey(
  store: ObjectStore,
  sourceId: string,
): Promise<{ key: string; sequence: number; sha256: string } | undefined> {
  let newest: { key: string; sequence: number; sha256: string } | undefined;
  for await (const { key } of store.list(capturesPrefix(sourceId))) {
    const found = readCaptureKey(key);
    if (found && found.sequence > (newest?.sequence ?? 0)) newest = { key, ...found };
  }
  return newest;
}
