/** What the intake wants of whoever reads. */
import type { Document, DocumentRecord } from '@xxgk/extract';
import type { Member } from '@xxgk/extract/document';
import type { SourceFile } from '@xxgk/ingest';
import type { Stages } from '@xxgk/store';
import type { Reading } from '../pipeline.ts';

/** What one file says, and where it is an archive, its files. */
export interface Read extends Reading {
  readonly unpacked?: Unpacked;
}

/** The files of an archive, for as long as whoever asked for them wants them. */
export interface Unpacked extends AsyncDisposable {
  /** In natural order of their names, those that could not be unpacked included. */
  readonly members: readonly Member[];
  /**
   * @throws {LostMemberError} when they are not the bytes that were unpacked.
   */
  bytesOf(sha256: string): Promise<Uint8Array>;
}

/** Who reads; in processes of their own outside of tests. */
export interface Reader {
  /** Versions of all stages that it would run, whatever the format. */
  stages(): Promise<Stages>;
  read(file: SourceFile): Promise<Read>;
  /** From a Document that was read earlier. */
  extract(document: Document): Promise<readonly DocumentRecord[]>;
}
