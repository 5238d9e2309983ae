/** The process that takes recordings apart, as the coordinator holds it. */
import { fileURLToPath } from 'node:url';
import type { Portion } from '@xxgk/ingest/warc';
import type { Limits } from '../../worker/limits.ts';
import { WorkerPool } from '../../worker/pool.ts';
import { Handover } from './handover.ts';
import type { RecordingJob } from './job.ts';

const second = 1000;
const hour = 3600 * second;
const megabyte = 1_000_000;

const limits: Limits = {
  // A recording has any size, and each step through it is bounded: what hangs is silent.
  deadline: 48 * hour,
  silence: 30 * second,
  // One record of 100 MB as it was recorded, unpacked, and on its way here.
  memory: 1500 * megabyte,
  jobs: 100,
  residue: 400 * megabyte,
};

export class RecordingReader implements AsyncDisposable {
  readonly #pool = new WorkerPool(
    {
      name: 'recording',
      entry: fileURLToPath(new URL('recording-process.ts', import.meta.url)),
      limits,
    },
    1,
  );

  /**
   * Reads a recording from a place on; the process waits while the caller is busy with a portion.
   *
   * @throws {IngestError} `warc/…` when it holds nothing, `recording/…` when it harmed the process.
   */
  async *portions(job: RecordingJob): AsyncGenerator<Portion> {
    const desk = new Handover<Portion>();
    const run = this.#pool.run(job, (portion) => desk.hand(portion as Portion));
    run.then(
      () => desk.end(),
      () => desk.end(),
    );
    try {
      for (let portion = await desk.next(); portion; portion = await desk.next()) yield portion;
      await run;
    } finally {
      // The process learns it as the answer to its question.
      desk.close();
      await run.catch(() => undefined);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#pool[Symbol.asyncDispose]();
  }
}
