import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Limits } from './limits.ts';
import { type Excess, Watch } from './watch.ts';

const limits: Limits = { deadline: 10_000, silence: 3000, memory: 1e12, jobs: 1, residue: 1 };

let exceeded: Excess[] = [];
let watch: Watch;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
  exceeded = [];
  watch = new Watch(process.pid, limits, (excess) => exceeded.push(excess));
});

afterEach(() => {
  watch.stop();
  vi.useRealTimers();
});

test('a job that gives signs of life has until its deadline', () => {
  for (let second = 0; second < 9; second += 1) {
    vi.advanceTimersByTime(1000);
    watch.alive();
  }
  expect(exceeded).toEqual([]);
  vi.advanceTimersByTime(1500);
  expect(exceeded[0]).toBe('deadline');
});

test('a silent job is stopped earlier', () => {
  vi.advanceTimersByTime(2900);
  expect(exceeded).toEqual([]);
  vi.advanceTimersByTime(400);
  expect(exceeded[0]).toBe('silence');
});

test('both clocks stand still while any answer is awaited', () => {
  watch.wait();
  watch.wait();
  vi.advanceTimersByTime(60_000);
  watch.resume();
  vi.advanceTimersByTime(60_000);
  watch.resume();
  expect(exceeded).toEqual([]);
  vi.advanceTimersByTime(3500);
  expect(exceeded[0]).toBe('silence');
});
