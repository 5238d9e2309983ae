import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openWork, type Work } from '../work.ts';
import type { Ledger } from './ledger.ts';
import { memberId } from './member-id.ts';
import type { FoundMember, Job } from './types.ts';

let folder = '';
let work: Work;
let ledger: Ledger;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xxgk-ledger-'));
  work = openWork(folder);
  ledger = work.ledger;
});
afterEach(() => {
  work[Symbol.dispose]();
  rmSync(folder, { recursive: true });
});

const entry = (sourceId: string, sha256 = sourceId, version = 'v1') => ({
  sourceId,
  sha256,
  size: 10,
  version,
});

const member = (archive: string, name: string, sha256: string | null = name): FoundMember => ({
  sourceId: memberId(archive, name),
  sha256,
  size: 5,
  ...(sha256 === null && {
    failure: { code: 'container/checksum', stage: 'container', message: 'It is damaged.' },
  }),
});

/** What archives hold, by their ids. */
type Contents = Readonly<Record<string, readonly FoundMember[]>>;

/** Ends everything that is ready, and places what is in archives until nothing is left. */
function finishAll(run: number, contents: Contents = {}): readonly string[] {
  const done: string[] = [];
  do {
    for (let job = ledger.claim(run); job; job = ledger.claim(run)) {
      ledger.countAttempt(job);
      ledger.finish(job, 'stored', contents[job.sourceId]);
      done.push(job.sourceId);
    }
  } while (ledger.place(run) > 0);
  return done;
}

function states(run: number): Record<string, number> {
  const pairs = Object.entries(ledger.summary(run).byState);
  return Object.fromEntries(
    pairs.map(([state, { files }]) => [state, files] as const).filter(([, files]) => files > 0),
  );
}

function claimed(run: number): Job {
  const job = ledger.claim(run);
  if (!job) throw new Error('nothing to claim');
  return job;
}

test('files of archives come after all else, level by level, each content once', () => {
  const { id } = ledger.beginRun('ingest');
  ledger.add(id, [entry('b.zip'), entry('c.html', 'same'), entry('a.zip')]);
  const done = finishAll(id, {
    'b.zip': [member('b.zip', 'x', 'twin'), member('b.zip', 'y', 'same')],
    'a.zip': [member('a.zip', 'x', 'twin'), member('a.zip', 'z.zip')],
    'a.zip!/z.zip': [member('a.zip!/z.zip', 'deep')],
  });
  expect(done).toEqual([
    'a.zip',
    'b.zip',
    'c.html',
    'a.zip!/x',
    'a.zip!/z.zip',
    'a.zip!/z.zip!/deep',
  ]);
  expect(states(id)).toEqual({ stored: 6, duplicate: 2 });
  expect(ledger.finishRun(id)).toBe(true);
});

test('nothing is placed while something is open, and the run does not end before', () => {
  const { id } = ledger.beginRun('ingest');
  ledger.add(id, [entry('a.zip'), entry('b.html')]);
  ledger.finish(claimed(id), 'stored', [member('a.zip', 'x')]);
  const other = claimed(id);
  expect(ledger.place(id)).toBe(0);
  ledger.finish(other, 'stored');
  expect(ledger.finishRun(id)).toBe(false);
  expect(states(id)).toEqual({ stored: 2, held: 1 });
  expect(ledger.place(id)).toBe(1);
  expect(claimed(id)).toMatchObject({ sourceId: 'a.zip!/x', sha256: 'x', version: 'v1' });
});

test('a file that could not be unpacked has ended with its reason', () => {
  const { id } = ledger.beginRun('ingest');
  ledger.add(id, [entry('a.zip')]);
  finishAll(id, { 'a.zip': [member('a.zip', 'x', null), member('a.zip', 'y')] });
  expect(states(id)).toEqual({ stored: 2, quarantined: 1 });
  expect([...ledger.failures()]).toMatchObject([
    { sourceId: 'a.zip!/x', code: 'container/checksum', message: 'It is damaged.' },
  ]);
});

test('a later run has the files of an archive that has not changed, with their ends', () => {
  const contents: Contents = {
    'a.zip': [member('a.zip', 'x'), member('a.zip', 'z.zip'), member('a.zip', 'lost', null)],
    'a.zip!/z.zip': [member('a.zip!/z.zip', 'deep')],
  };
  const first = ledger.beginRun('ingest');
  ledger.add(first.id, [entry('a.zip'), entry('a.zip.html')]);
  finishAll(first.id, contents);
  ledger.finishRun(first.id);
  const second = ledger.beginRun('ingest');
  ledger.add(second.id, [entry('a.zip'), entry('a.zip.html')]);
  expect(finishAll(second.id)).toEqual([]);
  expect(states(second.id)).toEqual({ unchanged: 5, quarantined: 1 });
});

test('a changed archive brings its new files; what it no longer holds is not of the run', () => {
  const first = ledger.beginRun('ingest');
  ledger.add(first.id, [entry('a.zip', 'old')]);
  finishAll(first.id, { 'a.zip': [member('a.zip', 'x'), member('a.zip', 'y')] });
  ledger.finishRun(first.id);
  const second = ledger.beginRun('ingest');
  ledger.add(second.id, [entry('a.zip', 'new')]);
  const done = finishAll(second.id, { 'a.zip': [member('a.zip', 'x'), member('a.zip', 'z')] });
  expect(done).toEqual(['a.zip', 'a.zip!/z']);
  expect(states(second.id)).toEqual({ stored: 2, unchanged: 1 });
  ledger.finishRun(second.id);
  const third = ledger.beginRun('ingest');
  ledger.add(third.id, [entry('a.zip', 'new')]);
  expect(states(third.id)).toEqual({ unchanged: 3 });
});

test('another version of the stages reads the files again', () => {
  const contents: Contents = { 'a.zip': [member('a.zip', 'x')] };
  const first = ledger.beginRun('ingest');
  ledger.add(first.id, [entry('a.zip')]);
  finishAll(first.id, contents);
  ledger.finishRun(first.id);
  const second = ledger.beginRun('ingest');
  ledger.add(second.id, [entry('a.zip', 'a.zip', 'v2')]);
  expect(finishAll(second.id, contents)).toEqual(['a.zip', 'a.zip!/x']);
});

test('an archive that holds itself ends', () => {
  const { id } = ledger.beginRun('ingest');
  ledger.add(id, [entry('a.zip', 'self')]);
  expect(finishAll(id, { 'a.zip': [member('a.zip', 'a.zip', 'self')] })).toEqual(['a.zip']);
  expect(states(id)).toEqual({ stored: 1, duplicate: 1 });
});
