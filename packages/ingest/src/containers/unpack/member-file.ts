/** Writes one unpacked file into the scratch folder, under the hash of its bytes. */
import { createHash } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ContainerError } from '../errors.ts';
import { memberLimit } from '../limits.ts';
import type { Meter } from './meter.ts';

export interface MemberFile {
  /** Lower-case hex: the name of the file in the scratch folder. */
  readonly sha256: string;
  readonly bytes: number;
  /** The first bytes, by which its format is recognised. */
  readonly head: Uint8Array;
}

const headLength = 4096;

/**
 * @param number Of the entry, for the file while it grows: no name is made of what the archive says.
 * @throws {ContainerError} what is wrong with this entry, or the limit that it breaks.
 */
export async function writeMember(
  content: AsyncIterable<Uint8Array>,
  scratch: string,
  number: number,
  meter: Meter,
): Promise<MemberFile> {
  const growing = join(scratch, `growing-${number}`);
  const hash = createHash('sha256');
  const head = Buffer.alloc(headLength);
  let bytes = 0;
  {
    await using file = await open(growing, 'wx');
    for await (const piece of content) {
      meter.bytes(piece.length);
      head.set(piece.subarray(0, Math.max(0, headLength - bytes)), Math.min(bytes, headLength));
      bytes += piece.length;
      if (bytes > memberLimit) continue;
      hash.update(piece);
      await file.write(piece);
    }
  }
  if (bytes > memberLimit) throw new ContainerError('file-too-large');
  const sha256 = hash.digest('hex');
  await rename(growing, join(scratch, sha256));
  return { sha256, bytes, head: head.subarray(0, bytes) };
}

/** What is left of a file that could not be unpacked. */
export const dropMember = (scratch: string, number: number): Promise<void> =>
  rm(join(scratch, `growing-${number}`), { force: true });
