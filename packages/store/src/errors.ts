/** Every failure of the store, each with the sentence that tells the user what to do next. */

/** What happens to the run; the same words as the remedies of ingestion. */
export type StoreRemedy =
  /** The fault was passing: the same call may succeed now. */
  | 'retry'
  /** This object cannot be had or written; others can. */
  | 'give-up'
  /** Every other call would fail in the same way. */
  | 'stop';

export abstract class StoreError extends Error {
  /** `store/what`, stable: shown to users, counted in summaries. */
  abstract readonly code: `store/${string}`;
  abstract readonly remedy: StoreRemedy;
  override get name(): string {
    return this.constructor.name;
  }
}

/** The address of the store cannot be understood. */
export class BadAddressError extends StoreError {
  readonly code = 'store/bad-address';
  readonly remedy = 'stop';
  constructor(address: string, why: string) {
    super(
      `"${address}" is no address of a store (${why}): give a directory, or s3://bucket or s3://bucket/prefix.`,
    );
  }
}

/** Nobody answers where the store should be, also after several tries. */
export class UnreachableError extends StoreError {
  readonly code = 'store/unreachable';
  readonly remedy = 'stop';
  constructor(store: string, where: string, cause: unknown) {
    super(
      `${store} cannot be reached at ${where} (${said(cause)}): is the server running, and is XXGK_S3_ENDPOINT right?`,
      { cause },
    );
  }
}

/** The store answers, and refuses. */
export class DeniedError extends StoreError {
  readonly code = 'store/denied';
  readonly remedy = 'stop';
  constructor(store: string, what: string, cause: unknown) {
    super(`${store} refuses to ${what} (${said(cause)}): check the credentials and permissions.`, {
      cause,
    });
  }
}

/** There are no credentials to sign requests with. */
export class NoCredentialsError extends StoreError {
  readonly code = 'store/no-credentials';
  readonly remedy = 'stop';
  constructor(store: string, cause: unknown) {
    super(
      `There are no credentials for ${store}: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE.`,
      { cause },
    );
  }
}

/** The bucket does not exist. It is not created here, for its region and rights are the owner's. */
export class NoBucketError extends StoreError {
  readonly code = 'store/no-bucket';
  readonly remedy = 'stop';
  constructor(store: string, cause: unknown) {
    super(`The bucket of ${store} does not exist: create it, or correct its name.`, { cause });
  }
}

/** No space, quota or file handle left. */
export class FullError extends StoreError {
  readonly code = 'store/full';
  readonly remedy = 'stop';
  constructor(store: string, cause: unknown) {
    super(
      `${store} has no room left (${said(cause)}): free some space and run the command again; it resumes.`,
      { cause },
    );
  }
}

/** The store answered with something that it should not, also after several tries. */
export class FaultError extends StoreError {
  readonly code = 'store/fault';
  readonly remedy = 'stop';
  constructor(store: string, what: string, cause: unknown) {
    super(
      `${store} failed to ${what} (${said(cause)}): look at the disk or the server's log, then run the command again.`,
      { cause },
    );
  }
}

/** A key that some backend could not hold, or that would leave the store's folder. */
export class BadKeyError extends StoreError {
  readonly code = 'store/bad-key';
  readonly remedy = 'give-up';
  constructor(key: string, why: string) {
    super(`${JSON.stringify(key)} is no key of an object: ${why}.`);
  }
}

/** An object's bytes are not those that were written. */
export class IntegrityError extends StoreError {
  readonly code = 'store/damaged';
  readonly remedy = 'give-up';
  constructor(key: string, expected: string, found: string) {
    super(
      `The object ${key} is damaged (${found} instead of ${expected}): restore it from a backup, or remove it and ingest its source again.`,
    );
  }
}

/** A record that does not follow the published schema; it is a mistake of the program. */
export class InvalidRecordError extends StoreError {
  readonly code = 'store/invalid-record';
  readonly remedy = 'give-up';
  constructor(recordId: string, why: string) {
    super(`The record ${recordId} does not follow the schema and was not stored: ${why}.`);
  }
}

/** The ledger or the frontier cannot be opened or was made by a newer program. */
export class WorkDirectoryError extends StoreError {
  readonly code = 'store/work-directory';
  readonly remedy = 'stop';
  constructor(path: string, why: string, cause?: unknown) {
    super(
      `The work file ${path} cannot be used (${why}): it can be rebuilt, so move it away and run the command again.`,
      { cause },
    );
  }
}

/** What an unknown error says, in a few words. */
export function said(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  return error.message ? `${code}: ${error.message}` : code;
}
