import { expect, test } from 'vitest';
import { Handover } from './handover.ts';

async function give(desk: Handover<number>, things: readonly number[]): Promise<readonly number[]> {
  const given: number[] = [];
  for (const thing of things) {
    given.push(thing);
    await desk.hand(thing);
  }
  desk.end();
  return given;
}

test('things come in order, and the giver is never more than one ahead', async () => {
  const desk = new Handover<number>();
  const giving = give(desk, [1, 2, 3]);
  expect([await desk.next(), await desk.next(), await desk.next()]).toEqual([1, 2, 3]);
  expect(await desk.next()).toBeUndefined();
  expect(await giving).toEqual([1, 2, 3]);
});

test('a giver that is slow is waited for', async () => {
  const desk = new Handover<number>();
  const first = desk.next();
  await Promise.resolve();
  const giving = give(desk, [7]);
  expect(await first).toBe(7);
  expect(await desk.next()).toBeUndefined();
  await giving;
});

test('a giver is told that nobody wants more, now or when it comes', async () => {
  const desk = new Handover<number>();
  const giving = give(desk, [1, 2]);
  expect(await desk.next()).toBe(1);
  desk.close();
  await expect(giving).rejects.toThrow('Nobody wants');
  await expect(desk.hand(3)).rejects.toThrow('Nobody wants');
});
