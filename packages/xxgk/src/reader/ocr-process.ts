/** Entry of an OCR process: reads one page image after another. */
import { KeptPages, openEngines, PageReader } from '@xxgk/ingest/ocr';
import type { ReadScan } from '../pipeline.ts';
import { serve } from '../worker/serve.ts';
import type { OcrJob } from './job.ts';

/** Its engines end with the process. */
let reader: PageReader | undefined;

serve(async (job) => {
  const { page, kept } = job as OcrJob;
  reader ??= new PageReader(await openEngines(), kept === null ? null : new KeptPages(kept));
  return (await reader.read(page)) satisfies ReadScan;
});
