/** gzip files (RFC 1952): one packed file, which is often a TAR archive. */
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Container, Entry, RawName } from '../container.ts';
import { ContainerError } from '../errors.ts';
import { unpackedLimit } from '../limits.ts';
import { ByteQueue } from './byte-queue.ts';
import { blockSize, isTar } from './tar-header.ts';

/** Magic number and the one method there is, deflate (§2.3.1). */
const mark = Buffer.from('1f8b08', 'hex');

export const gzipContainer: Container = {
  name: 'gzip',
  label: 'gzip',
  version: '1',
  mediaType: 'application/gzip',
  recognises: (head) => mark.equals(head.subarray(0, mark.length)),
  entries,
};

async function* entries(bytes: Uint8Array, fileName: string | null): AsyncGenerator<Entry> {
  const damage: Damage = {};
  const content = unpacked(bytes, damage);
  try {
    const queue = new ByteQueue(content);
    if (isTar(await queue.peek(blockSize))) yield* filesOfTar(queue);
    else {
      const whole = { content: () => queue.pieces(Number.POSITIVE_INFINITY) };
      yield { name: storedName(bytes) ?? outerName(fileName), kind: 'file', ...whole };
    }
  } catch (error) {
    throw damage.found ?? error;
  } finally {
    await content.return(undefined);
  }
  if (damage.found) throw damage.found;
}

/** What is wrong with the packed bytes: wherever it is noticed, it concerns all that came out. */
interface Damage {
  found?: unknown;
}

async function* filesOfTar(queue: ByteQueue): AsyncGenerator<Entry> {
  const { tarEntries } = await import('./tar.ts');
  yield* tarEntries(queue);
  // The checksum comes last.
  for await (const _ of queue.pieces(unpackedLimit));
}

/** Bytes of output at a time. */
const chunkSize = 1 << 16;

async function* unpacked(bytes: Uint8Array, damage: Damage): AsyncGenerator<Uint8Array, void> {
  const packed = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const stream = Readable.from([packed]).pipe(createGunzip({ chunkSize }));
  try {
    for await (const piece of stream) yield piece as Buffer;
  } catch (error) {
    damage.found = refusal(error);
    throw damage.found;
  } finally {
    stream.destroy();
  }
}

/** What zlib says when the CRC or the length at the end (§2.3.1) does not fit. */
const mismatch = /incorrect (?:data|length) check/;

function refusal(error: unknown): unknown {
  if (!(error instanceof Error && 'code' in error)) return error;
  return mismatch.test(error.message)
    ? new ContainerError('checksum')
    : new ContainerError('unreadable', error.message);
}

/** Flags of the header (§2.3.1). */
const hasExtra = 0x04;
const hasName = 0x08;

/** The name of the file that was packed, in whatever charset its system had. */
function storedName(bytes: Uint8Array): RawName | undefined {
  const header = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1 << 17));
  const flags = header[3] ?? 0;
  if ((flags & hasName) === 0 || header.length < 12) return undefined;
  const start = 10 + ((flags & hasExtra) === 0 ? 0 : 2 + header.readUInt16LE(10));
  const end = header.indexOf(0, start);
  return end > start ? Buffer.from(header.subarray(start, end)) : undefined;
}

const packedName = /\.(?:gz|tgz)$/i;

/** `a.html.gz` → `a.html`, as gzip itself names what it unpacks. */
function outerName(fileName: string | null): string {
  const name = fileName?.replace(packedName, '') ?? '';
  return name === '' || name === fileName ? 'content' : name;
}
