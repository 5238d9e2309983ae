/** The contract of object stores, met by memory, a directory and a real S3 server. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDirectory, openMemory, openStore } from '@xxgk/store';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { radosgwMissing, type S3Server, startRadosgw } from '../servers/radosgw.ts';
import { behavesAsObjectStore } from './object-store.ts';

behavesAsObjectStore('memory', { open: async () => openMemory() });

describe('directory', () => {
  let folder = '';
  let opened = 0;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'xxgk-store-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  behavesAsObjectStore('a directory', {
    open: async () => {
      opened += 1;
      return await openDirectory(join(folder, String(opened)));
    },
  });
});

const skip = radosgwMissing();

describe('S3', () => {
  let server: S3Server | undefined;
  let opened = 0;
  const open = async (prefix: string) =>
    await openStore(`s3://xxgk-test/${prefix}`, { env: server?.env ?? {} });

  beforeAll(async () => {
    if (skip !== undefined) return;
    server = await startRadosgw();
    await server.createBucket('xxgk-test');
  }, 120_000);
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
  });

  behavesAsObjectStore('S3 (Ceph radosgw)', {
    skip,
    open: async () => {
      opened += 1;
      return await open(`store-${opened}`);
    },
  });

  test.skipIf(skip !== undefined)('keeps to its prefix', async () => {
    await using one = await open('same');
    await using other = await open('same-beginning');
    await one.put('a', Buffer.from('one'), 'text/plain');
    await other.put('a', Buffer.from('other'), 'text/plain');
    expect(await Array.fromAsync(one.list(''))).toEqual([{ key: 'a', size: 3 }]);
    expect(one.name).toBe('s3://xxgk-test/same');
  });

  const refusals: readonly [
    why: string,
    code: string,
    spec: string,
    env: Record<string, string>,
  ][] = [
    ['a wrong secret', 'store/denied', 's3://xxgk-test', { AWS_SECRET_ACCESS_KEY: 'wrong' }],
    ['a bucket that is not there', 'store/no-bucket', 's3://xxgk-missing', {}],
  ];
  test.skipIf(skip !== undefined).each(refusals)('says %s as %s', async (_, code, spec, env) => {
    await expect(openStore(spec, { env: { ...server?.env, ...env } })).rejects.toMatchObject({
      code,
      remedy: 'stop',
    });
  });
});
