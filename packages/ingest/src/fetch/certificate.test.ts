/** Servers whose certificate is not valid: nothing is fetched past it, unless the user says why. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Fetcher } from './fetcher.ts';

const tool = ((): boolean => {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

let server: Server | undefined;
let address = '';

beforeAll(async () => {
  if (!tool) return;
  const folder = mkdtempSync(join(tmpdir(), 'xxgk-tls-'));
  const [key = '', cert = ''] = ['key.pem', 'cert.pem'].map((name) => join(folder, name));
  const request = [
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-days',
    '2',
    '-subj',
    '/CN=other.example',
  ];
  execFileSync('openssl', [...request, '-keyout', key, '-out', cert], { stdio: 'ignore' });
  server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (_, response) =>
    response.end('page'),
  );
  rmSync(folder, { recursive: true });
  await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done));
  address = `https://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});

afterAll(() => server?.close());

describe.skipIf(!tool)(
  `a self-signed certificate of another name${tool ? '' : ' (skipped: no openssl)'}`,
  () => {
    const allowAddresses = ['127.0.0.0/8'];

    test('is refused, and the message says what to do', async () => {
      await using fetcher = new Fetcher({ allowAddresses });
      await expect(fetcher.get(address)).rejects.toMatchObject({
        code: 'fetch/certificate',
        remedy: 'give-up',
      });
    });

    test('is passed over for the host that the user names, and its answers say so', async () => {
      const reason = 'renewal is late, told by phone on 2026-01-05';
      await using fetcher = new Fetcher({
        allowAddresses,
        tlsExceptions: new Map([['127.0.0.1', reason]]),
      });
      expect(await fetcher.get(address)).toMatchObject({ status: 200, unverified: reason });
      await using other = new Fetcher({
        allowAddresses,
        tlsExceptions: new Map([['127.0.0.2', reason]]),
      });
      await expect(other.get(address)).rejects.toMatchObject({ code: 'fetch/certificate' });
    });
  },
);
