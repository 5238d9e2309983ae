/** A file on a disk as the input of the pipeline. */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { SourceFile } from '@xxgk/ingest';
import { CannotReadError, FolderError, HugeFileError, NotFoundError } from './errors.ts';

/** Bytes; the same bound as for what is fetched. */
const largest = 100_000_000;

/**
 * Reads a file.
 *
 * @param url Address of the page that was saved as this file, where it is known.
 * @param place What is opened, where the file system has another name than the one that is shown.
 * @throws {IngestError} `input/…` when there is no file that could be read.
 */
export async function loadFile(
  path: string,
  url: string | null,
  place: string | Buffer = path,
): Promise<SourceFile> {
  const bytes = await bytesOf(path, place);
  return {
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    url,
    fileName: basename(path),
    declaredType: null,
    declaredCharset: null,
    fetchedAt: null,
  };
}

async function bytesOf(path: string, place: string | Buffer): Promise<Uint8Array> {
  try {
    const { size } = await stat(place);
    if (size > largest) throw new HugeFileError(path, size, largest);
    return await readFile(place);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new NotFoundError(path);
    if (code === 'EISDIR') throw new FolderError(path);
    if (code === 'EACCES' || code === 'EIO') throw new CannotReadError(path, code);
    throw error;
  }
}
