import { mkdir, mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openScratch } from './scratch.ts';

/** No process has it: the limit of Linux is 2^22. */
const gone = 2 ** 22 + 1;
let parent = '';

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'scratch-test-'));
});

afterEach(() => rm(parent, { recursive: true, force: true }));

test('folders of processes that died long ago are swept, all others stay', async () => {
  const names = [`xxgk-${gone}-old`, `xxgk-${gone}-new`, `xxgk-${process.pid}-old`, 'xxgk-other'];
  for (const name of names) {
    await mkdir(join(parent, name));
    if (!name.endsWith('-new')) await utimes(join(parent, name), 0, 0);
  }
  const own = await openScratch(parent);
  expect((await readdir(parent)).toSorted()).toEqual([basename(own), ...names.slice(1)].toSorted());
});
