import type { LookupAddress } from 'node:dns';
import { describe, expect, test } from 'vitest';
import { AddressPolicy } from './addresses.ts';
import { checkAddress, guardedLookup } from './guard.ts';
import { noAddress, privateHosts } from './spellings.fixture.ts';

const closed = new AddressPolicy();

test.each(privateHosts)('http://%s/ is refused by its spelling', (host) => {
  expect(() => checkAddress(`http://${host}/a`, closed)).toThrow(
    expect.objectContaining({ code: 'fetch/refused-address' }),
  );
});

test.each(noAddress)('%j is no address to fetch', (address) => {
  expect(() => checkAddress(address, closed)).toThrow(
    expect.objectContaining({ code: 'fetch/bad-address' }),
  );
});

test('an address that hides a password does not show it in the message', () => {
  expect(() => checkAddress('http://user:hunter2@example.com/', closed)).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining('hunter2') }),
  );
});

const tricks: readonly (readonly [string, string])[] = [
  // What comes before the real host is a path or a fragment.
  ['http://127.0.0.1#@ok.example/', 'fetch/refused-address'],
  ['http://127.0.0.1\\@ok.example/', 'fetch/refused-address'],
  ['http:/\\127.1/', 'fetch/refused-address'],
  ['http://127.0.\t0.1/', 'fetch/refused-address'],
  ['http://127.0.\n0.1/', 'fetch/refused-address'],
  ['http:127.0.0.1/', 'fetch/refused-address'],
];

test.each(tricks)('%j leads to this machine', (address, code) => {
  expect(() => checkAddress(address, closed)).toThrow(expect.objectContaining({ code }));
});

const publicHosts = [
  'www.gov.cn',
  '172.15.255.255',
  '172.32.0.1',
  '11.0.0.1',
  '100.63.255.255',
  '100.128.0.1',
  '198.17.255.255',
  '198.20.0.1',
  '223.5.5.5',
  '[2400:3200::1]',
  '[64:ff9b::df05:505]',
  '[::ffff:223.5.5.5]',
  'localhost.example.cn',
];

test.each(publicHosts)('http://%s:8080/ is public', (host) => {
  expect(checkAddress(`http://${host}:8080/a#b`, closed).href).toMatch(/:8080\/a$/);
});

describe('an exception', () => {
  const open = new AddressPolicy(['127.0.0.0/8', '::1', '10.1.0.0/16']);

  test.each(['127.0.0.1', '127.9.9.9', '[::1]', '10.1.2.3', 'localhost'])('opens %s', (host) => {
    expect(checkAddress(`http://${host}/`, open).pathname).toBe('/');
  });

  test.each(['10.2.0.1', '169.254.169.254', '[fe80::1]', '192.168.0.1'])(
    'leaves %s shut',
    (host) => {
      expect(() => checkAddress(`http://${host}/`, open)).toThrow(/private or local/);
    },
  );

  test.each([
    '127.0.0.0/33',
    'localhost',
    '10.0.0.0/',
    '10.0.0.0/8/8',
    '::1/129',
    '1.2.3.4/-1',
    '',
  ])('%j is no range', (range) => {
    expect(() => new AddressPolicy([range])).toThrow(RangeError);
  });
});

describe('the lookup of a socket', () => {
  const answers: readonly (readonly [string, readonly string[], string | null])[] = [
    ['public', ['223.5.5.5'], null],
    ['private', ['127.0.0.1'], 'fetch/refused-address'],
    ['private IPv6', ['fd00::1'], 'fetch/refused-address'],
    ['mixed, the private one last', ['223.5.5.5', '10.0.0.1'], 'fetch/refused-address'],
    ['mapped', ['::ffff:192.168.1.1'], 'fetch/refused-address'],
  ];

  test.each(answers)('of a name with %s addresses', async (_, addresses, code) => {
    const found: LookupAddress[] = addresses.map((address) => ({
      address,
      family: address.includes(':') ? 6 : 4,
    }));
    const dns = ((
      _name: string,
      _options: object,
      callback: (e: null, a: LookupAddress[]) => void,
    ) => callback(null, found)) as unknown as Parameters<typeof guardedLookup>[1];
    const end = await new Promise((resolve) => {
      guardedLookup(closed, dns)('rebind.example', {}, (error, address) => {
        resolve(error ? 'code' in error && error.code : address);
      });
    });
    expect(end).toBe(code ?? addresses[0]);
  });
});
