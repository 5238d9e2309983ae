import { expect, test } from 'vitest';
import { DeadlineError, MemoryError, ToldError, WorkerDiedError } from '../worker/failure.ts';
import type { OcrJob } from './job.ts';
import { readPage } from './read-page.ts';

const job: OcrJob = {
  page: { kind: 'scan', number: 1, image: '', width: 1, height: 1, dpi: null, reason: '' },
  kept: null,
};

/** Fails as told, once each, and then reads. */
function poolOf(failures: readonly Error[]) {
  let runs = 0;
  return {
    runs: () => runs,
    run: async () => {
      const failure = failures[runs];
      runs += 1;
      if (failure) throw failure;
      return 'read';
    },
  };
}

const died = (): Error => new WorkerDiedError('ocr', 'SIGKILL');

test('a process that dies is replaced twice', async () => {
  const pool = poolOf([died(), died()]);
  expect(await readPage(pool, job)).toBe('read');
  expect(pool.runs()).toBe(3);
});

test('after the third the page has failed', async () => {
  const pool = poolOf([died(), died(), died()]);
  await expect(readPage(pool, job)).rejects.toMatchObject({ code: 'ocr/died' });
  expect(pool.runs()).toBe(3);
});

test.each([
  ['time', new DeadlineError('ocr', 'after 120 s')],
  ['memory', new MemoryError('ocr', 1000)],
  ['engine', new ToldError({ code: 'ocr/engine', remedy: 'retry', message: '' })],
])('what would happen again is not tried again: %s', async (_, failure) => {
  const pool = poolOf([failure]);
  await expect(readPage(pool, job)).rejects.toBe(failure);
  expect(pool.runs()).toBe(1);
});
