/** A coordinator that is waiting for a reader which will never end; prints the reader's number. */
import { fileURLToPath } from 'node:url';
import { readerLimits } from '../../../packages/xxgk/src/worker/limits.ts';
import { WorkerPool } from '../../../packages/xxgk/src/worker/pool.ts';
import type { EchoJob } from './echo-worker.ts';

const entry = fileURLToPath(new URL('echo-worker.ts', import.meta.url));
const pool = new WorkerPool({ name: 'reader', entry, limits: readerLimits }, 1);
const pid = await pool.run({ do: 'pid' } satisfies EchoJob);
const endless = pool.run({ do: 'harm', by: 'spin' } satisfies EchoJob);
process.stderr.write(`reader ${pid}\n`);
await endless;
