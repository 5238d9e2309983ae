/**
 * The ZIP package around a document (Word, OFD): bounded, and checked against its own checksums.
 *
 * A flipped bit in a compressed part mostly gives wrong text without any error: only the CRC of
 * the ZIP entry tells, and the library does not compare it.
 */
import { crc32 } from 'node:zlib';
import yauzl from 'yauzl';
import { EncryptedError, TooLargeError, UnreadableError } from '../../errors.ts';

const entryLimit = 10_000;
/** Bytes after decompression, of all parts that are read. */
const byteLimit = 256 * 1024 * 1024;

/** Parts by name, read when asked for. */
export interface Archive {
  /** Of all parts, folders too, in the order of the directory. */
  names(): Iterable<string>;
  has(name: string): boolean;
  /**
   * @throws {UnreadableError} when the part is missing, broken or does not match its checksum.
   * @throws {EncryptedError} when it needs a password.
   * @throws {TooLargeError} when the parts read so far pass the limit.
   */
  read(name: string): Promise<Buffer>;
}

const unreadable = (format: string, error: unknown): UnreadableError =>
  new UnreadableError(format, error instanceof Error ? error.message : String(error));

function open(format: string, bytes: Uint8Array): Promise<yauzl.ZipFile> {
  const { promise, resolve, reject } = Promise.withResolvers<yauzl.ZipFile>();
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  yauzl.fromBuffer(buffer, { lazyEntries: true }, (error, zip) => {
    if (error) reject(unreadable(format, error));
    else resolve(zip);
  });
  return promise;
}

function list(format: string, zip: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> {
  const { promise, resolve, reject } = Promise.withResolvers<Map<string, yauzl.Entry>>();
  const entries = new Map<string, yauzl.Entry>();
  if (zip.entryCount > entryLimit) {
    reject(new TooLargeError(`A ${format} of ${zip.entryCount} parts`, `${entryLimit} parts`));
  }
  zip.on('entry', (entry: yauzl.Entry) => {
    entries.set(entry.fileName, entry);
    zip.readEntry();
  });
  zip.on('end', () => resolve(entries));
  zip.on('error', (error: unknown) => reject(unreadable(format, error)));
  zip.readEntry();
  return promise;
}

function stream(
  format: string,
  zip: yauzl.ZipFile,
  entry: yauzl.Entry,
): Promise<NodeJS.ReadableStream> {
  const { promise, resolve, reject } = Promise.withResolvers<NodeJS.ReadableStream>();
  zip.openReadStream(entry, (error, opened) => {
    if (error) reject(unreadable(format, error));
    else resolve(opened);
  });
  return promise;
}

/**
 * Opens the package.
 *
 * @param format Its name in messages, e.g. `DOCX`.
 */
export async function openArchive(format: string, bytes: Uint8Array): Promise<Archive> {
  const zip = await open(format, bytes);
  const entries = await list(format, zip);
  let total = 0;

  const inflate = async (entry: yauzl.Entry): Promise<Buffer> => {
    const chunks: Buffer[] = [];
    for await (const chunk of await stream(format, zip, entry)) {
      const piece = Buffer.from(chunk);
      total += piece.length;
      if (total > byteLimit) {
        throw new TooLargeError(`The unpacked content of this ${format}`, `${byteLimit} bytes`);
      }
      chunks.push(piece);
    }
    return Buffer.concat(chunks);
  };

  return {
    names: () => entries.keys(),
    has: (name) => entries.has(name),
    async read(name) {
      const entry = entries.get(name);
      if (!entry) throw new UnreadableError(format, `its part ${name} is missing`);
      if (entry.isEncrypted()) throw new EncryptedError(format);
      const content = await inflate(entry).catch((error: unknown) => {
        throw error instanceof TooLargeError ? error : unreadable(format, error);
      });
      if (crc32(content) !== entry.crc32) {
        throw new UnreadableError(format, `the checksum of ${name} does not match`);
      }
      return content;
    },
  };
}
