/** Bytes that are read piece by piece, from wherever: a file, or an entry of an archive. */
import type { FileHandle } from 'node:fs/promises';

export interface ByteSource {
  /** Bytes in all. */
  readonly size: number;
  /** Bytes from a place on; fewer than asked for only at the end. */
  read(at: number, length: number): Promise<Buffer>;
}

/** Read at once; members of a recording are mostly smaller, and lie one behind the other. */
const windowSize = 262_144;

/** The bytes of a file, or of a part of it. */
export function fileSource(file: FileHandle, start: number, size: number): ByteSource {
  let held: Buffer = Buffer.alloc(0);
  let heldAt = 0;
  return {
    size,
    async read(at, length) {
      const wanted = Math.max(0, Math.min(length, size - at));
      if (at < heldAt || at + wanted > heldAt + held.length) {
        held = await filled(file, start + at, Math.min(Math.max(wanted, windowSize), size - at));
        heldAt = at;
      }
      return held.subarray(at - heldAt, at - heldAt + wanted);
    },
  };
}

/** A new buffer each time: pieces of the last one may still be in use. */
async function filled(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafeSlow(Math.max(0, length));
  let had = 0;
  while (had < buffer.length) {
    const { bytesRead } = await file.read(buffer, had, buffer.length - had, at + had);
    if (bytesRead === 0) break;
    had += bytesRead;
  }
  return buffer.subarray(0, had);
}
