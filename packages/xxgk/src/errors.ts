/** Failures of the program itself, each with the sentence that tells the user what to do next. */
import { IngestError } from '@xxgk/ingest/errors';

/** A path that was named does not exist. */
export class NotFoundError extends IngestError {
  readonly code = 'input/not-found';
  readonly remedy = 'give-up';
  constructor(path: string) {
    super(`There is no file ${path}: check the path.`);
  }
}

/** A path that was named exists and cannot be read. */
export class CannotReadError extends IngestError {
  readonly code = 'input/cannot-read';
  readonly remedy = 'give-up';
  constructor(path: string, why: string) {
    super(`${path} cannot be read (${why}): check its permissions.`);
  }
}

/** A folder stands where one file is wanted. */
export class FolderError extends IngestError {
  readonly code = 'input/folder';
  readonly remedy = 'give-up';
  constructor(path: string) {
    super(`${path} is a folder: name files, or use \`xxgk ingest ${path}\` for all that is in it.`);
  }
}

/** The file is larger than any document; reading it would only cost memory. */
export class HugeFileError extends IngestError {
  readonly code = 'input/too-large';
  readonly remedy = 'give-up';
  constructor(path: string, bytes: number, limit: number) {
    const megabytes = (count: number): number => Math.round(count / 1e6);
    super(
      `${path} has ${megabytes(bytes)} MB, above the limit of ${megabytes(limit)} MB: split it first.`,
    );
  }
}

/** A file that was unpacked is not there any more, or is another one: the folder was tampered with. */
export class LostMemberError extends IngestError {
  readonly code = 'reader/lost-file';
  readonly remedy = 'retry';
  constructor(sha256: string) {
    super(
      `A file of this archive (${sha256}) was unpacked and is not there any more: is the folder for temporary files being cleaned? Try again.`,
    );
  }
}

/** The ledger speaks of bytes that the archive does not have. */
export class MissingRawError extends IngestError {
  readonly code = 'input/missing';
  readonly remedy = 'give-up';
  constructor(sourceId: string) {
    super(
      `The archive does not hold the bytes of ${sourceId}: was the store emptied and its ledger kept? Ingest or crawl the source again.`,
    );
  }
}

/** The ledger remembers files that the store does not hold: it would call them done. */
export class StaleLedgerError extends IngestError {
  readonly code = 'store/stale-ledger';
  readonly remedy = 'stop';
  constructor(store: string) {
    super(
      `The ledger knows files that ${store} does not hold; was the store emptied or moved? Give the right --store, or remove the ledger (its .work folder, or what --work names).`,
    );
  }
}

/** Two folders of one run would give their files the same names in the store. */
export class SameNameError extends IngestError {
  readonly code = 'input/same-name';
  readonly remedy = 'stop';
  constructor(name: string) {
    super(`Two of the paths are called ${name}: ingest them in two runs, or their common parent.`);
  }
}

/** Something the command line says that cannot be meant. Ends with exit status 2. */
export class UsageError extends Error {
  readonly code = 'usage/wrong';
  override readonly name = 'UsageError';
}
