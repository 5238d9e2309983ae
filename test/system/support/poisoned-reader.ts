/** The program's reader, but a document that says `poison:exit` makes it exit, and so on. */
import { answer } from '../../../packages/xxgk/src/reader/answer.ts';
import type { ReaderJob } from '../../../packages/xxgk/src/reader/job.ts';
import { serve } from '../../../packages/xxgk/src/worker/serve.ts';
import { type Poison, poisons } from './poison.ts';

const mark = /poison:([a-z]+)/;

serve((message, ask) => {
  const job = message as ReaderJob;
  const text = job.do === 'read' ? Buffer.from(job.file.bytes).toString('latin1') : '';
  const by = mark.exec(text)?.[1];
  if (by !== undefined && by in poisons) return Promise.resolve(poisons[by as Poison]());
  return answer(job, ask);
});
