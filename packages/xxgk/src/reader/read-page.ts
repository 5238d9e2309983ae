/** Has one page image read by an OCR process. */
import { WorkerDiedError } from '../worker/failure.ts';
import type { WorkerPool } from '../worker/pool.ts';
import type { OcrJob } from './job.ts';

/** Processes that may be lost over one page before its document has failed. */
const attempts = 3;

/**
 * A process that dies costs its page an attempt and the other pages of the document nothing. One that
 * took too long or too much memory would do so again: the document fails at once.
 *
 * @throws as `Worker.run` does.
 */
export async function readPage(pool: Pick<WorkerPool, 'run'>, job: OcrJob): Promise<unknown> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await pool.run(job);
    } catch (error) {
      if (!(error instanceof WorkerDiedError) || attempt === attempts) throw error;
    }
  }
}
