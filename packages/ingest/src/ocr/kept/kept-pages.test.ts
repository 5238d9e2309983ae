import {
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TextPage } from '../../stage.ts';
import { KeptPages } from './kept-pages.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kept-pages-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const keyOf = (n: number): string => n.toString(16).padStart(64, '0');

/** @param filling Random letters, which do not pack well. */
const pageOf = (text: string, number = 4, filling = ''): TextPage => ({
  kind: 'text',
  number,
  width: 100,
  height: 200,
  unit: 'px',
  readBy: 'ocr',
  reason: 'no text layer',
  blocks: [
    {
      kind: 'paragraph',
      role: 'body',
      text: text + filling,
      segments: [{ start: 0, end: 2, page: number, box: [1, 2, 3, 4], confidence: 0.9 }],
    },
    {
      kind: 'table',
      role: 'body',
      rows: 1,
      columns: 1,
      cells: [{ row: 0, column: 0, rowSpan: 1, columnSpan: 1, page: number, text: '7' }],
    },
  ],
});

const files = async (): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));

test('a page is what was kept, as the page of the document that asks', async () => {
  await new KeptPages(folder).put(keyOf(1), pageOf('公开'));
  const found = await new KeptPages(folder).get(keyOf(1), { number: 9, reason: 'garbled' });
  expect(found).toEqual({ ...pageOf('公开', 9), reason: 'garbled' });
});

test('what was never kept is not found', async () => {
  expect(await new KeptPages(join(folder, 'none')).get(keyOf(1), pageAsked)).toBeUndefined();
});

const pageAsked = { number: 1, reason: '' };

test.each<[name: string, harm: (path: string, bytes: Uint8Array) => Promise<void>]>([
  ['cut off', async (path, bytes) => truncate(path, bytes.length - 5)],
  ['empty', async (path) => truncate(path, 0)],
  ['of other bytes', async (path) => writeFile(path, 'junk')],
  [
    'changed in the middle',
    async (path, bytes) => {
      const at = bytes.length >> 1;
      await writeFile(path, bytes.with(at, (bytes[at] ?? 0) ^ 1));
    },
  ],
])('an entry that is %s is not found, and is kept anew', async (_, harm) => {
  const kept = new KeptPages(folder);
  await kept.put(keyOf(1), pageOf('公开'));
  const [path = ''] = await files();
  await harm(path, new Uint8Array(await readFile(path)));
  expect(await kept.get(keyOf(1), pageAsked)).toBeUndefined();
  await kept.put(keyOf(1), pageOf('公开'));
  expect(await kept.get(keyOf(1), pageAsked)).toBeDefined();
});

test('an entry under the name of another is not found', async () => {
  const kept = new KeptPages(folder);
  await kept.put(keyOf(1), pageOf('公开'));
  const [path = ''] = await files();
  await writeFile(path.replace(keyOf(1), keyOf(2)), await readFile(path));
  expect(await kept.get(keyOf(2), pageAsked)).toBeUndefined();
});

test('above the limit the pages go that were not asked for longest', async () => {
  const letters = (): string => Array.from({ length: 500 }, () => Math.random()).join();
  const first = new KeptPages(folder, 1e9);
  for (const n of [1, 2, 3, 4]) await first.put(keyOf(n), pageOf('公开', 1, letters()));
  const paths = (await files()).toSorted();
  for (const [i, path] of paths.entries()) await utimes(path, 1000 + i, 1000 + i);
  await first.get(keyOf(1), pageAsked);
  const { size } = await stat(paths[0] ?? '');
  await new KeptPages(folder, 3.5 * size).put(keyOf(5), pageOf('公开', 1, letters()));
  const left = await Promise.all([1, 2, 3, 4, 5].map((n) => first.get(keyOf(n), pageAsked)));
  expect(left.map((page) => page !== undefined)).toEqual([true, false, false, true, true]);
});

test('a folder that cannot be written keeps nothing and fails nothing', async () => {
  const file = join(folder, 'file');
  await writeFile(file, '');
  const kept = new KeptPages(join(file, 'below'));
  await kept.put(keyOf(1), pageOf('公开'));
  expect(await kept.get(keyOf(1), pageAsked)).toBeUndefined();
});

test('what a writer left unfinished is swept once it is old', async () => {
  const [old, young] = [join(folder, 'old.tmp'), join(folder, 'young.tmp')];
  await writeFile(old, '');
  await writeFile(young, '');
  await utimes(old, 1000, 1000);
  await new KeptPages(folder).put(keyOf(1), pageOf('公开'));
  const names = await readdir(folder);
  expect(names).toContain('young.tmp');
  expect(names).not.toContain('old.tmp');
});
