/** Entry of a process that takes recordings apart: foreign bytes are never parsed by the coordinator. */
import { readRecording } from '@xxgk/ingest/warc/read';
import { serve } from '../../worker/serve.ts';
import type { RecordingJob } from './job.ts';

serve(async (message, ask) => {
  const { path, kind, from } = message as RecordingJob;
  const place = typeof path === 'string' ? path : Buffer.from(path);
  // Each portion is asked for by the answer to the one before: no more than one is on its way.
  for await (const portion of readRecording(place, kind, from)) await ask(portion);
});
