/** The archive and the books that are kept while it is filled. */
export { Archive, type RecordFilter } from './archive/archive.ts';
export { canonicalBytes, canonicalJson } from './archive/canonical.ts';
export type { Capture, StandingCapture } from './archive/capture.ts';
export { contentHash, saidBy } from './archive/content-hash.ts';
export { type Stages, sha256Of, versionOf } from './archive/keys.ts';
export type { Latest, LatestEntry } from './archive/latest.ts';
export type { QuarantineEntry } from './archive/quarantine.ts';
export type { Tombstone } from './archive/tombstone.ts';
export type { Finding, Problem } from './archive/verify/finding.ts';
export { setAside, type Verdict as ObjectVerdict, verify } from './archive/verify/verify.ts';
export * from './errors.ts';
export { openDirectory } from './objects/fs/directory.ts';
export { openMemory } from './objects/memory.ts';
export type { ObjectStore, StoredObject } from './objects/object-store.ts';
export { type OpenStoreOptions, openStore } from './objects/open-store.ts';
export { AlarmBook, type AlarmChanges } from './work-directory/alarms.ts';
export { Attached } from './work-directory/frontier/attached.ts';
export { Frontier } from './work-directory/frontier/frontier.ts';
export type {
  Alarm,
  CheckedUrl,
  Missing,
  Robots,
  Round,
  SeenUrl,
  UrlRole,
  UrlState,
} from './work-directory/frontier/types.ts';
export type { UrlCounts } from './work-directory/frontier/urls.ts';
export type { Intake } from './work-directory/ledger/intake.ts';
export type { LedgerOptions, Verdict } from './work-directory/ledger/lease.ts';
export { Ledger } from './work-directory/ledger/ledger.ts';
export { memberId } from './work-directory/ledger/member-id.ts';
export type { FailureFilter } from './work-directory/ledger/report.ts';
export {
  type Count,
  type EndState,
  type FailureRemedy,
  type FoundMember,
  InterruptedError,
  type Job,
  type JobFailure,
  type JobState,
  type Known,
  LeaseLostError,
  type Quarantined,
  type Run,
  type Settled,
  type SourceEntry,
  type Summary,
} from './work-directory/ledger/types.ts';
export { openWork, type Work, type WorkOptions } from './work-directory/work.ts';
