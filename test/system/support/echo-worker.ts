/** A worker for the tests of worker processes: says what it was told, or harms itself as told. */
import { serve } from '../../../packages/xxgk/src/worker/serve.ts';
import { type Poison, poisons } from './poison.ts';

export type EchoJob =
  | { readonly do: 'echo'; readonly value: unknown }
  | { readonly do: 'ask'; readonly value: unknown }
  | { readonly do: 'environment' }
  | { readonly do: 'pid' }
  | { readonly do: 'print' }
  | { readonly do: 'harm'; readonly by: Poison };

serve(async (message, ask) => {
  const job = message as EchoJob;
  switch (job.do) {
    case 'echo':
      return job.value;
    case 'ask':
      return ask(job.value);
    case 'environment':
      return process.env;
    case 'pid':
      return process.pid;
    case 'print':
      process.stdout.write('noise');
      return 'printed';
    case 'harm':
      return poisons[job.by]();
    default:
      throw new TypeError(`Unknown job ${job satisfies never}`);
  }
});
