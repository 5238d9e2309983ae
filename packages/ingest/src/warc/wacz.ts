/** The WARC files of a WACZ (a ZIP archive; specs.webrecorder.net/wacz/1.1.1), read where they lie in it. */
import type { FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import yauzl from 'yauzl';
import { type ByteSource, fileSource } from './byte-source.ts';
import { NoRecordsError } from './errors.ts';
import { forwardSource } from './forward-source.ts';
import { recordingsIn } from './recognise.ts';

export interface WaczPart {
  readonly name: string;
  readonly source: ByteSource;
}

const entryLimit = 10_000;
const stored = 0;
const deflated = 8;
/** PKWARE APPNOTE 4.3.7 */
const localHeader = 30;
const nameLengthAt = 26;
const extraLengthAt = 28;

/**
 * In the order of their names. The format asks for parts that are stored as they are; one that was
 * compressed once more is unpacked while it is read.
 *
 * @throws {NoRecordsError} when the archive is broken or holds no recording.
 */
export async function waczParts(file: FileHandle, size: number): Promise<readonly WaczPart[]> {
  const zip = await open(file).catch(broken);
  const entries = await list(zip).catch(broken);
  const names = recordingsIn(entries.keys());
  if (names.length === 0) throw new NoRecordsError('WACZ', 'there is no WARC file in archive/');
  const parts = names.map(async (name) => {
    const entry = entries.get(name);
    const source = entry && (await sourceOf(file, size, zip, entry).catch(broken));
    return source ? [{ name, source }] : [];
  });
  return (await Promise.all(parts)).flat();
}

function broken(error: unknown): never {
  if (error instanceof NoRecordsError) throw error;
  throw new NoRecordsError('WACZ', error instanceof Error ? error.message : String(error));
}

function open(file: FileHandle): Promise<yauzl.ZipFile> {
  const { promise, resolve, reject } = Promise.withResolvers<yauzl.ZipFile>();
  yauzl.fromFd(file.fd, { lazyEntries: true, autoClose: false }, (error, zip) => {
    if (error) reject(error);
    else resolve(zip);
  });
  return promise;
}

function list(zip: yauzl.ZipFile): Promise<ReadonlyMap<string, yauzl.Entry>> {
  const { promise, resolve, reject } = Promise.withResolvers<ReadonlyMap<string, yauzl.Entry>>();
  const entries = new Map<string, yauzl.Entry>();
  if (zip.entryCount > entryLimit) reject(new Error(`more than ${entryLimit} entries`));
  zip.on('entry', (entry: yauzl.Entry) => {
    entries.set(entry.fileName, entry);
    zip.readEntry();
  });
  zip.on('end', () => resolve(entries));
  zip.on('error', reject);
  zip.readEntry();
  return promise;
}

async function sourceOf(
  file: FileHandle,
  size: number,
  zip: yauzl.ZipFile,
  entry: yauzl.Entry,
): Promise<ByteSource> {
  if (entry.isEncrypted()) throw new Error(`${entry.fileName} is encrypted`);
  if (entry.compressionMethod === stored) {
    const at = entry.relativeOffsetOfLocalHeader;
    const head = await fileSource(file, at, size - at).read(0, localHeader);
    if (head.length < localHeader) throw new Error(`${entry.fileName} lies outside the file`);
    const names = head.readUInt16LE(nameLengthAt) + head.readUInt16LE(extraLengthAt);
    const start = at + localHeader + names;
    return fileSource(file, start, Math.min(entry.compressedSize, size - start));
  }
  if (entry.compressionMethod !== deflated) {
    throw new Error(`${entry.fileName} is compressed with method ${entry.compressionMethod}`);
  }
  return forwardSource(entry.uncompressedSize, () => unpacked(zip, entry));
}

function unpacked(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Readable> {
  const { promise, resolve, reject } = Promise.withResolvers<Readable>();
  zip.openReadStream(entry, (error, stream) => {
    if (error) reject(error);
    else resolve(stream);
  });
  return promise;
}
