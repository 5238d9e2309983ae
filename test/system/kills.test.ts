/** An ingest that is killed at random moments ends in the store of one that was left in peace. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eachArchive, makeArchives } from './support/archives.ts';
import { killRuns, undisturbed } from './support/kills.ts';
import { type Folder, makeNotices } from './support/notices.ts';
import { run, start } from './support/program.ts';
import { seedOfRun } from './support/random.ts';
import { treeOf } from './support/tree.ts';

/** 200 of each are run by `pnpm chaos`. */
const files = 40;
const archives = 4;
const kills = 20;
const seed = seedOfRun();

let base = '';
let folder: Folder;
let expected: readonly string[] = [];
let window = 0;

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'xxgk-test-'));
  folder = await makeNotices(join(base, 'notices'), files);
  await makeArchives(folder.path, archives);
  const store = join(base, 'undisturbed');
  ({ tree: expected, window } = await undisturbed({ folder: folder.path, store }));
});

afterAll(() => rm(base, { recursive: true, force: true }));

test('the undisturbed run stores every file that can be read, each of the same bytes once', () => {
  const count = (prefix: string): number =>
    expected.filter((line) => line.startsWith(prefix)).length;
  const unreadable = files / 20;
  const twins = files / 10;
  // The one notice that all archives hold is there once.
  const shared = 1;
  const documents = files - twins - unreadable + archives * eachArchive.documents + shared;
  expect(count('captures/')).toBe(files + archives * eachArchive.captures);
  expect(count('raw/')).toBe(files - twins + archives * eachArchive.raw + shared);
  expect(count('documents/')).toBe(documents);
  expect(count('latest/')).toBe(documents);
  expect(count('quarantine/')).toBe(unreadable + archives * eachArchive.quarantine);
});

test(`${kills} kills (XXGK_SEED=${seed}) leave no trace`, async () => {
  const plan = { folder: folder.path, store: join(base, 'killed'), kills, seed, window };
  const report = await killRuns(plan, expected);
  expect(report).toMatchObject({ kills, differences: [] });
});

test('Ctrl-C ends what is under way; the same command goes on', async () => {
  const store = join(base, 'interrupted');
  const { process, ended, saying } = start(['ingest', folder.path, '--store', store]);
  await saying('files to ingest');
  process.kill('SIGINT');
  const { status, said } = await ended;
  expect(status).toBe(130);
  expect(said).toContain('the same command goes on');
  await run(['ingest', folder.path, '--store', store]);
  expect(await treeOf(store)).toEqual(expected);
});

test('a ledger whose store was emptied is not believed', async () => {
  const store = join(base, 'emptied');
  await run(['ingest', folder.path, '--store', store]);
  await rm(join(store, 'raw'), { recursive: true });
  const { status, said } = await run(['ingest', folder.path, '--store', store, '--json']);
  expect(status).toBe(1);
  expect(said).toContain('store/stale-ledger');
});

test('run again, nothing is done twice', async () => {
  const store = join(base, 'undisturbed');
  const { out } = await run(['ingest', folder.path, '--store', store, '--json']);
  const inputs = files + archives * eachArchive.inputs;
  const failed = files / 20 + archives * eachArchive.quarantine;
  expect(JSON.parse(out)).toMatchObject({
    files: inputs,
    stored: 0,
    unchanged: inputs - failed,
    failed,
  });
  expect(await treeOf(store)).toEqual(expected);
});

const script = fileURLToPath(new URL('support/unsafe-ingest.ts', import.meta.url));

test.each(['torn', 'early'])(
  'the comparison sees what kills do to writes that are %s',
  async (unsafe) => {
    const plan = { folder: folder.path, script, extra: ['--unsafe', unsafe] };
    // Without kills the broken promise does no harm: what is seen below is seen because of them.
    const inPeace = await undisturbed({ ...plan, store: join(base, `${unsafe}-in-peace`) });
    expect(inPeace.tree).toEqual(expected);
    const { differences } = await killRuns(
      {
        ...plan,
        store: join(base, unsafe),
        kills: 50,
        seed,
        window: inPeace.window,
        untilDifference: true,
      },
      expected,
    );
    expect(differences).not.toEqual([]);
  },
);
