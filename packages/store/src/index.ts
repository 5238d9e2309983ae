/** The archive and the books that are kept while it is filled. */
export { Archive, type RecordFilter } from './archive.ts';
export { canonicalBytes, canonicalJson } from './canonical.ts';
export type { Capture, StandingCapture } from './capture.ts';
export * from './errors.ts';
export { Frontier } from './frontier.ts';
export type { CheckedUrl, Robots, Round, UrlState } from './frontier-types.ts';
export { openDirectory } from './fs.ts';
export { type Stages, sha256Of, versionOf } from './keys.ts';
export type { Latest, LatestEntry } from './latest.ts';
export { Ledger } from './ledger.ts';
export type { Intake } from './ledger-intake.ts';
export type { LedgerOptions, Verdict } from './ledger-lease.ts';
export type { FailureFilter } from './ledger-report.ts';
export {
  type Count,
  type EndState,
  type FailureRemedy,
  InterruptedError,
  type Job,
  type JobFailure,
  type JobState,
  type Known,
  LeaseLostError,
  type Quarantined,
  type Run,
  type SourceEntry,
  type Summary,
} from './ledger-types.ts';
export { openMemory } from './memory.ts';
export type { ObjectStore, StoredObject } from './object-store.ts';
export { type OpenStoreOptions, openStore } from './open-store.ts';
export type { QuarantineEntry } from './quarantine.ts';
export { openWork, type Work, type WorkOptions } from './work.ts';
