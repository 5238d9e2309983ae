import {
  type Answer,
  BlockedError,
  type Fetcher,
  type GetOptions,
  type Pace,
  RobotsError,
  type RobotsGate,
  UnreachableError,
} from '@xxgk/ingest/fetch';
import { describe, expect, test } from 'vitest';
import { Asker } from './asker.ts';

const second = 1000;
const address = 'http://a.gov.cn/nb/1.html';
const now = '2026-01-05T00:00:00.000Z';

type Step = Partial<Answer> | Error;

/** An asker whose host gives these answers, one after the other, the last one for ever. */
function askerOf(steps: readonly Step[], allowed: () => Promise<void> = async () => undefined) {
  const rests: number[] = [];
  const paces: string[] = [];
  let sent = 0;
  const fetcher = {
    get: async (requested: string, { turn }: GetOptions) => {
      const send = async (): Promise<Answer> => {
        const step = steps[Math.min(sent, steps.length - 1)] ?? {};
        sent += 1;
        if (step instanceof Error) throw step;
        const plain = { requested, url: requested, redirects: [], headers: {}, fetchedAt: now };
        return { ...plain, status: 200, bytes: Buffer.from('file'), length: 'declared', ...step };
      };
      return turn ? await turn(new URL(requested), send) : await send();
    },
  } as unknown as Fetcher;
  const pace = {
    turn: (_: URL, send: () => Promise<unknown>) => send(),
    leaveAlone: (_: URL, ms: number) => void (ms > 0 && rests.push(ms)),
    slow: () => void paces.push('slow'),
    ease: () => void paces.push('ease'),
  } as unknown as Pace;
  const robots = { check: allowed } as unknown as RobotsGate;
  const asker = new Asker({ fetcher, pace, robots, signal: new AbortController().signal });
  const ask = () => asker.answerTo({ address, from: null });
  return { ask, rests, paces, asker, sent: () => sent };
}

const busy = (retryAfter?: string): Step => ({
  status: 503,
  bytes: new Uint8Array(),
  headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter },
});

describe('a busy host is left alone', () => {
  test.each([
    ['7', 7 * second, true],
    ['Mon, 05 Jan 2026 00:00:30 GMT', 30 * second, true],
    // For another run.
    ['315360000', 86_400 * second, false],
    ['3600', 3600 * second, false],
  ])('as it asks: Retry-After %s', async (header, rest, again) => {
    const { ask, rests, sent } = askerOf([busy(header), {}]);
    if (again) expect(await ask()).toMatchObject({ status: 200 });
    else await expect(ask()).rejects.toMatchObject({ code: 'fetch/host-busy' });
    expect(rests).toEqual([rest]);
    expect(sent()).toBe(again ? 2 : 1);
  });

  test.each([undefined, '-7', 'soon', 'Mon, 05 Jan 2015 00:00:00 GMT'])(
    'for ever longer where it does not say: %s',
    async (header) => {
      const { ask, rests } = askerOf([busy(header)]);
      await expect(ask()).rejects.toMatchObject({ code: 'fetch/host-busy' });
      const [first = 0, then = 0] = rests;
      expect(first).toBeGreaterThanOrEqual(20 * second);
      expect(first).toBeLessThanOrEqual(24 * second);
      expect(then).toBeGreaterThanOrEqual(40 * second);
    },
  );
});

test('after five addresses without an answer the circuit opens, and one answer closes it', async () => {
  const dead = new UnreachableError(address, 'reset', undefined);
  const { ask, rests } = askerOf([...Array.from({ length: 15 }, () => dead), {}, dead]);
  for (let n = 0; n < 5; n += 1) await expect(ask()).rejects.toBe(dead);
  expect(rests.at(-1)).toBe(600 * second);
  await ask();
  await expect(ask()).rejects.toBe(dead);
  expect(rests.at(-1)).toBeLessThan(60 * second);
});

test('a host that declines is not asked again for the address, and more slowly for others', async () => {
  const { ask, paces, rests, sent } = askerOf([
    { status: 521, bytes: Buffer.from('<script>') },
    {},
  ]);
  await expect(ask()).rejects.toBeInstanceOf(BlockedError);
  expect(sent()).toBe(1);
  expect(paces).toEqual(['slow']);
  expect(rests).toEqual([]);
  await ask();
  expect(paces).toEqual(['slow', 'ease']);
});

test('what robots.txt forbids is not sent', async () => {
  const { ask, sent } = askerOf([{}], async () => {
    throw new RobotsError(address, 'its robots.txt forbids it');
  });
  await expect(ask()).rejects.toMatchObject({ code: 'fetch/robots' });
  expect(sent()).toBe(0);
});

test('what was asked for is counted: addresses once, answers by their bytes', async () => {
  const { ask, asker } = askerOf([busy('1'), {}]);
  await ask();
  expect(asker.spent).toEqual({ questions: 1, bytes: 4 });
});
