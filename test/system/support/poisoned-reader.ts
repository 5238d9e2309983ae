/** The program's reader, but a document that says `poison:exit` makes it exit, and so on. */
import { type ReadScan, read } from '../../../packages/xxgk/src/pipeline.ts';
import type { ReadJob } from '../../../packages/xxgk/src/reader/job.ts';
import { serve } from '../../../packages/xxgk/src/worker/serve.ts';
import { type Poison, poisons } from './poison.ts';

const mark = /poison:([a-z]+)/;

serve((job, ask) => {
  const { file, scratch } = job as ReadJob;
  const by = mark.exec(Buffer.from(file.bytes).toString('latin1'))?.[1];
  if (by !== undefined && by in poisons) return Promise.resolve(poisons[by as Poison]());
  return read(file, { scratch, readScan: async (page) => (await ask({ page })) as ReadScan });
});
