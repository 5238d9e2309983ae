/** The ZIP package around a document (Word, OFD): bounded, and checked against its own checksums. */
import { EncryptedError, TooLargeError, UnreadableError } from '../../errors.ts';
import { openZip, type Zip, type ZipEntry } from '../../zip/zip.ts';
import { ZipError } from '../../zip/zip-error.ts';

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

function refusal(format: string, error: unknown, part?: string): Error {
  if (!(error instanceof ZipError)) return error instanceof Error ? error : new Error(`${error}`);
  switch (error.fault) {
    case 'encrypted':
      return new EncryptedError(format);
    case 'many':
      return new TooLargeError(`A ${format} of ${error.message}`, `${entryLimit} parts`);
    case 'checksum':
      return new UnreadableError(format, `the checksum of ${part ?? 'a part'} does not match`);
    default:
      return new UnreadableError(format, error.message);
  }
}

/** Names of parts are ASCII or UTF-8; some programs on Windows separate folders by `\`. */
const nameOf = ({ name }: ZipEntry): string => name.toString('utf8').replaceAll('\\', '/');

/**
 * Opens the package.
 *
 * @param format Its name in messages, e.g. `DOCX`.
 */
export async function openArchive(format: string, bytes: Uint8Array): Promise<Archive> {
  const zip: Zip = await openZip(bytes, entryLimit).catch((error: unknown) => {
    throw refusal(format, error);
  });
  const entries = new Map(zip.entries.map((entry) => [nameOf(entry), entry]));
  let total = 0;

  const inflate = async (entry: ZipEntry): Promise<Buffer> => {
    const chunks: Buffer[] = [];
    for await (const piece of zip.content(entry)) {
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
      return await inflate(entry).catch((error: unknown) => {
        throw refusal(format, error, name);
      });
    },
  };
}
