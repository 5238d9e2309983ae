/** Entry of an OCR process: reads one page image after another. */
import { type Engines, enginesFingerprint, openEngines, readScan } from '@xxgk/ingest/ocr';
import type { ReadScan } from '../pipeline.ts';
import { serve } from '../worker/serve.ts';
import type { ScanQuestion } from './job.ts';

/** Ends with the process. */
let engines: Engines | undefined;

serve(async (job) => {
  const { page } = job as ScanQuestion;
  engines ??= openEngines();
  return { page: await readScan(page, engines), engine: enginesFingerprint() } satisfies ReadScan;
});
