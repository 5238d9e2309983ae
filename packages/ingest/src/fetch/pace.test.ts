import { expect, test } from 'vitest';
import { type HostBook, Pace } from './pace.ts';

/** A book in memory that behaves like the frontier. */
class Book implements HostBook {
  readonly next = new Map<string, number>();
  reserve(host: string, gap: number): number {
    const now = Date.now();
    const at = Math.max(now, this.next.get(host) ?? 0);
    this.next.set(host, at + gap);
    return at - now;
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
