import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { openStore } from './open-store.ts';

test('a path and its file address are the same directory', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'xxgk-open-'));
  await using byPath = await openStore(join(folder, '数据'));
  await byPath.put('a', Buffer.from('x'), 'text/plain');
  await using byAddress = await openStore(pathToFileURL(join(folder, '数据')).href);
  expect(await byAddress.has('a')).toBe(true);
  await rm(folder, { recursive: true });
});

test.each(['', 'ftp://host/x', 'S3:///nothing', 'gs://bucket', 'a\0b'])(
  'says what %j should have been',
  async (spec) => {
    await expect(openStore(spec, { env: {} })).rejects.toMatchObject({
      code: 'store/bad-address',
      message: expect.stringContaining('s3://bucket/prefix'),
    });
  },
);
