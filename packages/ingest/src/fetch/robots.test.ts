import { describe, expect, test } from 'vitest';
import type { Answer } from './answer.ts';
import { TooManyRedirectsError, UnreachableError } from './errors.ts';
import type { Fetcher, Turn } from './fetcher.ts';
import { type Robots, RobotsGate, type RobotsStore } from './robots.ts';

const hour = 3_600_000;

/** A gate whose robots.txt answers like this, and how often it was asked. */
function gateOf(answer: () => Partial<Answer>, clock = { now: 0 }, overridden = false) {
  let asked = 0;
  const kept = new Map<string, Robots>();
  const store: RobotsStore = {
    robots: (host) => kept.get(host),
    putRobots: (host, robots) => void kept.set(host, { ...robots, fetchedAt: clock.now }),
  };
  const fetcher = {
    get: async () => {
      asked += 1;
      return answer();
    },
  } as unknown as Fetcher;
  const turn: Turn = (_, send) => send();
  const gate = new RobotsGate({ fetcher, store, turn, overridden, now: () => clock.now });
  return { gate, clock, asked: () => asked };
}

const body =
  (text: string, status = 200) =>
  () => ({ status, bytes: Buffer.from(text) });
const address = (path: string): URL => new URL(path, 'http://a.gov.cn:8080');

const rules = `
User-agent: *
Disallow: /private/
Allow: /private/open/
Disallow: /*.do$
Crawl-delay: 3

User-agent: other
Disallow: /
`;

describe('rules', () => {
  test.each(['/a', '/private', '/private/open/b', '/x.do?y'])('%s is allowed', async (path) => {
    await expect(gateOf(body(rules)).gate.check(address(path))).resolves.toBeUndefined();
  });
  test.each(['/private/', '/private/c', '/x.do'])('%s is not', async (path) => {
    await expect(gateOf(body(rules)).gate.check(address(path))).rejects.toMatchObject({
      code: 'fetch/robots',
    });
  });
  test('for this program by name', async () => {
    const { gate } = gateOf(body('User-agent: XXGK\nDisallow: /\n\nUser-agent: *\nAllow: /'));
    await expect(gate.check(address('/a'))).rejects.toMatchObject({ code: 'fetch/robots' });
  });
  test.each([
    ['Crawl-delay: 3', 3000],
    ['Crawl-delay: 0.5', 500],
    ['Crawl-delay: 86400', 60_000],
    ['Crawl-delay: -1', 0],
    ['Crawl-delay: soon', 0],
    ['', 0],
  ])('%s', async (line, delay) => {
    const { gate } = gateOf(body(`User-agent: *\n${line}`));
    await gate.check(address('/a'));
    expect(gate.delayOf(address('/b'))).toBe(delay);
  });
});

describe('answers', () => {
  test.each([
    ['404', body('<h1>404</h1>', 404)],
    ['403', body('', 403)],
    ['a web page', body('<html><body>Disallow: everything</body></html>')],
    [
      'a redirect without end',
      () => {
        throw new TooManyRedirectsError('http://a', 10);
      },
    ],
  ])('%s allows', async (_, answer) => {
    await expect(gateOf(answer).gate.check(address('/a'))).resolves.toBeUndefined();
  });
  test.each([
    ['500', body('', 500), 'fetch/robots'],
    ['503', body('', 503), 'fetch/robots'],
    ['429', body('', 429), 'fetch/robots'],
    [
      'no answer',
      () => {
        throw new UnreachableError('http://a', 'reset', undefined);
      },
      'fetch/unreachable',
    ],
  ])('%s forbids', async (_, answer, code) => {
    await expect(gateOf(answer).gate.check(address('/a'))).rejects.toMatchObject({ code });
  });
});

test('it is read once a day, and sooner after a failure', async () => {
  const fine = gateOf(body(rules));
  await Promise.all([fine.gate.check(address('/a')), fine.gate.check(address('/b'))]);
  fine.clock.now = 23 * hour;
  await fine.gate.check(address('/c'));
  expect(fine.asked()).toBe(1);
  fine.clock.now = 25 * hour;
  await fine.gate.check(address('/d'));
  expect(fine.asked()).toBe(2);

  const broken = gateOf(body('', 500));
  await expect(broken.gate.check(address('/a'))).rejects.toThrow();
  broken.clock.now = hour;
  await expect(broken.gate.check(address('/a'))).rejects.toThrow();
  expect(broken.asked()).toBe(2);
});

test('of a file that is too long the first 500 KiB hold', async () => {
  const long = `User-agent: *\nDisallow: /a\n${'# '.repeat(300_000)}\nDisallow: /b\n`;
  const { gate } = gateOf(body(long));
  await expect(gate.check(address('/a'))).rejects.toMatchObject({ code: 'fetch/robots' });
  await expect(gate.check(address('/b'))).resolves.toBeUndefined();
});

test('nothing of it is obeyed, or asked for, where the user has said why', async () => {
  const { gate, asked } = gateOf(body('User-agent: *\nDisallow: /'), { now: 0 }, true);
  await expect(gate.check(address('/a'))).resolves.toBeUndefined();
  expect(asked()).toBe(0);
});

test('the sitemaps that it names, once it has been read', async () => {
  const { gate } = gateOf(body('Sitemap: http://a.gov.cn:8080/s.xml\nUser-agent: *\nDisallow:'));
  expect(gate.sitemapsOf(address('/'))).toEqual([]);
  await gate.check(address('/'));
  expect(gate.sitemapsOf(address('/'))).toEqual(['http://a.gov.cn:8080/s.xml']);
});
