import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openWork, type Work } from '../work.ts';
import type { Ledger } from './ledger.ts';
import type { Job, JobFailure, SourceEntry } from './types.ts';

let folder = '';
let now = 1_000_000;
let work: Work;
let ledger: Ledger;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xxgk-ledger-'));
  now = 1_000_000;
  work = openWork(folder, { now: () => now });
  ledger = work.ledger;
});
afterEach(() => {
  work[Symbol.dispose]();
  rmSync(folder, { recursive: true });
});

const entry = (
  sourceId: string,
  sha256: string | null = sourceId,
  version = 'v1',
): SourceEntry => ({
  sourceId,
  sha256,
  size: 10,
  version,
});

const failure = (remedy: JobFailure['remedy'], code = 'parse/unreadable'): JobFailure => ({
  code,
  message: 'It cannot be read.',
  remedy,
  stage: 'parse',
});

function claimed(run: number): Job {
  const job = ledger.claim(run);
  if (!job) throw new Error('nothing to claim');
  return job;
}

/** Does everything that is queued, as if every document were good. */
function finishAll(run: number): readonly string[] {
  const done: string[] = [];
  for (let job = ledger.claim(run); job; job = ledger.claim(run)) {
    ledger.countAttempt(job);
    ledger.finish(job, 'stored');
    done.push(job.sourceId);
  }
  return done;
}

/** Sums by state, those of none left out. */
function states(run: number): Record<string, number> {
  const { byState, total } = ledger.summary(run);
  const pairs = Object.entries(byState).map(([state, { files }]) => [state, files] as const);
  expect(pairs.reduce((sum, [, files]) => sum + files, 0)).toBe(total.files);
  return Object.fromEntries(pairs.filter(([, files]) => files > 0));
}

describe('a run', () => {
  test('hands out each input once, in order', () => {
    const { id } = ledger.beginRun('ingest');
    ledger.add(
      id,
      ['b', 'c', 'a'].map((name) => entry(name)),
    );
    expect(finishAll(id)).toEqual(['a', 'b', 'c']);
    expect(states(id)).toEqual({ stored: 3 });
    expect(ledger.finishRun(id)).toBe(true);
  });

  test('stays open while an input is, and is gone on with under its label', () => {
    const first = ledger.beginRun('ingest');
    ledger.add(first.id, [entry('a')]);
    expect(ledger.finishRun(first.id)).toBe(false);
    expect(ledger.beginRun('ingest').id).toBe(first.id);
    expect(ledger.beginRun('other').id).not.toBe(first.id);
    finishAll(first.id);
    expect(ledger.finishRun(first.id)).toBe(true);
    expect(ledger.beginRun('ingest').id).not.toBe(first.id);
  });

  test('over unchanged inputs does nothing', () => {
    const first = ledger.beginRun('ingest');
    ledger.add(first.id, [entry('a'), entry('b')]);
    finishAll(first.id);
    ledger.finishRun(first.id);
    const second = ledger.beginRun('ingest');
    expect(ledger.add(second.id, [entry('a'), entry('b')])).toEqual(['unchanged', 'unchanged']);
    expect(ledger.claim(second.id)).toBeUndefined();
    expect(states(second.id)).toEqual({ unchanged: 2 });
  });

  test.each([
    ['other bytes', entry('a', 'other')],
    ['another version', entry('a', 'a', 'v2')],
  ])('does again what has %s', (_, changed) => {
    const first = ledger.beginRun('ingest');
    ledger.add(first.id, [entry('a'), entry('b')]);
    finishAll(first.id);
    ledger.finishRun(first.id);
    const second = ledger.beginRun('ingest');
    expect(ledger.add(second.id, [changed, entry('b')])).toEqual(['queued', 'unchanged']);
    expect(finishAll(second.id)).toEqual(['a']);
  });

  test('of an older version does again what a newer one has done since', () => {
    for (const version of ['v1', 'v2', 'v1']) {
      const { id } = ledger.beginRun('ingest');
      expect(ledger.add(id, [entry('a', 'a', version)])).toEqual(['queued']);
      finishAll(id);
      ledger.finishRun(id);
    }
  });

  test('is remembered as it ended, when its inputs have gone on to later runs', () => {
    const first = ledger.beginRun('ingest');
    ledger.add(first.id, [entry('a'), entry('b')]);
    ledger.fail(claimed(first.id), failure('give-up', 'decode/empty'));
    finishAll(first.id);
    ledger.finishRun(first.id);
    const ended = ledger.summary(first.id);
    expect(ended).toMatchObject({
      total: { files: 2 },
      failures: [{ code: 'decode/empty', files: 1 }],
    });
    const second = ledger.beginRun('ingest');
    ledger.add(second.id, [entry('a'), entry('b')]);
    expect(ledger.summary(first.id)).toEqual(ended);
    expect(states(second.id)).toEqual({ unchanged: 1, quarantined: 1 });
  });

  test('tells bytes and files for a progress bar', () => {
    const { id } = ledger.beginRun('ingest');
    ledger.add(id, [entry('a'), { ...entry('b'), size: 32 }]);
    ledger.finish(claimed(id), 'stored');
    expect(ledger.counts(id)).toEqual({
      total: { files: 2, bytes: 42 },
      done: { files: 1, bytes: 10 },
    });
  });

  test('remembers stamps, so that an untouched file is not hashed again', () => {
    const { id } = ledger.beginRun('ingest');
    ledger.add(id, [{ ...entry('a', 'sum'), stamp: '10:12345' }]);
    const known = { sha256: 'sum', size: 10, stamp: '10:12345', state: 'queued' };
    expect(ledger.known('a')).toEqual(known);
    expect(ledger.known('b')).toBeUndefined();
  });
});

describe('inputs with the same bytes', () => {
  test('the first in order is read, the others are its duplicates', () => {
    const { id } = ledger.beginRun('ingest');
    const added = ledger.add(id, [entry('a', 'x'), entry('b', 'x'), entry('c', 'x')]);
    expect(added).toEqual(['queued', 'duplicate', 'duplicate']);
    expect(finishAll(id)).toEqual(['a']);
    expect(states(id)).toEqual({ stored: 1, duplicate: 2 });
  });

  test('are unchanged the next time, and a new one is a duplicate, also before them in order', () => {
    const first = ledger.beginRun('ingest');
    ledger.add(first.id, [entry('b', 'x'), entry('c', 'x')]);
    finishAll(first.id);
    ledger.finishRun(first.id);
    const second = ledger.beginRun('ingest');
    expect(ledger.add(second.id, [entry('a', 'x'), entry('b', 'x'), entry('c', 'x')])).toEqual([
      'duplicate',
      'unchanged',
      'unchanged',
    ]);
  });

  test('another stands in when the first got other bytes before it was read', () => {
    const { id } = ledger.beginRun('ingest');
    ledger.add(id, [entry('a', 'x'), entry('b', 'y')]);
    expect(ledger.add(id, [entry('a', 'z'), entry('b', 'x')])).toEqual(['queued', 'queued']);
    expect(finishAll(id)).toEqual(['a', 'b']);
  });

  test('another stands in when the first could not be had', () => {
    const { id } = ledger.beginRun('ingest');
    ledger.add(id, [entry('a', 'x'), entry('b', 'x'), entry('c', 'x')]);
    expect(ledger.fail(claimed(id), failure('give-up', 'ingest/missing'))).toBe('quarantined');
    expect(finishAll(id)).toEqual(['b']);
    expect(states(id)).toEqual({ quarantined: 1, stored: 1, duplicate: 1 });
  });

  test('are not read one after the other when their bytes are bad', () => {
    const { id } = ledger.beginRun('ingest');
    ledger.add(id, [entry('a', 'x'), entry('b', 'x')]);
    const job = claimed(id);
    ledger.countAttempt(job);
    ledger.fail(job, failure('give-up'));
    expect(states(id)).toEqual({ quarantined: 1, duplicate: 1 });
    ledger.finishRun(id);
    // Nor called unchanged later: nothing of them is stored.
    const next = ledger.beginRun('ingest');
    ledger.add(next.id, [entry('a', 'x'), entry('b', 'x')]);
    expect(states(next.id)).toEqual({ quarantined: 1, duplicate: 1 });
  });

  test('one that an interrupted run had first and that is gone now does not stand for others', () => {
    const first = ledger.beginRun('monday');
    ledger.add(first.id, [entry('a', 'x'), entry('b', 'x')]);
    const second = ledger.beginRun('tuesday');
    expect(ledger.add(second.id, [entry('b', 'x')])).toEqual(['queued']);
    expect(finishAll(second.id)).toEqual(['b']);
  });
});

describe('failures', () => {
  test('are given up after three counted attempts, no more and no fewer', () => {
    const { id } = ledger.beginRun('ingest');
    ledger.add(id, [entry('a')]);
    const outcomes = [1, 2, 3].map((attempt) => {
      const job = claimed(id);
      expect(job.attempts).toBe(attempt - 1);
      expect(ledger.countAttempt(job)).toBe(attempt);
      return [ledger.foresee(job, failure('retry')), ledger.fail(job, failure('retry'))];
    });
    expect(outcomes).toEqual([
      [{ state: 'queued', attempts: 1 }, 'queued'],
      [{ state: 'queued', attempts: 2 }, 'queued'],
      [{ state: 'quarantined', attempts: 3 }, 'quarantined'],
    ]);
    expect(ledger.claim(id)).toBeUndefined();
    expect([...ledger.failures()]).toEqual([
      {
        sourceId: 'a',
        sha256: 'a',
        code: 'parse/unreadable',
        stage: 'parse',
        message: 'It cannot be read.',
        attempts: 3,
      },
    ]);
  });

  test('also end when nobody counted the attempts', () => {
    const { id } = ledger.beginRun('ingest');
    ledger.add(id, [entry('a')]);
    const outcomes = [1, 2, 3].map(() => ledger.fail(claimed(id), failure('retry')));
    expect(outcomes).toEqual(['queued', 'queued', 'quarantined']);
  });

  test('that wait come back at their time and cost no attempt', () => {
    const { id } = ledger.beginRun('crawl');
    ledger.add(id, [entry('a')]);
    for (let round = 0; round < 5; round += 1) {
      const job = claimed(id);
      ledger.countAttempt(job);
      expect(ledger.fail(job, { ...failure('wait'), waitMs: 1_000 })).toBe('waiting');
      expect(ledger.claim(id)).toBeUndefined();
      expect(ledger.nextReadyIn(id)).toBe(1_000);
      expect(ledger.finishRun(id)).toBe(false);
      now += 1_000;
    }
    expect(claimed(id).attempts).toBe(0);
  });

  test.each([
    ['stopped', (job: Job) => ledger.fail(job, failure('stop', 'store/full'))],
    ['released', (job: Job) => ledger.release(job)],
  ])('%s jobs go back untouched', (_, end) => {
    const { id } = ledger.beginRun('ingest');
    ledger.add(id, [entry('a')]);
    const job = claimed(id);
    ledger.countAttempt(job);
    end(job);
    expect(states(id)).toEqual({ queued: 1 });
    expect(claimed(id).attempts).toBe(0);
  });

  test('stay given up in the next run until they are asked for by code', () => {
    const first = ledger.beginRun('ingest');
    ledger.add(first.id, [entry('a'), entry('b'), entry('c')]);
    for (const code of ['parse/encrypted', 'parse/encrypted', 'decode/empty']) {
      ledger.fail(claimed(first.id), failure('give-up', code));
    }
    ledger.finishRun(first.id);
    const second = ledger.beginRun('ingest');
    ledger.add(second.id, [entry('a'), entry('b'), entry('c')]);
    expect(ledger.claim(second.id)).toBeUndefined();
    expect(ledger.summary(second.id).failures).toEqual([
      { code: 'parse/encrypted', files: 2 },
      { code: 'decode/empty', files: 1 },
    ]);
    expect(ledger.requeue(second.id, { code: 'parse/encrypted' })).toBe(2);
    expect(finishAll(second.id)).toEqual(['a', 'b']);
    expect(states(second.id)).toEqual({ stored: 2, quarantined: 1 });
  });
});

describe('an input that is not read itself', () => {
  const held = (stamp: string): SourceEntry => ({ ...entry('a.warc', null), stamp });

  test('is open, leased by nobody, and keeps how far it has come', () => {
    const { id } = ledger.beginRun('ingest');
    ledger.keepOpen(id, held('at 1'));
    ledger.keepOpen(id, held('at 2'));
    now += 10 ** 12;
    expect(ledger.claim(id)).toBeUndefined();
    expect(ledger.nextReadyIn(id)).toBeUndefined();
    expect(ledger.finishRun(id)).toBe(false);
    expect(ledger.known('a.warc')).toMatchObject({ stamp: 'at 2', state: 'waiting' });
    expect(ledger.keptOpen(id)).toEqual([held('at 2')]);
  });

  test('ends once in a run, and is unchanged in the next', () => {
    const first = ledger.beginRun('ingest');
    ledger.keepOpen(first.id, held('at 1'));
    ledger.settle(first.id, held('end'), { state: 'stored' });
    ledger.settle(first.id, held('end'), { state: 'unchanged' });
    // By another process that is not as far.
    ledger.keepOpen(first.id, held('at 1'));
    expect(states(first.id)).toEqual({ stored: 1 });
    expect(ledger.keptOpen(first.id)).toEqual([]);
    expect(ledger.finishRun(first.id)).toBe(true);
    const second = ledger.beginRun('ingest');
    ledger.settle(second.id, held('end'), { state: 'unchanged' });
    expect(states(second.id)).toEqual({ unchanged: 1 });
  });

  test('that failed is told with its code, and is not asked for again: its bytes are not there', () => {
    const { id } = ledger.beginRun('ingest');
    const { code, message } = failure('give-up', 'warc/damaged');
    ledger.settle(id, held('x'), { state: 'quarantined', code, stage: 'warc', message });
    expect(ledger.summary(id).failures).toEqual([{ code, files: 1 }]);
    expect(ledger.requeue(id)).toBe(0);
  });

  test('inputs with bytes are listed by id, however many there are', () => {
    const { id } = ledger.beginRun('ingest');
    const ids = Array.from({ length: 1203 }, (_, index) => `${index}`).toSorted();
    ledger.add(id, [...ids.map((each) => entry(each)), entry('z', null)]);
    expect(Array.from(ledger.inputs(id), ({ sourceId }) => sourceId)).toEqual(ids);
  });
});

describe('a lease', () => {
  test('is lost when the input has got other bytes meanwhile', () => {
    const { id } = ledger.beginRun('ingest');
    ledger.add(id, [entry('a', 'x')]);
    const job = claimed(id);
    ledger.add(id, [entry('a', 'y')]);
    const lost = { code: 'store/lease-lost' };
    expect(() => ledger.countAttempt(job)).toThrow(expect.objectContaining(lost));
    expect(() => ledger.finish(job, 'stored')).toThrow(expect.objectContaining(lost));
    expect(() => ledger.fail(job, failure('retry'))).toThrow(expect.objectContaining(lost));
    expect(claimed(id).sha256).toBe('y');
  });

  test('ends once', () => {
    const { id } = ledger.beginRun('ingest');
    ledger.add(id, [entry('a')]);
    const job = claimed(id);
    ledger.finish(job, 'stored');
    expect(() => ledger.finish(job, 'stored')).toThrow(/no longer leased/);
    expect(states(id)).toEqual({ stored: 1 });
  });
});

describe('killed processes', () => {
  const index = JSON.stringify(new URL('../work.ts', import.meta.url).href);

  /** Runs a script with a ledger in another process until it says `ready`, and kills it there. */
  async function killedAfter(script: string): Promise<void> {
    const code = `import(${index}).then(({ openWork }) => {
      const { ledger } = openWork(process.argv[1]);
      ${script}
      process.stdout.write('ready');
      setInterval(() => {}, 1000);
    });`;
    const child = spawn(process.execPath, ['-e', code, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  const add = `const { id } = ledger.beginRun('ingest');
    ledger.add(id, ['a', 'b', 'c'].map((name) =>
      ({ sourceId: name, sha256: name, size: 10, version: 'v1' })));`;

  test('lose nothing: what they had leased is done by others, what they had done stays', async () => {
    await killedAfter(`${add}
      ledger.finish(ledger.claim(id), 'stored');
      ledger.countAttempt(ledger.claim(id));`);
    const { id } = ledger.beginRun('ingest');
    expect(states(id)).toEqual({ stored: 1, leased: 1, queued: 1 });
    ledger.add(id, [entry('a'), entry('b'), entry('c')]);
    expect(finishAll(id)).toEqual(['c', 'b']);
    expect(states(id)).toEqual({ stored: 3 });
  });

  test('had counted the attempt durably; it is set apart, for they did not die of the document', async () => {
    await killedAfter(`${add} ledger.countAttempt(ledger.claim(id));`);
    const { id } = ledger.beginRun('ingest');
    expect(ledger.recover()).toBe(1);
    const order = [claimed(id), claimed(id), claimed(id)];
    expect(order.map(({ sourceId, attempts }) => [sourceId, attempts])).toEqual([
      ['b', 0],
      ['c', 0],
      ['a', 0],
    ]);
  });

  test('that die again and again with one document give it up at last', async () => {
    for (let death = 0; death < 2; death += 1) {
      // Whatever is leased before it is done.
      await killedAfter(`${add} for (;;) {
        const job = ledger.claim(id);
        if (job.sourceId === 'a') { ledger.countAttempt(job); break; }
        ledger.finish(job, 'stored');
      }`);
      ledger.recover();
    }
    ledger.add(ledger.beginRun('ingest').id, [entry('c', 'new')]);
    using strict = openWork(folder, { maxInterruptions: 2 });
    const { id } = strict.ledger.beginRun('ingest');
    // The others come first, for nothing is known against them.
    expect(strict.ledger.claim(id)?.sourceId).toBe('c');
    const job = strict.ledger.claim(id);
    expect(job?.sourceId).toBe('a');
    expect(() => job && strict.ledger.countAttempt(job)).toThrow(
      expect.objectContaining({ code: 'store/interrupted', remedy: 'give-up' }),
    );
    expect(job && strict.ledger.foresee(job, failure('give-up'))).toEqual({
      state: 'quarantined',
      attempts: 2,
    });
  });

  test('are told from living ones, whose leases stay theirs', async () => {
    const { id } = ledger.beginRun('ingest');
    ledger.add(id, [entry('a')]);
    claimed(id);
    now += 1_000_000_000;
    expect(ledger.recover()).toBe(0);
    expect(ledger.claim(id)).toBeUndefined();
  });
});

test('a work file of a newer program is refused, with what to do', async () => {
  const { DatabaseSync } = await import('node:sqlite');
  const database = new DatabaseSync(join(folder, 'work.sqlite'));
  database.exec('pragma user_version = 99');
  database.close();
  expect(() => openWork(folder)).toThrow(
    expect.objectContaining({
      code: 'store/work-directory',
      message: expect.stringMatching(/newer program.*rebuilt/),
    }),
  );
});
