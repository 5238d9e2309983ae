/** What the process that takes recordings apart is asked for. */
import type { Cursor, RecordingKind } from '@xxgk/ingest/warc';

export interface RecordingJob {
  /** Of the file, as the file system has it. */
  readonly path: string | Uint8Array;
  readonly kind: RecordingKind;
  readonly from: Cursor;
}
