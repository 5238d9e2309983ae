/** Worker processes: whatever a document does to its reader, the coordinator goes on. */
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { tools } from '../../packages/xxgk/src/worker/command.ts';
import type { Limits } from '../../packages/xxgk/src/worker/limits.ts';
import { WorkerPool } from '../../packages/xxgk/src/worker/pool.ts';
import type { EchoJob } from './support/echo-worker.ts';
import type { Poison } from './support/poison.ts';
import { start } from './support/program.ts';

const entry = fileURLToPath(new URL('support/echo-worker.ts', import.meta.url));

/** Short clocks, for the tests wait for them to run out. */
const limits: Limits = {
  deadline: 3000,
  silence: 1500,
  memory: 500_000_000,
  jobs: 100,
  residue: 400_000_000,
};

const open = (change: Partial<Limits> = {}, size = 1): WorkerPool =>
  new WorkerPool({ name: 'reader', entry, limits: { ...limits, ...change } }, size);

const echo = (value: unknown): EchoJob => ({ do: 'echo', value });

test('a job and its answer cross the border as they are, bytes too', async () => {
  await using pool = open();
  const value = { bytes: new Uint8Array([0, 255]), text: '信息公开', none: null };
  expect(await pool.run(echo(value))).toEqual(value);
});

test('more jobs than processes all get their own answer', async () => {
  await using pool = open({}, 2);
  const values = Array.from({ length: 20 }, (_, index) => index);
  expect(await Promise.all(values.map((value) => pool.run(echo(value))))).toEqual(values);
});

const harms: [by: Poison, code: string, change?: Partial<Limits>][] = [
  ['exit', 'reader/died'],
  ['abort', 'reader/died'],
  ['kill', 'reader/died'],
  ['hang', 'reader/deadline'],
  ['spin', 'reader/deadline'],
  ['buffers', 'reader/memory', { deadline: 60_000, silence: 60_000 }],
  ['heap', 'reader/memory', { deadline: 60_000, silence: 60_000 }],
  ['rejection', 'reader/unhandled'],
  ['uncaught', 'reader/uncaught'],
  ['deep', 'program/bug'],
];

describe('a job that harms its process fails with a code, and the next job runs', () => {
  test.each(harms)('%s: %s', async (by, code, change) => {
    await using pool = open(change);
    await expect(pool.run({ do: 'harm', by } satisfies EchoJob)).rejects.toMatchObject({ code });
    expect(await pool.run(echo('next'))).toBe('next');
  });
});

test('the clocks stand still while a job waits for an answer', async () => {
  await using pool = open({ deadline: 400, silence: 300 });
  const answer = async (question: unknown): Promise<unknown> => {
    await sleep(1000);
    return `answer to ${String(question)}`;
  };
  // Without the pause both clocks would have run out twice.
  expect(await pool.run({ do: 'ask', value: 'a' } satisfies EchoJob, answer)).toBe('answer to a');
});

test('an answer that fails reaches the job with its code', async () => {
  await using pool = open();
  const answer = async (): Promise<never> => {
    throw new TypeError('no');
  };
  await expect(pool.run({ do: 'ask', value: 'a' } satisfies EchoJob, answer)).rejects.toMatchObject(
    {
      code: 'program/bug',
    },
  );
});

test('a process is replaced after its number of jobs', async () => {
  await using pool = open({ jobs: 2 });
  const pids: unknown[] = [];
  for (let job = 0; job < 4; job += 1) pids.push(await pool.run({ do: 'pid' } satisfies EchoJob));
  expect(pids[0]).toBe(pids[1]);
  expect(pids[1]).not.toBe(pids[2]);
});

test('a process that dies between two jobs costs neither of them', async () => {
  await using pool = open();
  const pid = (await pool.run({ do: 'pid' } satisfies EchoJob)) as number;
  process.kill(pid, 'SIGKILL');
  await sleep(200);
  expect(await pool.run(echo('next'))).toBe('next');
});

test('no secret of the coordinator reaches a worker', async () => {
  process.env['AWS_SECRET_ACCESS_KEY'] = 'canary';
  try {
    await using pool = open();
    const environment = await pool.run({ do: 'environment' } satisfies EchoJob);
    expect(JSON.stringify(environment)).not.toContain('canary');
  } finally {
    delete process.env['AWS_SECRET_ACCESS_KEY'];
  }
});

test('closing the pool ends its processes', async () => {
  const pool = open();
  const pid = (await pool.run({ do: 'pid' } satisfies EchoJob)) as number;
  await pool[Symbol.asyncDispose]();
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
});

const orphan = fileURLToPath(new URL('support/orphan.ts', import.meta.url));

// Without setpriv a reader whose event loop does not turn outlives a coordinator that is killed.
test.skipIf(!tools().has('setpriv'))(
  'a reader dies with its coordinator, busy or not',
  async () => {
    const { process: coordinator, ended, saying } = start([], orphan);
    await saying('reader ');
    coordinator.kill('SIGKILL');
    const reader = Number(/reader (\d+)/.exec((await ended).said)?.[1]);
    await expect.poll(() => isRunning(reader), { timeout: 10_000 }).toBe(false);
  },
);

function isRunning(pid: number): boolean {
  try {
    // A process that nobody has collected yet has ended all the same.
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}
