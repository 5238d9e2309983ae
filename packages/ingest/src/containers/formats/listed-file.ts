/** Entries as the headers of an archive list them, with their content unpacked by somebody else. */
import { crc32 } from 'node:zlib';
import type { Entry, RawName } from '../container.ts';
import { ContainerError } from '../errors.ts';
import { entryLimit } from '../limits.ts';
import type { UnpackedEntry } from './libarchive.ts';

export interface ListedFile {
  readonly name: RawName;
  readonly kind: Entry['kind'];
  /** Bytes of the content; null where the header does not say. */
  readonly size: number | null;
  /** CRC-32 of the content; null where the header does not say. */
  readonly crc: number | null;
  readonly encrypted: boolean;
}

/**
 * Gives both as one: they come in the same order.
 *
 * @throws {ContainerError} when they do not tell of the same files.
 */
export async function* matched(
  listed: readonly ListedFile[],
  unpacked: AsyncIterable<UnpackedEntry>,
): AsyncGenerator<Entry> {
  if (listed.length > entryLimit) throw new ContainerError('too-many-files');
  const entries = unpacked[Symbol.asyncIterator]();
  for (const file of listed) {
    const { done, value: entry } = await entries.next();
    if (done) throw new ContainerError('unreadable', 'it ends too early');
    if (!agree(file, entry)) {
      throw new ContainerError('unreadable', 'its headers contradict each other');
    }
    yield { name: file.name, kind: file.kind, content: () => checked(file, entry) };
  }
}

const agree = ({ kind, size }: ListedFile, entry: UnpackedEntry): boolean =>
  kind !== 'file' || (!entry.folder && (size === null || size === entry.size));

async function* checked(file: ListedFile, entry: UnpackedEntry): AsyncGenerator<Uint8Array> {
  if (file.encrypted || entry.encrypted) throw new ContainerError('encrypted');
  let sum = 0;
  let size = 0;
  for (const piece of entry.content()) {
    sum = crc32(piece, sum);
    size += piece.length;
    yield piece;
  }
  if (file.size !== null && size !== file.size) {
    throw new ContainerError('unreadable', `${size} bytes instead of ${file.size}`);
  }
  if (file.crc !== null && sum !== file.crc) throw new ContainerError('checksum');
}
