/**
 * The ZIP package around a Word file: bounded, and checked against its own checksums.
 *
 * A flipped bit in a compressed part mostly gives wrong text without any error: only the CRC of
 * the ZIP entry tells, and the library does not compare it.
 */
import { crc32 } from 'node:zlib';
import yauzl from 'yauzl';
import { TooLargeError, UnreadableError } from '../../errors.ts';

const entryLimit = 10_000;
/** Bytes after decompression, of all parts that are read. */
const byteLimit = 256 * 1024 * 1024;

/** Parts by name, read when asked for. */
export interface Archive {
  has(name: string): boolean;
  /**
   * @throws {UnreadableError} when the part is missing, broken or does not match its checksum.
   * @throws {TooLargeError} when the parts read so far pass the limit.
   */
  read(name: string): Promise<Buffer>;
}

const unreadable = (error: unknown): UnreadableError =>
  new UnreadableError('DOCX', error instanceof Error ? error.message : String(error));

function open(bytes: Uint8Array): Promise<yauzl.ZipFile> {
  const { promise, resolve, reject } = Promise.withResolvers<yauzl.ZipFile>();
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  yauzl.fromBuffer(buffer, { lazyEntries: true }, (error, zip) => {
    if (error) reject(unreadable(error));
    else resolve(zip);
  });
  return promise;
}

function list(zip: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> {
  const { promise, resolve, reject } = Promise.withResolvers<Map<string, yauzl.Entry>>();
  const entries = new Map<string, yauzl.Entry>();
  if (zip.entryCount > entryLimit) {
    reject(new TooLargeError(`A DOCX of ${zip.entryCount} parts`, `${entryLimit} parts`));
  }
  zip.on('entry', (entry: yauzl.Entry) => {
    entries.set(entry.fileName, entry);
    zip.readEntry();
  });
  zip.on('end', () => resolve(entries));
  zip.on('error', (error: unknown) => reject(unreadable(error)));
  zip.readEntry();
  return promise;
}

function stream(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<NodeJS.ReadableStream> {
  const { promise, resolve, reject } = Promise.withResolvers<NodeJS.ReadableStream>();
  zip.openReadStream(entry, (error, opened) => {
    if (error) reject(unreadable(error));
    else resolve(opened);
  });
  return promise;
}

/** Opens the package. */
export async function openArchive(bytes: Uint8Array): Promise<Archive> {
  const zip = await open(bytes);
  const entries = await list(zip);
  let total = 0;

  const inflate = async (entry: yauzl.Entry): Promise<Buffer> => {
    const chunks: Buffer[] = [];
    for await (const chunk of await stream(zip, entry)) {
      const piece = Buffer.from(chunk);
      total += piece.length;
      if (total > byteLimit) {
        throw new TooLargeError('The unpacked text of this DOCX', `${byteLimit} bytes`);
      }
      chunks.push(piece);
    }
    return Buffer.concat(chunks);
  };

  return {
    has: (name) => entries.has(name),
    async read(name) {
      const entry = entries.get(name);
      if (!entry) throw new UnreadableError('DOCX', `its part ${name} is missing`);
      const content = await inflate(entry).catch((error: unknown) => {
        throw error instanceof TooLargeError ? error : unreadable(error);
      });
      if (crc32(content) !== entry.crc32) {
        throw new UnreadableError('DOCX', `the checksum of ${name} does not match`);
      }
      return content;
    },
  };
}
