import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AddressPolicy } from '@xxgk/ingest/fetch';
import { expect, test } from 'vitest';
import type { AlarmMessage } from './teller.ts';
import { Webhook } from './webhook.ts';

const message = (code: string): AlarmMessage => ({
  schema: 'xxgk.alarm/1',
  site: 'a',
  code,
  event: 'raised',
  message: '',
  since: '2026-03-01T00:00:00.000Z',
  at: '2026-03-01T00:00:00.000Z',
});

/** Answers with these statuses in turn, 0 for none at all; then with 200. */
async function receiver(statuses: readonly number[]) {
  const got: string[] = [];
  const left = [...statuses];
  const server = createServer(async (request, response) => {
    const body = (await Array.fromAsync(request, String)).join('');
    const { code } = JSON.parse(body) as AlarmMessage;
    got.push(`${request.method} ${request.headers['content-type']} ${code}`);
    const status = left.shift() ?? 200;
    if (status === 302) response.setHeader('location', '/elsewhere');
    if (status !== 0) response.writeHead(status).end('seen');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hook?token=secret`,
    got,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const loopback = new AddressPolicy(['127.0.0.0/8']);

async function delivered(statuses: readonly number[], codes: readonly string[]) {
  await using server = await receiver(statuses);
  const said: string[] = [];
  {
    await using hook = new Webhook({
      url: server.url,
      policy: loopback,
      say: (line) => said.push(line),
      rests: [5, 5],
      timeout: 300,
    });
    for (const code of codes) hook.post(message(code));
    expect(server.got).toEqual([]);
  }
  return { got: server.got, said };
}

test('alarms are posted as JSON, in their order, and nobody waits', async () => {
  const { got, said } = await delivered([], ['blocked', 'vanished']);
  expect(got).toEqual(['POST application/json blocked', 'POST application/json vanished']);
  expect(said).toEqual([]);
});

test.each([
  ['a server that fails', 500],
  ['a server that is busy', 429],
  ['no answer', 0],
])('%s is tried again', async (_, status) => {
  const { got, said } = await delivered([status], ['blocked']);
  expect(got).toHaveLength(2);
  expect(said).toEqual([]);
});

test('in the end it is given up, said without the secret, and the next one goes out', async () => {
  const { got, said } = await delivered([500, 500, 500], ['blocked', 'vanished']);
  expect(got).toHaveLength(4);
  expect(said).toEqual([expect.stringContaining('blocked')]);
  expect(said.join()).not.toContain('secret');
});

test.each([302, 404])('status %i is not tried again, and not followed', async (status) => {
  const { got, said } = await delivered([status], ['blocked']);
  expect(got).toHaveLength(1);
  expect(said).toEqual([expect.stringContaining(`status ${status}`)]);
});

test.each(['http://127.0.0.1:8080/x', 'http://localhost/x', 'ftp://example.org/x'])(
  '%s is refused unless it is allowed',
  (url) => {
    const open = () => new Webhook({ url, policy: new AddressPolicy(), say: () => undefined });
    expect(open).toThrow(expect.objectContaining({ code: expect.stringMatching(/^fetch\//) }));
  },
);
