import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type LastRound, SiteClock, type SiteClockOptions } from './site-clock.ts';

const hour = 3_600_000;
/** Noon in Beijing. */
const noon = Date.parse('2026-03-02T04:00:00Z');

beforeEach(() => {
  vi.useFakeTimers({ now: noon });
});
afterEach(() => {
  vi.useRealTimers();
});

function clockOf(options: Partial<SiteClockOptions>) {
  const began: string[] = [];
  const clock = new SiteClock({
    site: 'a',
    schedule: '0 2 * * *',
    jitter: 0,
    lastRound: () => undefined,
    round: async () => void began.push(new Date().toISOString()),
    signal: new AbortController().signal,
    ...options,
  });
  clock.start();
  return { clock, began };
}

test('rounds begin by the clock of Beijing, one a day', async () => {
  const { clock, began } = clockOf({});
  await vi.advanceTimersByTimeAsync(24 * hour);
  expect(began.map((time) => time.slice(0, 16))).toEqual(['2026-03-02T18:00']);
  expect(clock.state.next).toBe('2026-03-03T18:00:00.000Z');
  await clock.stop();
});

const pasts: readonly (readonly [string, LastRound | undefined, number])[] = [
  ['a new site waits for its time', undefined, 0],
  ['one round makes up for three missed days', past(72, 71), 1],
  ['nothing was missed since this morning', past(9, 8), 0],
  ['an interrupted round goes on', past(1, null), 1],
];

function past(startedHoursAgo: number, finishedHoursAgo: number | null): LastRound {
  return {
    startedAt: noon - startedHoursAgo * hour,
    finishedAt: finishedHoursAgo === null ? null : noon - finishedHoursAgo * hour,
  };
}

test.each(pasts)('%s', async (_, last, expected) => {
  const { clock, began } = clockOf({ lastRound: () => last });
  await vi.advanceTimersByTimeAsync(hour);
  await clock.stop();
  expect(began).toHaveLength(expected);
});

test('a round that takes longer than the schedule is not overtaken', async () => {
  let running = 0;
  let most = 0;
  const round = async (): Promise<void> => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, 2.5 * hour));
    running -= 1;
  };
  const { clock } = clockOf({ schedule: '0 * * * *', round });
  await vi.advanceTimersByTimeAsync(6.2 * hour);
  expect(most).toBe(1);
  expect(clock.state).toMatchObject({ rounds: 2, skipped: 4, running: true });
  const stopped = clock.stop();
  await vi.advanceTimersByTimeAsync(3 * hour);
  await stopped;
  expect(clock.state).toMatchObject({ rounds: 2, running: false });
});

test('a clock that is stopped during the delay before a round does not begin it', async () => {
  const controller = new AbortController();
  const { clock, began } = clockOf({
    jitter: hour,
    lastRound: () => past(72, 71),
    signal: controller.signal,
  });
  await vi.advanceTimersByTimeAsync(0);
  controller.abort();
  await clock.stop();
  expect(began).toEqual([]);
});
