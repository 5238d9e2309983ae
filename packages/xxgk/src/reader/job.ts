/** What a reader process is asked for, and what it asks for itself. */
import type { Document } from '@xxgk/extract/document';
import type { ScanPage, SourceFile } from '@xxgk/ingest';

export type ReaderJob =
  | {
      readonly do: 'read';
      readonly file: SourceFile;
      /** An empty folder for page images. */
      readonly scratch: string;
    }
  /** Of a Document that was read earlier. */
  | { readonly do: 'extract'; readonly document: Document }
  /** The versions of what this process would do. */
  | { readonly do: 'stages' };

/** Asked by a reader of the coordinator, which has it done by an OCR process. */
export interface ScanQuestion {
  readonly page: ScanPage;
}

/** What an OCR process is asked for. */
export interface OcrJob extends ScanQuestion {
  /** Folder of the pages that were read before; null where none are kept. */
  readonly kept: string | null;
}
