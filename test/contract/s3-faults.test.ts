/** The S3 store on bad days: passing faults are outlived, lasting ones are said. */
import { randomBytes } from 'node:crypto';
import type { ObjectStore } from '@xxgk/store';
import { openS3, readS3Address } from '@xxgk/store/s3';
import { describe, expect, test } from 'vitest';
import { type Fault, type S3Stub, startS3Stub } from '../servers/s3-stub.ts';

const retry = { attempts: 4, firstPauseMs: 1, longestPauseMs: 20 };
const deadlineMs = 300;
const credentials = { AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'secret' };

async function storeAt(stub: Pick<S3Stub, 'endpoint'>): Promise<ObjectStore> {
  const address = readS3Address('s3://bucket/data', { endpoint: stub.endpoint }, credentials);
  return await openS3(address, { retry, deadlineMs });
}

const body = randomBytes(100_000);

describe('a write outlives', () => {
  const faults: readonly Fault[] = [
    'reset',
    'reset-after-put',
    'internal-error',
    'slow-down',
    'bad-digest',
    'clock-skew',
    'error-in-200',
    'silence',
    'odd-etag',
    'odd-etag-wrong-bytes',
  ];
  test.each(faults)('%s', async (fault) => {
    await using stub = await startS3Stub();
    await using store = await storeAt(stub);
    stub.fail(fault);
    await store.put('raw/a', body, 'application/pdf');
    expect(stub.objects.get('data/raw/a')?.equals(body)).toBe(true);
    expect([...stub.objects.keys()]).toEqual(['data/raw/a']);
  });
});

describe('a read outlives', () => {
  const faults: readonly Fault[] = [
    'reset',
    'internal-error',
    'slow-down',
    'silence',
    'stall',
    'cut-body',
  ];
  test.each(faults)('%s', async (fault) => {
    await using stub = await startS3Stub();
    await using store = await storeAt(stub);
    stub.objects.set('data/raw/a', body);
    stub.fail(fault, fault);
    expect(body.equals((await store.get('raw/a')) ?? Buffer.alloc(0))).toBe(true);
  });
});

test('a fault that stays is said after the last try, and no more is tried', async () => {
  await using stub = await startS3Stub();
  await using store = await storeAt(stub);
  stub.requests.length = 0;
  stub.fail(...Array.from({ length: 9 }, (): Fault => 'internal-error'));
  await expect(store.put('raw/a', body, 'application/pdf')).rejects.toMatchObject({
    code: 'store/fault',
    message: expect.stringContaining('s3://bucket/data failed to write raw/a'),
  });
  expect(stub.requests).toHaveLength(retry.attempts);
});

test('a server that stalls for ever is unreachable, within its deadline times the tries', async () => {
  await using stub = await startS3Stub();
  await using store = await storeAt(stub);
  stub.objects.set('data/raw/a', body);
  stub.fail('stall', 'stall', 'stall', 'stall');
  await expect(store.get('raw/a')).rejects.toMatchObject({ code: 'store/unreachable' });
});

test('what a client cannot mend is said at once', async () => {
  await using stub = await startS3Stub();
  await using store = await storeAt(stub);
  stub.requests.length = 0;
  expect(await store.get('raw/missing')).toBeUndefined();
  expect(stub.requests).toHaveLength(1);
});

test('nobody there: the address and what to do are in the message', async () => {
  const stub = await startS3Stub();
  await stub[Symbol.asyncDispose]();
  await expect(storeAt(stub)).rejects.toMatchObject({
    code: 'store/unreachable',
    remedy: 'stop',
    message: expect.stringMatching(/127\.0\.0\.1.*ECONNREFUSED.*XXGK_S3_ENDPOINT/s),
  });
});

test('neither messages nor the name hold the credentials', async () => {
  await using stub = await startS3Stub();
  stub.fail('clock-skew', 'clock-skew', 'clock-skew', 'clock-skew');
  const error: unknown = await storeAt(stub).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 'store/denied' });
  expect(JSON.stringify(error) + String(error)).not.toContain('secret');
});
