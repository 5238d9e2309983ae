/** The reader processes and the OCR processes behind them: a file in, what it says out. */
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SourceFile } from '@xxgk/ingest';
import type { Reading } from '../pipeline.ts';
import { ocrLimits, readerLimits } from '../worker/limits.ts';
import { WorkerPool } from '../worker/pool.ts';
import type { WorkerKind } from '../worker/worker.ts';
import type { ReadJob } from './job.ts';
import { openScratch } from './scratch.ts';

export interface ReadersOptions {
  /** Documents read at once. @default the number of processors */
  readonly size?: number;
  /** Pages read by OCR at once. @default the number of processors */
  readonly ocrSize?: number;
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

export class Readers implements AsyncDisposable {
  readonly #readers: WorkerPool;
  /** Its processes start with the first page that needs them. */
  readonly #ocr: WorkerPool;
  /** Made with the first job, removed at the end with all that is in it. */
  #scratch: Promise<string> | undefined;
  readonly size: number;

  constructor(options: ReadersOptions = {}) {
    const cores = availableParallelism();
    this.size = options.size ?? cores;
    this.#readers = new WorkerPool({ ...readerKind, ...options.reader }, this.size);
    this.#ocr = new WorkerPool({ ...ocrKind, ...options.ocr }, options.ocrSize ?? cores);
  }

  /** Starts a reader before there is a file for it. */
  warm(): void {
    this.#readers.warm();
  }

  /**
   * Reads one file in a process of its own.
   *
   * @throws {IngestError} with the code of what went wrong in the reader, or of how it was lost.
   */
  async read(file: SourceFile): Promise<Reading> {
    this.#scratch ??= openScratch();
    const scratch = await mkdtemp(join(await this.#scratch, 'job-'));
    try {
      const job: ReadJob = { file, scratch };
      return (await this.#readers.run(job, (question) => this.#ocr.run(question))) as Reading;
    } finally {
      await rm(scratch, { recursive: true, force: true });
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([this.#readers[Symbol.asyncDispose](), this.#ocr[Symbol.asyncDispose]()]);
    if (this.#scratch) await rm(await this.#scratch, { recursive: true, force: true });
  }
}
