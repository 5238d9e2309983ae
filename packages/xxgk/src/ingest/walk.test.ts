import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { walk } from './walk.ts';

let base = '';

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'walk-test-'));
  await mkdir(join(base, 'b/.git'), { recursive: true });
  await mkdir(join(base, 'a'));
  for (const path of ['b/2.html', 'b/10.html', 'a/通知.html', 'z.html', 'b/.git/x', '.DS_Store']) {
    await writeFile(join(base, path), '');
  }
  await symlink(join(base, 'a'), join(base, 'b/loop'));
  await symlink(join(base, 'z.html'), join(base, 'b/link.html'));
});

afterAll(() => rm(base, { recursive: true, force: true }));

test('files come in byte order, hidden ones and links to folders left out', async () => {
  const found = await Array.fromAsync(walk([base]));
  expect(found.map((path) => relative(base, path))).toEqual([
    'a/通知.html',
    'b/10.html',
    'b/2.html',
    'b/link.html',
    'z.html',
  ]);
});

test('the store may lie inside what is ingested', async () => {
  const found = await Array.fromAsync(walk([base], join(base, 'b')));
  expect(found.map((path) => relative(base, path))).toEqual(['a/通知.html', 'z.html']);
});

test('a hidden file that is named is meant', async () => {
  const path = join(base, '.DS_Store');
  expect(await Array.fromAsync(walk([path]))).toEqual([path]);
});

test('a path that does not exist is told before anything is done', async () => {
  await expect(Array.fromAsync(walk([join(base, 'none')]))).rejects.toMatchObject({
    code: 'input/not-found',
  });
});
