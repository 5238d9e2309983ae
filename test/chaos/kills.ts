/**
 * 200 kills during an ingest of 200 files and 20 archives: the final store equals that of an undisturbed run.
 *
 * `pnpm chaos [--files N] [--archives N] [--kills N] [--seed N]` prints one line of JSON and fails on a difference.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeArchives } from '../system/support/archives.ts';
import { killRuns, undisturbed } from '../system/support/kills.ts';
import { makeNotices } from '../system/support/notices.ts';
import { seedOfRun } from '../system/support/random.ts';

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '200' },
    archives: { type: 'string', default: '20' },
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(seedOfRun()) },
  },
});
const [kills, seed] = [Number(values.kills), Number(values.seed)];

const base = await mkdtemp(join(tmpdir(), 'xxgk-chaos-'));
try {
  const start = performance.now();
  const folder = await makeNotices(join(base, 'notices'), Number(values.files));
  await makeArchives(folder.path, Number(values.archives));
  const { tree, window } = await undisturbed({
    folder: folder.path,
    store: join(base, 'undisturbed'),
  });
  const plan = { folder: folder.path, store: join(base, 'killed'), kills, seed, window };
  const report = await killRuns(plan, tree);
  const seconds = Math.round((performance.now() - start) / 1000);
  const line = {
    test: 'kills',
    files: folder.files,
    archives: Number(values.archives),
    objects: tree.length,
    seed,
    seconds,
    ...report,
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
  process.exitCode = report.differences.length === 0 ? 0 : 1;
} finally {
  await rm(base, { recursive: true, force: true });
}
