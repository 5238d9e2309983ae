/** TAR archives: files one after the other behind headers; also as the content of a gzip file. */
import { asUtf8 } from '../../names/name-bytes.ts';
import type { Container, Entry, RawName } from '../container.ts';
import { ContainerError } from '../errors.ts';
import { ByteQueue } from './byte-queue.ts';
import { blockSize, headerOf, isTar, paxOf, type TarHeader } from './tar-header.ts';

export const tarContainer: Container = {
  name: 'tar',
  label: 'TAR',
  version: '1',
  mediaType: 'application/x-tar',
  recognises: isTar,
  entries: (bytes) => tarEntries(new ByteQueue(once(bytes))),
};

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Longest pax header or long name that is read: names have 4,096 bytes at most. */
const longest = 1 << 20;

/** What headers before an entry say about it. */
interface About {
  readonly name?: RawName;
  readonly size?: number;
}

/** @throws {ContainerError} */
export async function* tarEntries(bytes: ByteQueue): AsyncGenerator<Entry> {
  let about: About = {};
  for (;;) {
    const block = await bytes.take(blockSize);
    if (block.length < blockSize) throw withoutEnd();
    const header = headerOf(block);
    if (!header) return;
    const size = about.size ?? header.size;
    const padding = (blockSize - (size % blockSize)) % blockSize;
    if (describes.has(header.type)) {
      about = { ...about, ...(await aboutNext(header, bytes)) };
      await bytes.take(padding);
      continue;
    }
    const content = new Content(bytes, size);
    yield {
      name: about.name ?? header.name,
      kind: kindOf(header),
      content: () => content.pieces(),
    };
    await content.skip();
    await bytes.take(padding);
    about = {};
  }
}

/** The end is two blocks of zeros; where none comes, what should follow is missing. */
const withoutEnd = (): ContainerError =>
  new ContainerError('unreadable', 'it ends before its end mark');

/** Types of headers whose content is about the entries that follow. */
const describes = new Set(['x', 'g', 'L', 'K', 'X']);

async function aboutNext({ type, size }: TarHeader, bytes: ByteQueue): Promise<About> {
  if (size > longest) throw new ContainerError('unreadable', 'a header is too long');
  const content = await bytes.take(size);
  if (type === 'L') return { name: content.subarray(0, endOf(content)) };
  if (type !== 'x' && type !== 'X') return {};
  const values = paxOf(content);
  const path = values.get('path');
  const real = Number(values.get('size')?.toString('latin1'));
  return {
    ...(path && { name: asUtf8(path) ?? path }),
    ...(Number.isSafeInteger(real) && real >= 0 && { size: real }),
  };
}

const endOf = (content: Buffer): number => {
  const end = content.indexOf(0);
  return end < 0 ? content.length : end;
};

function kindOf({ type, name }: TarHeader): Entry['kind'] {
  if (type === '5' || name.at(-1) === 0x2f) return 'folder';
  // `7` is a contiguous file, which no system of today tells from any other.
  return type === '0' || type === '\0' || type === '7' ? 'file' : 'other';
}

/** The bytes of one entry: given out, or passed over where nobody asked for them. */
class Content {
  readonly #bytes: ByteQueue;
  #left: number;

  constructor(bytes: ByteQueue, size: number) {
    this.#bytes = bytes;
    this.#left = size;
  }

  async *pieces(): AsyncGenerator<Uint8Array> {
    for await (const piece of this.#bytes.pieces(this.#left)) {
      this.#left -= piece.length;
      yield piece;
    }
    if (this.#left > 0) throw new ContainerError('unreadable', 'it ends too early');
  }

  async skip(): Promise<void> {
    for await (const piece of this.#bytes.pieces(this.#left)) this.#left -= piece.length;
  }
}
