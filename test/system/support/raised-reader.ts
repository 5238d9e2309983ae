/** The program's reader, of a version whose extraction is newer and whose parsers read nothing. */
import type { DocumentRecord } from '@xxgk/extract';
import { answer } from '../../../packages/xxgk/src/reader/answer.ts';
import type { ReaderJob } from '../../../packages/xxgk/src/reader/job.ts';
import { serve } from '../../../packages/xxgk/src/worker/serve.ts';

const extract = 'raised';

serve(async (message, ask) => {
  const job = message as ReaderJob;
  switch (job.do) {
    case 'stages':
      return { ...((await answer(job, ask)) as Readonly<Record<string, string>>), extract };
    case 'extract':
      return ((await answer(job, ask)) as readonly DocumentRecord[]).map((record) => ({
        ...record,
        made_by: { ...record.made_by, stages: { ...record.made_by.stages, extract } },
      }));
    case 'read':
      throw new TypeError('Nothing was to be read again');
    default:
      throw new TypeError(`Unknown job ${job satisfies never}`);
  }
});
