/** Recordings of sites (WARC, WACZ): how they are told from other files, and what is found in them. */
export { beginning, type Cursor } from './cursor.ts';
export type { Outcome, RecordPlace, Skipped } from './outcome.ts';
export type { Portion } from './read-recording.ts';
export { isWacz, type RecordingKind, recordingHead, recordingKind } from './recognise.ts';
