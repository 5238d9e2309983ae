/**
 * Finds the earlier bytes of a source that say what new ones say: a page whose counter or toolbar
 * changed is captured, and is no new version of what stands on it.
 *
 * Both are read by the same stages for the comparison, and the decision is kept in the archive: a
 * newer program does not take it again.
 */
import type { DocumentRecord } from '@xxgk/extract';
import { IngestError } from '@xxgk/ingest/errors';
import { type Archive, type Capture, contentHash, type Job, type Stages } from '@xxgk/store';
import type { Reading } from '../pipeline.ts';
import type { Reader } from '../reader/reader.ts';
import { capturedFile } from './captured-file.ts';
import { isVersionId } from './version-id.ts';

/** Bytes that have records of their own, as they are read now. */
export interface Earlier {
  readonly sha256: string;
  readonly records: readonly DocumentRecord[];
}

export interface SameContentParts {
  readonly archive: Archive;
  readonly reader: Reader;
  readonly stages: () => Promise<Stages>;
}

/**
 * @param reading Of the job's bytes.
 * @returns undefined where they say something new, are the first of their source, or have been judged.
 * @throws {StoreError} when the store fails.
 */
export async function earlierSame(
  { sourceId }: Pick<Job, 'sourceId'>,
  reading: Reading,
  parts: SameContentParts,
): Promise<Earlier | undefined> {
  const { archive } = parts;
  const { sha256 } = reading.document.source;
  const hash = contentHash(reading.document, reading.records);
  // Of what recordings hold, the versions of an address are read in no order.
  if (hash === undefined || isVersionId(sourceId)) return undefined;
  if (await archive.latest(sha256)) return undefined;
  const before = await captureBefore(archive, sourceId, sha256);
  if (!before) return undefined;
  const earlier = await archive.spokenFor(before.sha256);
  if (earlier === sha256 || !(await archive.latest(earlier))) return undefined;
  const known = await readingOf({ ...before, sha256: earlier }, parts);
  if (!known || contentHash(known.document, known.records) !== hash) return undefined;
  return { sha256: earlier, records: known.records };
}

/** Of a source, the capture before the one with these bytes. */
async function captureBefore(
  archive: Archive,
  sourceId: string,
  sha256: string,
): Promise<Capture | undefined> {
  let before: Capture | undefined;
  let found: Capture | undefined;
  let last: Capture | undefined;
  for await (const capture of archive.captures(sourceId)) {
    if (capture.sha256 === sha256) {
      found = capture;
      before = last;
    }
    last = capture;
  }
  return found && before;
}

/** As the stages read it that there are now; undefined where they cannot. */
async function readingOf(
  capture: Capture,
  { archive, reader, stages }: SameContentParts,
): Promise<Reading | undefined> {
  const { sha256 } = capture;
  const document = await archive.currentDocument(sha256, await stages());
  if (document) return { document, records: await reader.extract(document) };
  const bytes = await archive.getRaw(sha256);
  if (!bytes) return undefined;
  try {
    const read = await reader.read(capturedFile(bytes, sha256, capture));
    await using _unpacked = read.unpacked;
    await archive.putDocument(read.document);
    return read;
  } catch (error) {
    if (error instanceof IngestError && error.remedy !== 'stop') return undefined;
    throw error;
  }
}
