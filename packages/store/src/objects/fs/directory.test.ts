import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ownToken } from '../../process-token.ts';
import { openDirectory } from './directory.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xxgk-fs-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('an object is a file of that name, readable without this program', async () => {
  const store = await openDirectory(folder);
  await store.put('raw/ab/政府', Buffer.from('x'), 'text/plain');
  expect(await readFile(join(folder, 'raw', 'ab', '政府'), 'utf8')).toBe('x');
  expect(await readdir(join(folder, '.tmp'))).toEqual([]);
});

test('opening sweeps the files of writers that died, and only those', async () => {
  const scratch = join(folder, '.tmp');
  await mkdir(scratch);
  const [boot, space] = ownToken.split('.');
  const names = {
    killed: `${boot}.${space}.4194303.1.a`,
    beforeReboot: `00000000.${space}.1.1.b`,
    ownRunning: `${ownToken}.c`,
    otherContainer: `${boot}.1.1.1.d`,
    otherContainerLongAgo: `${boot}.1.1.1.e`,
  };
  for (const name of Object.values(names)) await writeFile(join(scratch, name), 'half');
  await utimes(join(scratch, names.otherContainerLongAgo), 1, 1);
  await openDirectory(folder);
  expect((await readdir(scratch)).sort()).toEqual([names.ownRunning, names.otherContainer].sort());
});

test('a write that fails leaves no file behind', async () => {
  const store = await openDirectory(folder);
  await store.put('a/b', Buffer.from('x'), 'text/plain');
  await expect(store.put('a', Buffer.from('y'), 'text/plain')).rejects.toMatchObject({
    code: 'store/fault',
    message: expect.stringContaining('write a '),
  });
  expect(await readdir(join(folder, '.tmp'))).toEqual([]);
  expect(await store.get('a')).toBeUndefined();
});

test('goes on when someone has removed an emptied folder', async () => {
  const store = await openDirectory(folder);
  await store.put('raw/ab/1', Buffer.from('x'), 'text/plain');
  await rm(join(folder, 'raw'), { recursive: true });
  await store.put('raw/ab/2', Buffer.from('y'), 'text/plain');
  expect(await Array.fromAsync(store.list(''))).toEqual([{ key: 'raw/ab/2', size: 1 }]);
});

test('lists nothing of what the program keeps beside the objects', async () => {
  const store = await openDirectory(folder);
  await mkdir(join(folder, '.work'));
  await writeFile(join(folder, '.work', 'work.sqlite'), 'x');
  await store.put('a/.b', Buffer.from('x'), 'text/plain');
  expect(await Array.fromAsync(store.list(''))).toEqual([{ key: 'a/.b', size: 1 }]);
});

test('does not list what a link points to, which may lie outside', async () => {
  const store = await openDirectory(join(folder, 'store'));
  await writeFile(join(folder, 'secret'), 'x');
  await symlink(join(folder, 'secret'), join(folder, 'store', 'link'));
  expect(await Array.fromAsync(store.list(''))).toEqual([]);
});

test('says that a path is no folder', async () => {
  const path = join(folder, 'file');
  await writeFile(path, '');
  await expect(openDirectory(path)).rejects.toMatchObject({
    code: 'store/fault',
    remedy: 'stop',
    message: expect.stringContaining(path),
  });
});
