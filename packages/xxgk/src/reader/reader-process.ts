/** Entry of a reader process: runs the pipeline on one document after another. */
import { type ReadScan, read } from '../pipeline.ts';
import { serve } from '../worker/serve.ts';
import type { ReadJob, ScanQuestion } from './job.ts';

serve((job, ask) => {
  const { file, scratch } = job as ReadJob;
  const { buffer, byteOffset, byteLength } = file.bytes;
  // A view that is no Buffer: some parsers refuse those.
  return read(
    { ...file, bytes: new Uint8Array(buffer, byteOffset, byteLength) },
    {
      scratch,
      readScan: async (page) => {
        const question: ScanQuestion = { page };
        return (await ask(question)) as ReadScan;
      },
    },
  );
});
