import { expect, test } from 'vitest';
import { Hours } from './hours.ts';
import { type HostBook, Pace } from './pace.ts';

/** A book in memory that behaves like the frontier. */
class Book implements HostBook {
  readonly next = new Map<string, number>();
  readonly #asked = new Set<string>();
  claim(host: string, gap: number): number {
    const now = Date.now();
    const next = this.next.get(host) ?? 0;
    if (next > now) return next - now;
    if (this.#asked.has(host)) return 5;
    this.#asked.add(host);
    this.next.set(host, now + gap);
    return 0;
  }
  release(host: string, gap: number): void {
    this.#asked.delete(host);
    this.postpone(host, Date.now() + gap);
  }
  postpone(host: string, until: number): void {
    this.next.set(host, Math.max(until, this.next.get(host) ?? 0));
  }
}

const a = new URL('http://a.gov.cn/');
const b = new URL('http://b.gov.cn/');
const gap = 40;

test('one at a time to a host, a gap from the end of one to the next; hosts do not wait for each other', async () => {
  const pace = new Pace(new Book(), { gapOf: () => gap });
  const spans: { host: string; begin: number; end: number }[] = [];
  const send = (url: URL) =>
    pace.turn(url, async () => {
      const begin = performance.now();
      await new Promise((resolve) => setTimeout(resolve, 30));
      spans.push({ host: url.host, begin, end: performance.now() });
    });
  await Promise.all([send(a), send(a), send(b), send(a)]);
  const ofA = spans.filter(({ host }) => host === a.host);
  for (const [index, span] of ofA.entries()) {
    const before = ofA[index - 1];
    // A timer may fire a millisecond early by the other clock.
    if (before) expect(span.begin - before.end).toBeGreaterThanOrEqual(gap - 2);
  }
  const ofB = spans.find(({ host }) => host === b.host);
  expect(ofB?.begin).toBeLessThan(ofA[1]?.begin ?? 0);
});

test('a gap that grows holds for the next request already', async () => {
  let wanted = 0;
  const pace = new Pace(new Book(), { gapOf: () => wanted });
  await pace.turn(a, async () => {
    wanted = gap;
  });
  const ended = performance.now();
  const begun = await pace.turn(a, async () => performance.now());
  expect(begun - ended).toBeGreaterThanOrEqual(gap - 5);
});

test('a failed request counts for the pace, and the next one is sent', async () => {
  const book = new Book();
  const pace = new Pace(book, { gapOf: () => gap });
  await expect(pace.turn(a, () => Promise.reject(new Error('down')))).rejects.toThrow('down');
  expect(book.next.get(a.host)).toBeGreaterThan(Date.now());
  expect(await pace.turn(a, async () => 'up')).toBe('up');
});

test('a host that wants a long peace is not waited for', async () => {
  const pace = new Pace(new Book(), { gapOf: () => gap });
  pace.leaveAlone(a, 3_600_000);
  await expect(pace.turn(a, async () => 'sent')).rejects.toMatchObject({
    code: 'fetch/host-busy',
    remedy: 'wait',
  });
});

test('a run that is stopped waits no longer', async () => {
  const controller = new AbortController();
  const pace = new Pace(new Book(), { gapOf: () => 60_000, signal: controller.signal });
  await pace.turn(a, async () => 1);
  const waiting = pace.turn(a, async () => 2);
  controller.abort();
  await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
});

test('whoever shares the book waits until the answer of another has come', async () => {
  const book = new Book();
  const [one, other] = [0, 1].map(() => new Pace(book, { gapOf: () => gap }));
  let ended = 0;
  const slow = one?.turn(a, async () => {
    await new Promise((resolve) => setTimeout(resolve, 5 * gap));
    ended = performance.now();
  });
  await new Promise((resolve) => setTimeout(resolve, 5));
  const begun = (await other?.turn(a, async () => performance.now())) ?? 0;
  await slow;
  expect(begun - ended).toBeGreaterThanOrEqual(gap - 5);
});

test('a host that declines is asked less and less often, until it gives something', async () => {
  const pace = new Pace(new Book(), { gapOf: () => gap });
  const times: number[] = [];
  for (const declines of [true, true, false, false, false]) {
    await pace.turn(a, async () => times.push(performance.now()));
    if (declines) pace.slow(a);
    else pace.ease(a);
  }
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  expect(gaps[0]).toBeGreaterThanOrEqual(2 * gap - 5);
  expect(gaps[1]).toBeGreaterThanOrEqual(4 * gap - 5);
  // The peace after the last refusal still holds for the request after the answer.
  expect(gaps[3]).toBeLessThan(4 * gap);
});

test('outside of its hours nothing is sent', async () => {
  const now = new Date(Date.now() + 8 * 3_600_000);
  const hour = (more: number): string => String((now.getUTCHours() + more) % 24).padStart(2, '0');
  const pace = new Pace(new Book(), {
    gapOf: () => gap,
    hours: new Hours(`${hour(2)}:00-${hour(3)}:00`),
  });
  let sent = 0;
  await expect(pace.turn(a, async () => (sent += 1))).rejects.toMatchObject({
    code: 'fetch/outside-hours',
    remedy: 'wait',
  });
  expect(sent).toBe(0);
});
