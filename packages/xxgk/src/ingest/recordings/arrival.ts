/** What a recording holds, on its way into the archive: captures as a crawl makes them. */
import { canonical } from '@xxgk/ingest/sites';
import type { Outcome, RecordPlace } from '@xxgk/ingest/warc';
import type { Archive, Capture } from '@xxgk/store';
import type { Absent, Arrival } from '../../intake/arrival.ts';
import { versionId } from '../../intake/version-id.ts';
import type { RecordIds } from './record-ids.ts';

type RecordedFile = Extract<Outcome, { readonly kind: 'file' }>;
type Revisit = Extract<Outcome, { readonly kind: 'revisit' }>;

/** @param container Source id of the recording. */
export function arrivalOf(
  { file, status, headers, length, record }: RecordedFile,
  container: string,
): Arrival {
  const address = addressOf(file.url ?? '');
  return {
    bytes: file.bytes,
    inputId: versionId(address, file.sha256),
    capture: {
      source_id: address,
      url: file.url,
      file_name: file.fileName,
      fetched_at: file.fetchedAt,
      status,
      headers: { ...headers },
      redirects: [],
      length,
      container: { source_id: container, ...record },
    },
    ...(file.declaredType === null ? {} : { mediaType: file.declaredType }),
  };
}

/**
 * Records that an address gave again what an earlier record holds.
 *
 * @returns the input that it is; undefined where the archive does not have that record.
 */
export async function keepRevisit(
  revisit: Revisit,
  container: string,
  archive: Archive,
  records: RecordIds,
): Promise<Absent | undefined> {
  const address = addressOf(revisit.url);
  const earlier = await earlierOf(revisit, address, archive, records);
  if (!earlier) return undefined;
  const { sha256, bytes } = earlier;
  const said = revisit.status === null || revisit.status === notModified ? earlier : revisit;
  await archive.putCapture({
    source_id: address,
    url: revisit.url,
    file_name: earlier.file_name,
    fetched_at: revisit.fetchedAt,
    status: said.status,
    headers: { ...said.headers },
    redirects: [],
    length: earlier.length,
    sha256,
    bytes,
    container: { source_id: container, ...revisit.record },
  });
  return { sourceId: versionId(address, sha256), sha256, size: bytes };
}

const notModified = 304;

/** The address as a crawl would ask for it. */
const addressOf = (url: string): string => canonical(new URL(url));

/** By the address and the time that are named, by the record, by the digest, or as what stood there last. */
async function earlierOf(
  { refersTo, refersToRecord, record, fetchedAt }: Revisit,
  address: string,
  archive: Archive,
  records: RecordIds,
): Promise<Capture | undefined> {
  const { digest } = record;
  const hasDigest = (capture: Capture): boolean =>
    digest !== null && capture.container?.digest === digest;
  if (refersTo) {
    const there = await Array.fromAsync(archive.captures(addressOf(refersTo.url)));
    const found =
      there.find(hasDigest) ??
      there.find(({ fetched_at: time }) => time !== null && time === refersTo.fetchedAt);
    if (found) return found;
  }
  const named = refersToRecord === null ? undefined : await records.find(refersToRecord);
  if (named) return named;
  const own = await Array.fromAsync(archive.captures(address));
  const before = own.filter(({ fetched_at: time }) => (time ?? '') <= (fetchedAt ?? ''));
  return own.find(hasDigest) ?? (digest === null ? before.at(-1) : undefined);
}

/** Name of a record that could not be had: `crawl.warc.gz@1234`. */
export function placeId(container: string, { part, offset, inner }: RecordPlace): string {
  const file = part === null ? container : `${container}/${part}`;
  return `${file}@${offset}${inner > 0 ? `+${inner}` : ''}`;
}
