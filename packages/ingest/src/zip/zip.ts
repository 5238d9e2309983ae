/**
 * Reads ZIP archives (PKWARE APPNOTE): documents (Word, OFD) as well as archives of files.
 *
 * Names are given as bytes: what they mean is for the reader. The content of an entry is compared
 * with its size and its CRC: a flipped bit in a compressed entry mostly gives other bytes without
 * any error, and the library does not look.
 */
import { crc32 } from 'node:zlib';
import yauzl from 'yauzl';
import { ZipError } from './zip-error.ts';

export interface ZipEntry {
  readonly name: Buffer;
  /** The name is declared as UTF-8 (general purpose bit 11, APPNOTE 4.4.4). */
  readonly utf8: boolean;
  /** Info-ZIP Unicode Path (APPNOTE 4.6.9) of this very name; null where there is none. */
  readonly unicodeName: string | null;
  /** Declared, in bytes, before and after decompression. */
  readonly packedSize: number;
  readonly size: number;
  /** Of its local header in the archive. */
  readonly offset: number;
  readonly encrypted: boolean;
  /** File mode of Unix; 0 where the archive was not made there. */
  readonly mode: number;
}

export interface Zip {
  /** In the order of the directory. */
  readonly entries: readonly ZipEntry[];
  /**
   * Decompressed bytes, piece by piece.
   *
   * @throws {ZipError} at the latest after the last piece.
   */
  content(entry: ZipEntry): AsyncIterable<Buffer>;
}

/** yauzl as it is since version 3; its types are those of version 2. */
interface Listed extends Omit<yauzl.Entry, 'fileName'> {
  readonly fileNameRaw: Buffer;
}

const utf8Flag = 0x0800;
const unicodePath = 0x7075;
/** High byte of "version made by" (APPNOTE 4.4.2). */
const madeOnUnix = 3;

const said = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The library tells kinds of errors apart by their text only. */
const encryption = /encrypt/i;

const faultOf = (error: unknown): ZipError =>
  error instanceof ZipError
    ? error
    : new ZipError(encryption.test(said(error)) ? 'encrypted' : 'broken', said(error));

/**
 * @param most Entries that are wanted at most.
 * @throws {ZipError}
 */
export async function openZip(bytes: Uint8Array, most: number): Promise<Zip> {
  const file = await opened(bytes);
  if (file.entryCount > most) {
    throw new ZipError('many', `${file.entryCount} entries`);
  }
  const listed = new Map<ZipEntry, Listed>();
  for (const entry of await list(file)) listed.set(entryOf(entry), entry);
  return {
    entries: [...listed.keys()],
    content: (entry) => contentOf(file, listed.get(entry)),
  };
}

function opened(bytes: Uint8Array): Promise<yauzl.ZipFile> {
  const { promise, resolve, reject } = Promise.withResolvers<yauzl.ZipFile>();
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Sizes are checked here: the library gives up the whole archive for one entry that lies.
  const options = { lazyEntries: true, decodeStrings: false, validateEntrySizes: false };
  yauzl.fromBuffer(buffer, options, (error, file) => {
    if (error) reject(faultOf(error));
    else resolve(file);
  });
  return promise;
}

function list(file: yauzl.ZipFile): Promise<readonly Listed[]> {
  const { promise, resolve, reject } = Promise.withResolvers<readonly Listed[]>();
  const entries: Listed[] = [];
  file.on('entry', (entry: Listed) => {
    entries.push(entry);
    file.readEntry();
  });
  file.on('end', () => resolve(entries));
  file.on('error', (error: unknown) => reject(faultOf(error)));
  file.readEntry();
  return promise;
}

function entryOf(entry: Listed): ZipEntry {
  const { fileNameRaw, generalPurposeBitFlag, externalFileAttributes, versionMadeBy } = entry;
  return {
    name: fileNameRaw,
    utf8: (generalPurposeBitFlag & utf8Flag) !== 0,
    unicodeName: unicodeNameOf(entry),
    packedSize: entry.compressedSize,
    size: entry.uncompressedSize,
    offset: entry.relativeOffsetOfLocalHeader,
    encrypted: entry.isEncrypted(),
    mode: versionMadeBy >>> 8 === madeOnUnix ? externalFileAttributes >>> 16 : 0,
  };
}

/** Valid only with the checksum of the name that it stands for: renaming tools leave it behind. */
function unicodeNameOf({ extraFields, fileNameRaw }: Listed): string | null {
  const field = extraFields.find(({ id }) => id === unicodePath)?.data;
  if (!field || field.length < 6 || field[0] !== 1) return null;
  return field.readUInt32LE(1) === crc32(fileNameRaw) ? field.toString('utf8', 5) : null;
}

async function* contentOf(file: yauzl.ZipFile, entry?: Listed): AsyncGenerator<Buffer> {
  if (!entry) throw new ZipError('broken', 'an entry of another archive');
  if (entry.isEncrypted()) throw new ZipError('encrypted', 'the entry is encrypted');
  let size = 0;
  let sum = 0;
  try {
    for await (const chunk of await streamOf(file, entry)) {
      const piece = Buffer.from(chunk);
      size += piece.length;
      sum = crc32(piece, sum);
      yield piece;
    }
  } catch (error) {
    throw faultOf(error);
  }
  if (size !== entry.uncompressedSize) {
    throw new ZipError('broken', `${size} bytes instead of ${entry.uncompressedSize}`);
  }
  if (sum !== entry.crc32) throw new ZipError('checksum', 'the checksum does not match');
}

function streamOf(file: yauzl.ZipFile, entry: Listed): Promise<NodeJS.ReadableStream> {
  const { promise, resolve, reject } = Promise.withResolvers<NodeJS.ReadableStream>();
  // Only numbers of the entry are read here, not its name.
  file.openReadStream(entry as unknown as yauzl.Entry, (error, stream) => {
    if (error) reject(error);
    else resolve(stream);
  });
  return promise;
}
