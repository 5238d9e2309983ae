/** What the intake wants of whoever reads. */
import type { Document, DocumentRecord } from '@xxgk/extract';
import type { SourceFile } from '@xxgk/ingest';
import type { Stages } from '@xxgk/store';
import type { Reading } from '../pipeline.ts';

/** Who reads; in processes of their own outside of tests. */
export interface Reader {
  /** Versions of all stages that it would run, whatever the format. */
  stages(): Promise<Stages>;
  read(file: SourceFile): Promise<Reading>;
  /** From a Document that was read earlier. */
  extract(document: Document): Promise<readonly DocumentRecord[]>;
}
