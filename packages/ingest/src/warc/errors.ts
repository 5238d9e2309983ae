/** Every way in which a recording, or a record in it, fails to give a file. */
import { IngestError } from '../errors.ts';

/** Not one record can be found. */
export class NoRecordsError extends IngestError {
  readonly code = 'warc/no-records';
  readonly remedy = 'give-up';
  constructor(what: string, why: string) {
    super(`This ${what} holds no record that can be read (${why}): get another copy of it.`);
  }
}

/** The file ends inside a record: its download, or the recording, was broken off. */
export class TruncatedRecordError extends IngestError {
  readonly code = 'warc/truncated';
  readonly remedy = 'give-up';
  constructor(where: string) {
    super(`The recording ends inside the record ${where}: get a whole copy of it.`);
  }
}

/** Bytes of the recording have changed since it was written. */
export class DamagedRecordError extends IngestError {
  readonly code = 'warc/damaged';
  readonly remedy = 'give-up';
  constructor(where: string) {
    super(`The record ${where} is damaged and was passed over: get another copy of the recording.`);
  }
}

/** A record unpacks to more than any page has. */
export class RecordBombError extends IngestError {
  readonly code = 'warc/bomb';
  readonly remedy = 'give-up';
  constructor(where: string) {
    super(`The record ${where} unpacks to far more than any page holds: look at the recording.`);
  }
}

/** A record is larger than any document. */
export class LargeRecordError extends IngestError {
  readonly code = 'warc/too-large';
  readonly remedy = 'give-up';
  constructor(where: string, limit: number) {
    super(
      `The record ${where} is larger than ${Math.round(limit / 1e6)} MB: take the file out of the recording by hand.`,
    );
  }
}

/** The bytes of a record are not those of which its digest was made. */
export class DigestError extends IngestError {
  readonly code = 'warc/digest-mismatch';
  readonly remedy = 'give-up';
  constructor(where: string, digest: string) {
    super(
      `The record ${where} is not what was recorded (its digest ${digest} does not match): get another copy of the recording.`,
    );
  }
}

/** The recorder got only a part of the file. */
export class IncompleteRecordError extends IngestError {
  readonly code = 'warc/incomplete';
  readonly remedy = 'give-up';
  constructor(where: string, why: string) {
    super(`The record ${where} holds only a part of the file (${why}): fetch the file again.`);
  }
}
