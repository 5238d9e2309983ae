/** Every failure of ingestion, each with the sentence that tells the user what to do next. */

/** What happens to the job when an error of this class reaches the coordinator. */
export type Remedy =
  /** Put it back at once; the fault was passing. */
  | 'retry'
  /** Put it back after the host has been left alone for a while; it does not count as an attempt. */
  | 'wait'
  /** Record the failure and go on; trying again would give the same answer. */
  | 'give-up'
  /** Stop the run: every other job would fail in the same way. */
  | 'stop';

export abstract class IngestError extends Error {
  /** `stage/what`, stable: shown to users, counted in summaries, used by `retry`. */
  abstract readonly code: `${string}/${string}`;
  abstract readonly remedy: Remedy;
  override get name(): string {
    return this.constructor.name;
  }
}

/** The file has no bytes. */
export class EmptyFileError extends IngestError {
  readonly code = 'decode/empty';
  readonly remedy = 'give-up';
  constructor() {
    super('The file is empty (0 bytes): fetch it again, or look at what the site sent.');
  }
}

/** No parser recognises the bytes. */
export class UnknownFormatError extends IngestError {
  readonly code = 'decode/unknown-format';
  readonly remedy = 'give-up';
  constructor(head: Uint8Array) {
    const hex = Buffer.from(head.subarray(0, 8)).toString('hex');
    super(
      `No reader recognises this file; it begins with ${hex}. Readable are HTML, MHTML, PDF, DOCX, DOC, RTF, OFD, XLSX, XLS, CSV, images, JSON and XML that hold an article, and archives of these (ZIP, RAR, 7z, TAR, gzip).`,
    );
  }
}

/** The bytes are of the format, and broken or cut off. */
export class UnreadableError extends IngestError {
  readonly code = 'parse/unreadable';
  readonly remedy = 'give-up';
  constructor(format: string, why: string) {
    super(`This ${format} file cannot be read (${why}): fetch it again, or open it by hand.`);
  }
}

/** The document asks for a password, and the empty one does not open it. */
export class EncryptedError extends IngestError {
  readonly code = 'parse/encrypted';
  readonly remedy = 'give-up';
  constructor(format: string) {
    super(`This ${format} file is encrypted: save a copy without password and read that.`);
  }
}

/** A form whose pages are made when it is opened: the file has only a notice that says so. */
export class DynamicFormError extends IngestError {
  readonly code = 'parse/dynamic-form';
  readonly remedy = 'give-up';
  constructor() {
    super(
      'This PDF is a dynamic XFA form, its pages exist only in Adobe Reader: print it to PDF there and read that.',
    );
  }
}

/** A paged document without a page. */
export class NoPagesError extends IngestError {
  readonly code = 'parse/no-pages';
  readonly remedy = 'give-up';
  constructor(format: string) {
    super(`This ${format} file has no pages: fetch it again, or open it by hand.`);
  }
}

/** The document is larger than a limit that protects the machine. */
export class TooLargeError extends IngestError {
  readonly code = 'parse/too-large';
  readonly remedy = 'give-up';
  constructor(what: string, limit: string) {
    super(`${what} is above the limit of ${limit}: split the file, or read it by hand.`);
  }
}

/** An OCR engine broke while it started or read; finding nothing on an image is no failure. */
export class OcrError extends IngestError {
  readonly code = 'ocr/engine';
  readonly remedy = 'retry';
  /** @param advice What the user can do, as an order. */
  constructor(why: string, advice = 'try again; if it repeats, look at the page image') {
    super(`The OCR engine failed (${why}): ${advice}.`);
  }
}

/** One OCR engine is installed and does not start; another may read in its place. */
export class EngineStartError extends OcrError {
  /** Its name, as in `XXGK_OCR`. */
  readonly engine: string;
  constructor(engine: string, why: string) {
    super(`${engine} does not start: ${why}`, 'look at `xxgk doctor`');
    this.engine = engine;
  }
}

/** `XXGK_OCR` and the settings beside it name no engine that can read here. */
export class OcrSettingError extends IngestError {
  readonly code = 'ocr/setting';
  readonly remedy = 'stop';
}

/** The format is known, and nothing here reads it. */
export class UnsupportedError extends IngestError {
  readonly code = 'parse/unsupported';
  readonly remedy = 'give-up';
  /** @param advice What the user can do, as an order: `save it as JPEG and read that`. */
  constructor(what: string, advice: string) {
    super(`${what} cannot be read here: ${advice}.`);
  }
}
