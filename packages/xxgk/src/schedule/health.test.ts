import { expect, test } from 'vitest';
import { serveHealth } from './health.ts';

test('health is told as it is when asked, and nothing else is there', async () => {
  let rounds = 1;
  await using health = await serveHealth(0, () => ({ status: 'ok', rounds }));
  const at = (path: string, init?: RequestInit) =>
    fetch(`http://127.0.0.1:${health.port}${path}`, init);
  rounds = 2;
  expect(await (await at('/health')).json()).toEqual({ status: 'ok', rounds: 2 });
  expect((await at('/')).status).toBe(404);
  expect((await at('/health', { method: 'POST' })).status).toBe(404);
});

test('a port that is taken is wrong usage', async () => {
  await using health = await serveHealth(0, () => ({}));
  await expect(serveHealth(health.port, () => ({}))).rejects.toMatchObject({ code: 'usage/wrong' });
});
