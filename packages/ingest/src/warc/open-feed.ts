/** Chooses how the bytes of a WARC file are fed: as they are, or unpacked. */
import type { ByteSource } from './byte-source.ts';
import type { Feed } from './feed.ts';
import { GzipFeed, isGzip } from './gzip-feed.ts';

const pieceSize = 131_072;

/** By the first bytes of the source. */
export async function openFeed(source: ByteSource): Promise<Feed> {
  return isGzip(await source.read(0, 3)) ? new GzipFeed(source) : plainFeed(source);
}

function plainFeed(source: ByteSource): Feed {
  let at = 0;
  return {
    compressed: false,
    async next() {
      const bytes = await source.read(at, pieceSize);
      const place = { offset: at, inner: 0 };
      at += bytes.length;
      return bytes.length === 0 ? undefined : { bytes, place };
    },
    async seek({ offset }) {
      at = Math.min(offset, source.size);
    },
    memberAfter: async () => undefined,
    close: () => undefined,
  };
}
