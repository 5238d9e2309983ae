/** The process that finds the links of pages, as the crawler holds it. */
import { fileURLToPath } from 'node:url';
import type { SourceFile } from '@xxgk/ingest';
import type { Discovery } from '@xxgk/ingest/sites';
import type { Limits } from '../worker/limits.ts';
import { WorkerPool } from '../worker/pool.ts';

const second = 1000;
const megabyte = 1_000_000;

const limits: Limits = {
  deadline: 30 * second,
  silence: 15 * second,
  memory: 800 * megabyte,
  jobs: 2000,
  residue: 300 * megabyte,
};

export class LinkReader implements AsyncDisposable {
  readonly #pool = new WorkerPool(
    { name: 'links', entry: fileURLToPath(new URL('links-process.ts', import.meta.url)), limits },
    1,
  );

  /** @throws {IngestError} `links/…` when the page harmed the process. */
  async linksOf(file: SourceFile): Promise<Discovery> {
    return (await this.#pool.run(file)) as Discovery;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#pool[Symbol.asyncDispose]();
  }
}
