import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { inOrder } from './in-order.ts';

test('results come in the order of the items, failures in their place', async () => {
  const work = async (delay: number): Promise<number> => {
    await sleep(delay);
    if (delay === 1) throw new Error('failed');
    return delay;
  };
  const found = await Array.fromAsync(inOrder([30, 1, 10], work, 3));
  expect(found).toEqual([
    { item: 30, value: 30 },
    { item: 1, error: new Error('failed') },
    { item: 10, value: 10 },
  ]);
});

test('no more than so many are worked on at once', async () => {
  let running = 0;
  let most = 0;
  const work = async (): Promise<void> => {
    running += 1;
    most = Math.max(most, running);
    await sleep(1);
    running -= 1;
  };
  for await (const _ of inOrder(Array.from({ length: 20 }), work, 4));
  expect(most).toBe(4);
});
