/** The files of an archive in the scratch folder where a reader has put them. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Member } from '@xxgk/extract/document';
import { LostMemberError } from '../errors.ts';
import type { Unpacked } from './reader.ts';

const hashForm = /^[0-9a-f]{64}$/;

export class UnpackedFiles implements Unpacked {
  readonly members: readonly Member[];
  readonly #folder: string;
  readonly #end: AsyncDisposable;

  /** @param end Removes the folder. */
  constructor(members: readonly Member[], folder: string, end: AsyncDisposable) {
    this.members = members;
    this.#folder = folder;
    this.#end = end;
  }

  /** What a reader says is not believed: it has parsed foreign bytes. */
  async bytesOf(sha256: string): Promise<Uint8Array> {
    if (!hashForm.test(sha256)) throw new LostMemberError(sha256);
    const bytes = await readFile(join(this.#folder, sha256)).catch(() => undefined);
    const found = bytes && createHash('sha256').update(bytes).digest('hex');
    if (!bytes || found !== sha256) throw new LostMemberError(sha256);
    return bytes;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#end[Symbol.asyncDispose]();
  }
}
