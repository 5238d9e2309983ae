/** Tells recordings among the files of a folder. */
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { type RecordingKind, recordingHead, recordingKind } from '@xxgk/ingest/warc';

/**
 * By the first bytes; undefined for any other file, and for one that cannot be read.
 *
 * @param place What is opened, where the file system has another name than the one that is shown.
 */
export async function recordingAt(
  path: string,
  place: string | Buffer = path,
): Promise<RecordingKind | undefined> {
  const file = await open(place).catch(() => undefined);
  if (!file) return undefined;
  try {
    const head = Buffer.alloc(recordingHead);
    const { bytesRead } = await file.read(head, 0, head.length, 0);
    return recordingKind(head.subarray(0, bytesRead), { fileName: basename(path) });
  } catch {
    return undefined;
  } finally {
    await file.close();
  }
}
