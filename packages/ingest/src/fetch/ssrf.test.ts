/**
 * Private addresses in every spelling, on every way to them: as the start, behind a redirect, as a link of a
 * page, and as the answer of DNS. Canaries listen where they lead; nothing may connect to one.
 */
import type { LookupAddress } from 'node:dns';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, isIP } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { discover } from '../sites/discover.ts';
import { Fetcher } from './fetcher.ts';
import { noAddress, privateHosts } from './spellings.fixture.ts';

/** The one address that is allowed: the site whose redirects and links are followed. */
const site = '127.0.0.2';
const servers: Server[] = [];
let origin = '';
let port = 0;
let connections = 0;
let lookups = 0;
/** What DNS says of every name. */
let answer: LookupAddress[] = [];

const resolve = ((
  _name: string,
  _options: object,
  callback: (error: null, found: LookupAddress[]) => void,
) => {
  lookups += 1;
  callback(null, answer);
}) as unknown as NonNullable<ConstructorParameters<typeof Fetcher>[0]>['resolve'];

const listen = (server: Server, host: string, at = 0): Promise<number> =>
  new Promise((done, failed) => {
    servers.push(server);
    server.once('error', failed);
    server.listen(at, host, () => done((server.address() as AddressInfo).port));
  });

const canary = (): Server =>
  createServer((_, response) => response.end('secret')).on('connection', () => {
    connections += 1;
  });

beforeAll(async () => {
  port = await listen(canary(), '127.0.0.1');
  // Machines without IPv6 have nothing to connect to there.
  await listen(canary(), '::1', port).catch(() => servers.pop());
  const redirecting = createServer((request, response) => {
    const to = new URL(request.url ?? '/', 'http://site').searchParams.get('to') ?? '';
    response.writeHead(302, { location: Buffer.from(to).toString('latin1') }).end();
  });
  origin = `http://${site}:${await listen(redirecting, site)}`;
});

afterAll(async () => {
  await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))));
});

async function refusalOf(address: string): Promise<unknown> {
  await using fetcher = new Fetcher({
    allowAddresses: [`${site}/32`],
    resolve,
    limits: { connect: 1000, headers: 1000, total: 2000 },
  });
  try {
    await fetcher.get(address);
    return 'fetched';
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error;
  }
}

/** Spellings that are an address already: DNS has no say. */
const isLiteral = (host: string): boolean => {
  const { hostname } = new URL(`http://${host}/`);
  return isIP(hostname.replaceAll(/^\[|\]$|\.$/g, '')) !== 0;
};

const local: LookupAddress[] = [
  { address: '127.0.0.1', family: 4 },
  { address: '::1', family: 6 },
];

test('there are canaries, and enough spellings', async () => {
  await (await fetch(`http://127.0.0.1:${port}`)).text();
  expect(connections).toBe(1);
  connections = 0;
  expect(privateHosts.length + noAddress.length).toBeGreaterThanOrEqual(90);
});

describe('are refused', () => {
  const refused = /^fetch\/(refused|bad)-address$/;

  test.each(privateHosts)('%s: as a start, behind a redirect, as a link', async (host) => {
    answer = local;
    lookups = 0;
    const address = `http://${host}:${port}/a.pdf`;
    expect(await refusalOf(address)).toMatch(refused);
    expect(await refusalOf(`${origin}/?to=${encodeURIComponent(address)}`)).toMatch(refused);
    const { attachments, articles } = discover(
      `${origin}/`,
      `<ul><li><a href="${address}">附件</a> 2024-01-01</li></ul>`,
    );
    for (const { url } of [...attachments, ...articles])
      expect(await refusalOf(url)).toMatch(refused);
    if (isLiteral(host)) expect(lookups).toBe(0);
    expect(connections).toBe(0);
  });

  test.each(noAddress.filter((address) => address !== ''))(
    '%s behind a redirect',
    async (address) => {
      const end = await refusalOf(`${origin}/?to=${encodeURIComponent(address)}`);
      // Some are paths of the site itself: they redirect to themselves.
      expect(end).toMatch(/^fetch\/(refused-address|bad-address|too-many-redirects)$/);
      expect(connections).toBe(0);
    },
  );

  const literals = privateHosts
    .filter(isLiteral)
    .map((host) => new URL(`http://${host}/`).hostname.replaceAll(/^\[|\]$|\.$/g, ''));

  test.each([...new Set(literals)])(
    '%s as the answer of DNS, alone and beside a public one',
    async (address) => {
      const family = isIP(address);
      for (const found of [[], [{ address: '223.5.5.5', family: 4 }]]) {
        answer = [...found, { address, family }];
        expect(await refusalOf(`http://rebind.example.cn:${port}/`)).toBe('fetch/refused-address');
      }
      expect(connections).toBe(0);
    },
  );
});
