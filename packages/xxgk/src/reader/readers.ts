/** The reader processes and the OCR processes behind them: a file in, what it says out. */
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Document, DocumentRecord } from '@xxgk/extract';
import type { SourceFile } from '@xxgk/ingest';
import type { Reading } from '../pipeline.ts';
import { ocrLimits, readerLimits } from '../worker/limits.ts';
import { WorkerPool } from '../worker/pool.ts';
import type { WorkerKind } from '../worker/worker.ts';
import type { ReaderJob, ScanQuestion } from './job.ts';
import { readPage } from './read-page.ts';
import type { Read, Reader } from './reader.ts';
import { openScratch } from './scratch.ts';
import { UnpackedFiles } from './unpacked-files.ts';

export interface ReadersOptions {
  /** Documents read at once. @default the number of processors */
  readonly size?: number;
  /** Pages read by OCR at once. @default the number of processors */
  readonly ocrSize?: number;
  /** Folder in which pages read by OCR are kept, so that none is read twice. @default none are kept */
  readonly kept?: string;
  /** Other processes than those of this program, for tests of what happens when they fail. */
  readonly reader?: Partial<WorkerKind>;
  readonly ocr?: Partial<WorkerKind>;
}

const entryOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

const readerKind: WorkerKind = {
  name: 'reader',
  entry: entryOf('reader-process.ts'),
  limits: readerLimits,
};

const ocrKind: WorkerKind = { name: 'ocr', entry: entryOf('ocr-process.ts'), limits: ocrLimits };

export class Readers implements Reader, AsyncDisposable {
  readonly #readers: WorkerPool;
  /** Its processes start with the first page that needs them. */
  readonly #ocr: WorkerPool;
  readonly #kept: string | null;
  /** Made with the first job, removed at the end with all that is in it. */
  #scratch: Promise<string> | undefined;
  readonly size: number;

  constructor(options: ReadersOptions = {}) {
    const cores = availableParallelism();
    this.size = options.size ?? cores;
    this.#readers = new WorkerPool({ ...readerKind, ...options.reader }, this.size);
    this.#ocr = new WorkerPool({ ...ocrKind, ...options.ocr }, options.ocrSize ?? cores);
    this.#kept = options.kept ?? null;
  }

  /** Starts a reader before there is a file for it, and tidies up while it starts. */
  warm(): void {
    this.#readers.warm();
    // Where it fails, the first job says so.
    this.#scratchFolder().catch(() => undefined);
  }

  /**
   * Reads one file in a process of its own. The files of an archive are there until they are disposed.
   *
   * @throws {IngestError} with the code of what went wrong in the reader, or of how it was lost.
   */
  async read(file: SourceFile): Promise<Read> {
    const scratch = await mkdtemp(join(await this.#scratchFolder(), 'job-'));
    await using unpacked = new AsyncDisposableStack();
    unpacked.defer(() => rm(scratch, { recursive: true, force: true }));
    const job: ReaderJob = { do: 'read', file, scratch };
    const reading = (await this.#readers.run(job, (question) =>
      readPage(this.#ocr, { ...(question as ScanQuestion), kept: this.#kept }),
    )) as Reading;
    const { members } = reading.document;
    if (!members) return reading;
    const kept = unpacked.move();
    return { ...reading, unpacked: new UnpackedFiles(members, scratch, kept) };
  }

  #scratchFolder(): Promise<string> {
    this.#scratch ??= openScratch();
    return this.#scratch;
  }

  /**
   * Extracts from a Document that was read earlier, in a process of its own all the same.
   *
   * @throws {IngestError} as {@link read} does.
   */
  async extract(document: Document): Promise<readonly DocumentRecord[]> {
    const job: ReaderJob = { do: 'extract', document };
    return (await this.#readers.run(job)) as readonly DocumentRecord[];
  }

  /** Versions of all stages, as the readers would run them; this process loads no parser. */
  async stages(): Promise<Readonly<Record<string, string>>> {
    const job: ReaderJob = { do: 'stages' };
    return (await this.#readers.run(job)) as Readonly<Record<string, string>>;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([this.#readers[Symbol.asyncDispose](), this.#ocr[Symbol.asyncDispose]()]);
    if (this.#scratch) await rm(await this.#scratch, { recursive: true, force: true });
  }
}
