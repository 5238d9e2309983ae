/** Entry of an OCR process: reads one page image after another with one engine. */
import { createTesseractEngine, type OcrEngine, readScan } from '@xxgk/ingest/ocr';
import type { ReadScan } from '../pipeline.ts';
import { serve } from '../worker/serve.ts';
import type { ScanQuestion } from './job.ts';

/** Ends with the process. */
let engine: Promise<OcrEngine> | undefined;

serve(async (job) => {
  engine ??= createTesseractEngine();
  const { page } = job as ScanQuestion;
  const used = await engine;
  return { page: await readScan(page, used), engine: used.fingerprint } satisfies ReadScan;
});
