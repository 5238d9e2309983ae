/**
 * Reads one input and keeps what came of it: document, records, pointer.
 *
 * A stage whose version has risen is run again, and what stands before it is not: a Document that
 * all its stages would make again is taken from the archive. Bytes that say what the earlier ones of
 * their source say, read by the same stages, have no records of their own: a counter of the page
 * changed. See `same-content.ts`.
 */
import type { Document } from '@xxgk/extract/document';
import type { SourceFile } from '@xxgk/ingest';
import {
  type Archive,
  type Capture,
  type FoundMember,
  type Job,
  type Stages,
  versionOf,
} from '@xxgk/store';
import { MissingRawError } from '../errors.ts';
import type { Reading } from '../pipeline.ts';
import type { Reader } from '../reader/reader.ts';
import {
  foundMembers,
  holdsMembers,
  keepCaptures,
  keepFailures,
  keepRaw,
} from './archive-members.ts';
import type { Arrival } from './arrival.ts';
import { capturedFile, captureOf } from './captured-file.ts';
import { isFull } from './expected-values.ts';
import { earlierSame } from './same-content.ts';

/** What came of reading one input. */
export interface Done {
  readonly records: number;
  /** Of them, those that have what is expected of them. */
  readonly full: number;
  /** Whether they are those of earlier bytes that say the same. */
  readonly same: boolean;
  /** Of an archive, its files. */
  readonly members: readonly FoundMember[];
}

export interface JobReaderParts {
  readonly archive: Archive;
  readonly reader: Reader;
  /** Gets an input that could not be had when it was registered. */
  readonly recall?: (sourceId: string) => Promise<Arrival>;
}

export class JobReader {
  readonly #parts: JobReaderParts;
  #stages: Promise<Stages> | undefined;

  constructor(parts: JobReaderParts) {
    this.#parts = parts;
  }

  /** Asked for once, and only where there is something to do. */
  #currentStages(): Promise<Stages> {
    this.#stages ??= this.#parts.reader.stages();
    return this.#stages;
  }

  /** Of all stages, as inputs have it on the ledger. */
  async version(): Promise<string> {
    return versionOf(await this.#currentStages());
  }

  /** Keeps bytes and their capture; the one that stands already is given. */
  async keep({
    bytes,
    capture,
    mediaType,
  }: Arrival): Promise<{ sha256: string; capture: Capture }> {
    const { archive } = this.#parts;
    const sha256 = await archive.putRaw(bytes, mediaType);
    const standing = await archive.putCapture({ ...capture, sha256, bytes: bytes.length });
    return { sha256, capture: standing.capture };
  }

  /**
   * @param begin Called once before foreign bytes are parsed: it counts the attempt.
   * @throws what the reader and the archive throw.
   */
  async read(job: Job, begin: () => void): Promise<Done> {
    const { archive, reader } = this.#parts;
    const spoken = await this.#spokenFor(job);
    const standing = await this.#standing(spoken);
    const reading = standing
      ? await this.#extract(spoken, standing, begin)
      : await this.#parse(spoken, begin);
    const { document, records } = reading;
    const { sha256 } = document.source;
    const stages = (): Promise<Stages> => this.#currentStages();
    const earlier = await earlierSame(job, reading, { archive, reader, stages });
    await archive.putRecords(earlier?.sha256 ?? sha256, earlier?.records ?? records);
    if (earlier) await archive.putSame(sha256, earlier.sha256);
    await archive.clearQuarantine(job.sourceId);
    const members = foundMembers(job.sourceId, document.members);
    await keepFailures(archive, members, await this.version());
    const same = earlier !== undefined || spoken.sha256 !== job.sha256;
    return { records: records.length, full: records.filter(isFull).length, same, members };
  }

  /** Bytes that say what earlier ones of their source say are read as those. */
  async #spokenFor(job: Job): Promise<Job> {
    if (job.sha256 === null) return job;
    const { archive } = this.#parts;
    const sha256 = await archive.spokenFor(job.sha256);
    const own = sha256 === job.sha256 || !(await captureOf(archive, job.sourceId, sha256));
    return own ? job : { ...job, sha256 };
  }

  async #parse(job: Job, begin: () => void): Promise<Reading> {
    const { archive, reader } = this.#parts;
    const file = await this.#load(job);
    begin();
    const reading = await reader.read(file);
    await using unpacked = reading.unpacked;
    if (unpacked) await keepRaw(archive, unpacked);
    await keepCaptures(archive, job.sourceId, reading.document);
    await archive.putDocument(reading.document);
    return reading;
  }

  async #extract(job: Job, document: Document, begin: () => void): Promise<Reading> {
    const { archive, reader } = this.#parts;
    begin();
    // The archive may have been opened under another name.
    await keepCaptures(archive, job.sourceId, document);
    return { document, records: await reader.extract(document) };
  }

  /** What reading these bytes would give, where that is in the archive and whole. */
  async #standing({ sha256 }: Job): Promise<Document | undefined> {
    if (sha256 === null) return undefined;
    const { archive } = this.#parts;
    const document = await archive.currentDocument(sha256, await this.#currentStages());
    return document && (await holdsMembers(archive, document)) ? document : undefined;
  }

  async #load({ sourceId, sha256 }: Job): Promise<SourceFile> {
    const { archive, recall } = this.#parts;
    if (sha256 === null) {
      if (!recall) throw new MissingRawError(sourceId);
      const arrival = await recall(sourceId);
      const { sha256: found, capture } = await this.keep(arrival);
      return capturedFile(arrival.bytes, found, capture);
    }
    const bytes = await archive.getRaw(sha256);
    const capture = await captureOf(archive, sourceId, sha256);
    if (!bytes || !capture) throw new MissingRawError(sourceId);
    return capturedFile(bytes, sha256, capture);
  }
}
