/** What a reader process is asked for, and what it asks for itself. */
import type { ScanPage, SourceFile } from '@xxgk/ingest';

export interface ReadJob {
  readonly file: SourceFile;
  /** An empty folder for page images. */
  readonly scratch: string;
}

/** Asked by a reader of the coordinator, which has it done by an OCR process. */
export interface ScanQuestion {
  readonly page: ScanPage;
}
