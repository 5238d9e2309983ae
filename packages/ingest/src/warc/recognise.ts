/** Tells recordings from other files by their first bytes. */
import { constants, gunzipSync } from 'node:zlib';
import { localEntries } from '../parse/package/local-entries.ts';
import { isGzip } from './gzip-feed.ts';

export type RecordingKind = 'warc' | 'wacz';

/** Bytes that {@link recordingKind} wants to see. */
export const recordingHead = 4096;

const version = /^WARC\/[01]\.\d/;
const waczName = /\.wacz$/i;
const recordings = /^archive\/.+\.warc(?:\.gz)?$/i;
const description = 'datapackage.json';
const zip = 'PK';
/** What so many bytes unpack to at most (1032 to 1). */
const mostFromHead = 1100 * recordingHead;

/** @param head The first {@link recordingHead} bytes; undefined for what is no recording. */
export function recordingKind(
  head: Uint8Array,
  { fileName }: { readonly fileName: string | null },
): RecordingKind | undefined {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  if (version.test(unpacked(bytes).toString('latin1', 0, 10))) return 'warc';
  if (bytes.toString('latin1', 0, 2) !== zip) return undefined;
  if (waczName.test(fileName ?? '')) return 'wacz';
  return localEntries(bytes).some(({ name }) => recordings.test(name)) ? 'wacz' : undefined;
}

/** Whether a ZIP archive with these names is a WACZ, wherever its parts stand in it. */
export function isWacz(names: Iterable<string>): boolean {
  const all = [...names];
  return all.includes(description) && all.some((name) => recordings.test(name));
}

/** Names of the WARC files of a WACZ, in order. */
export const recordingsIn = (names: Iterable<string>): readonly string[] =>
  [...names].filter((name) => recordings.test(name)).toSorted();

function unpacked(head: Buffer): Buffer {
  if (!isGzip(head)) return head;
  try {
    const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: mostFromHead };
    return gunzipSync(head, options);
  } catch {
    return head;
  }
}
