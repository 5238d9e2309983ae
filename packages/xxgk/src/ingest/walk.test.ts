import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { find, walk } from './walk.ts';

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

const pathsOf = async (...args: Parameters<typeof walk>): Promise<readonly string[]> =>
  (await Array.fromAsync(walk(...args))).map(({ path }) => path);

test('files come in byte order, hidden ones and links to folders left out', async () => {
  const found = await pathsOf([base]);
  expect(found.map((path) => relative(base, path))).toEqual([
    'a/通知.html',
    'b/10.html',
    'b/2.html',
    'b/link.html',
    'z.html',
  ]);
});

test('the store may lie inside what is ingested', async () => {
  const found = await pathsOf([base], join(base, 'b'));
  expect(found.map((path) => relative(base, path))).toEqual(['a/通知.html', 'z.html']);
});

test('a hidden file that is named is meant', async () => {
  const path = join(base, '.DS_Store');
  expect(await pathsOf([path])).toEqual([path]);
});

test('a path that does not exist is told before anything is done', async () => {
  await expect(Array.fromAsync(walk([join(base, 'none')]))).rejects.toMatchObject({
    code: 'input/not-found',
  });
});

describe('names in GBK', () => {
  /** 旧档案/通知.html */
  const [old, notice] = [
    Buffer.from('bec9b5b5b0b8', 'hex'),
    Buffer.from('cda8d6aa2e68746d6c', 'hex'),
  ];
  const folder = (...names: readonly Buffer[]): Buffer =>
    Buffer.concat([base, ...names].flatMap((name) => [Buffer.from(name), Buffer.from('/')]));

  beforeAll(async () => {
    base = await mkdtemp(join(tmpdir(), 'walk-test-'));
    await mkdir(folder(old));
    await writeFile(Buffer.concat([folder(old), notice]), 'in GBK');
  });

  test('are shown as text and open by their bytes, also when only the text is known', async () => {
    const [found] = await Array.fromAsync(walk([base]));
    expect(found?.path).toBe(join(base, '旧档案/通知.html'));
    expect(await readFile(found?.place ?? '', 'utf8')).toBe('in GBK');
    expect(await find(base, ['旧档案', '通知.html'])).toEqual(found);
  });

  test('that say the same as a name in UTF-8 beside them are told apart from it', async () => {
    await writeFile(Buffer.concat([folder(old), Buffer.from('通知.html')]), 'in UTF-8');
    const found = await Array.fromAsync(walk([base]));
    const contents = found.map(async ({ path, place }) => [
      relative(join(base, '旧档案'), path),
      await readFile(place, 'utf8'),
    ]);
    expect(await Promise.all(contents)).toEqual([
      ['%CD%A8%D6%AA.html', 'in GBK'],
      ['通知.html', 'in UTF-8'],
    ]);
  });

  test('that are in no known charset keep their bytes', async () => {
    await writeFile(Buffer.concat([folder(), Buffer.from('a%ff.html'), Buffer.from([0xff])]), '');
    expect(await pathsOf([base])).toContain(join(base, 'a%25ff.html%FF'));
  });

  test('do not make old names of new ones', async () => {
    const names = [
      'résumé.html',
      're\u0301sume\u0301.html',
      'αβ.html',
      '（一）.html',
      'отчёт.html',
    ];
    for (const name of names) await writeFile(join(base, name), '');
    const found = (await pathsOf([base])).map((path) => relative(base, path));
    expect(found).toEqual(expect.arrayContaining(names));
  });
});
