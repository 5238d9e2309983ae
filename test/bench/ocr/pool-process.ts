/** Reads all pages of a list by the pool of OCR processes: `pool-process.ts PROCESSES PAGES.json`. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { OcrJob } from '../../../packages/xxgk/src/reader/job.ts';
import { ocrLimits } from '../../../packages/xxgk/src/worker/limits.ts';
import { WorkerPool } from '../../../packages/xxgk/src/worker/pool.ts';
import type { BenchPage } from './page.ts';

const [, , size = '1', from = ''] = process.argv;
const pages = JSON.parse(await readFile(from, 'utf8')) as BenchPage[];
const entry = fileURLToPath(
  new URL('../../../packages/xxgk/src/reader/ocr-process.ts', import.meta.url),
);
await using pool = new WorkerPool({ name: 'ocr', entry, limits: ocrLimits }, Number(size));
await Promise.all(
  pages.map(({ image, width, height, dpi }, at) => {
    const page = { kind: 'scan', number: at + 1, image, width, height, dpi, reason: '' } as const;
    // Nothing is kept: each page is to be read.
    return pool.run({ page, kept: null } satisfies OcrJob);
  }),
);
