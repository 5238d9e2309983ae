/** Files between the web and the archive: on their way in, and as they are found there again. */
import type { SourceFile } from '@xxgk/ingest';
import type { Answer } from '@xxgk/ingest/fetch';
import type { Archive } from '@xxgk/store';
import type { Absent, Arrival } from '../intake/arrival.ts';
import { capturedFile, captureOf } from '../intake/captured-file.ts';

/** @param address That was asked for: its source id. The capture's `url` is the one that answered. */
export function arrivalOf(address: string, answer: Answer, file: SourceFile): Arrival {
  const { status, headers, redirects, length, fetchedAt } = answer;
  return {
    bytes: file.bytes,
    capture: {
      source_id: address,
      url: file.url,
      file_name: file.fileName,
      fetched_at: fetchedAt,
      status,
      headers,
      redirects: [...redirects],
      length,
    },
    ...(file.declaredType === null ? {} : { mediaType: file.declaredType }),
  };
}

/** For the ledger, which has a newer program read again what is unchanged. */
export const unchanged = (address: string, { sha256, bytes }: SourceFile): Absent => ({
  sourceId: address,
  sha256,
  size: bytes.length,
});

/** A file as it was fetched, for its links; undefined where the archive lost it. */
export async function archivedFile(
  archive: Archive,
  address: string,
  sha256: string,
): Promise<SourceFile | undefined> {
  const bytes = await archive.getRaw(sha256);
  if (!bytes) return undefined;
  const capture = await captureOf(archive, address, sha256);
  if (capture) return capturedFile(bytes, sha256, capture);
  // Its links can be found all the same.
  const unknown = { fileName: null, declaredType: null, declaredCharset: null, fetchedAt: null };
  return { bytes, sha256, url: address, ...unknown };
}
