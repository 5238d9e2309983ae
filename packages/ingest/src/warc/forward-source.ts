/** Bytes of a stream by their place: it is read on for what lies ahead, and anew for what lies behind. */
import type { Readable } from 'node:stream';
import type { ByteSource } from './byte-source.ts';

/** Kept behind the last place, so that a look back costs nothing. */
const keptBehind = 1_048_576;

/** @param size Bytes that the stream is said to give; it may give fewer. */
export function forwardSource(size: number, open: () => Promise<Readable>): ByteSource {
  let stream: AsyncIterator<Buffer> | undefined;
  let held: Buffer = Buffer.alloc(0);
  let heldAt = 0;
  let ended = false;

  const restart = async (): Promise<void> => {
    await stream?.return?.();
    stream = (await open())[Symbol.asyncIterator]();
    held = Buffer.alloc(0);
    heldAt = 0;
    ended = false;
  };

  const pull = async (keepFrom: number): Promise<void> => {
    const next = await stream?.next();
    ended = next === undefined || next.done === true;
    if (ended) return;
    const drop = Math.max(0, Math.min(held.length, keepFrom - keptBehind - heldAt));
    held = Buffer.concat([held.subarray(drop), next?.value ?? Buffer.alloc(0)]);
    heldAt += drop;
  };

  return {
    size,
    async read(at, length) {
      const wanted = Math.max(0, Math.min(length, size - at));
      if (stream === undefined || at < heldAt) await restart();
      while (!ended && heldAt + held.length < at + wanted) await pull(at);
      const start = Math.min(held.length, at - heldAt);
      return Buffer.from(held.subarray(start, start + wanted));
    },
  };
}
