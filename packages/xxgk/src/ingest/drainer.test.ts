import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Drainer } from './drainer.ts';

test('everything that was announced before the end is drained, one drain at a time', async () => {
  const waiting: number[] = [];
  const drained: number[] = [];
  let running = 0;
  const drainer = new Drainer(async () => {
    running += 1;
    expect(running).toBe(1);
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      await sleep(2);
      drained.push(next);
    }
    running -= 1;
  });
  for (let item = 0; item < 10; item += 1) {
    waiting.push(item);
    drainer.wake();
    await sleep(item % 3);
  }
  await drainer.end();
  expect(drained).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test('a failure is told at the end, and nothing is drained after it', async () => {
  let drains = 0;
  const drainer = new Drainer(async () => {
    drains += 1;
    throw new Error('no room left');
  });
  drainer.wake();
  await sleep(1);
  expect(drainer.failed).toBe(true);
  await expect(drainer.end()).rejects.toThrow('no room left');
  expect(drains).toBe(1);
});
