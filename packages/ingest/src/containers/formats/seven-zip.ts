/** 7z archives (7zFormat.txt of the LZMA SDK). */
import { crc32 } from 'node:zlib';
import type { Container, Entry } from '../container.ts';
import { ContainerError } from '../errors.ts';

const mark = Buffer.from('377abcaf271c', 'hex');

export const sevenZipContainer: Container = {
  name: '7z',
  label: '7z',
  version: '1',
  mediaType: 'application/x-7z-compressed',
  recognises: (head) => mark.equals(head.subarray(0, mark.length)),
  entries,
};

/** The start header: mark, version, and where the header lies. */
const startSize = 32;
/** A header that is packed itself begins with this. */
const packedHeader = 0x17;
/** Headers packed inside each other; 7-Zip packs once. */
const mostPacked = 4;

async function* entries(bytes: Uint8Array): AsyncGenerator<Entry> {
  const { sevenZipFiles } = await import('./seven-zip-header.ts');
  const { libarchiveEntries } = await import('./libarchive.ts');
  const { matched } = await import('./listed-file.ts');
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = await headerOf(buffer);
  if (header.length === 0) return;
  yield* matched(sevenZipFiles(header), libarchiveEntries(bytes));
}

async function headerOf(bytes: Buffer): Promise<Buffer> {
  if (bytes.length < startSize) throw new ContainerError('unreadable', 'it ends too early');
  if (crc32(bytes.subarray(12, startSize)) !== bytes.readUInt32LE(8)) {
    throw new ContainerError('unreadable', 'its start header does not match its checksum');
  }
  const start = startSize + Number(bytes.readBigUInt64LE(12));
  const size = Number(bytes.readBigUInt64LE(20));
  const written = bytes.subarray(start, start + size);
  if (written.length !== size) throw new ContainerError('unreadable', 'it ends too early');
  if (crc32(written) !== bytes.readUInt32LE(28)) {
    throw new ContainerError('unreadable', 'its header does not match its checksum');
  }
  let header = written;
  for (let left = mostPacked; header[0] === packedHeader; left -= 1) {
    if (left === 0) throw new ContainerError('unreadable', 'its header is packed too often');
    header = await unpackedHeader(bytes.subarray(0, start), header.subarray(1));
  }
  return header;
}

/**
 * A packed header is a stream like those of files. An archive is made in which it is one, and that
 * is unpacked.
 *
 * @param before The archive up to its header.
 * @param streams Where the packed header lies in it, and how it is packed.
 */
async function unpackedHeader(before: Buffer, streams: Buffer): Promise<Buffer> {
  const { SevenZipFields } = await import('./seven-zip-fields.ts');
  const { streamsOf } = await import('./seven-zip-streams.ts');
  const { libarchiveEntries } = await import('./libarchive.ts');
  const [about] = streamsOf(new SevenZipFields(streams));
  if (about?.encrypted) throw new ContainerError('encrypted');
  if (!about || about.size > largestHeader) {
    throw new ContainerError('unreadable', 'its header is too large');
  }
  const pieces: Uint8Array[] = [];
  for await (const entry of libarchiveEntries(archiveOf(before, streams))) {
    pieces.push(...entry.content());
    break;
  }
  const header = Buffer.concat(pieces);
  if (header.length !== about.size || (about.crc !== null && crc32(header) !== about.crc)) {
    throw new ContainerError('unreadable', 'its header does not match its checksum');
  }
  return header;
}

/** Bytes; names of 10,000 files take a tenth of this. */
const largestHeader = 16_000_000;

/** `MainStreamsInfo` with one file in the one folder, `FilesInfo` with one name, and the ends. */
const headerStart = Buffer.from('0104', 'hex');
const headerEnd = Buffer.from('0800000501110500680000000000', 'hex');

function archiveOf(before: Buffer, streams: Buffer): Buffer {
  const header = Buffer.concat([headerStart, streams.subarray(0, -1), headerEnd]);
  const start = Buffer.alloc(startSize - 12);
  start.writeBigUInt64LE(BigInt(before.length - startSize), 0);
  start.writeBigUInt64LE(BigInt(header.length), 8);
  start.writeUInt32LE(crc32(header), 16);
  const sum = Buffer.alloc(4);
  sum.writeUInt32LE(crc32(start));
  const content = before.subarray(startSize);
  return Buffer.concat([before.subarray(0, 8), sum, start, content, header]);
}
