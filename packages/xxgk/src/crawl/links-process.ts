/** Entry of a process that finds the links of pages: foreign HTML is never parsed by the crawler. */
import type { SourceFile } from '@xxgk/ingest';
import { discoverIn } from '@xxgk/ingest/sites';
import { serve } from '../worker/serve.ts';

serve(async (job) => discoverIn(job as SourceFile));
