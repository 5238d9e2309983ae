import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { lifeOf, ownToken } from './process-token.ts';

const script = `import(${JSON.stringify(new URL('process-token.ts', import.meta.url).href)})
  .then(({ ownToken }) => { console.log(ownToken); setInterval(() => {}, 1000); });`;

test('a process is alive until it dies', async () => {
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(child.stdout, 'data');
  const token = String(line).trim();
  expect(token).not.toBe(ownToken);
  expect(lifeOf(token)).toBe('alive');
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(lifeOf(token)).toBe('dead');
});

test('a later process with the same number is not taken for it', () => {
  const [boot, space, pid, start] = ownToken.split('.');
  expect(lifeOf(`${boot}.${space}.${pid}.${start}`)).toBe('alive');
  expect(lifeOf(`${boot}.${space}.${pid}.${Number(start) - 1}`)).toBe('dead');
  expect(lifeOf(`ffffffff.${space}.${pid}.${start}`)).toBe('dead');
});

test('nothing is claimed about a process of another container, or of no token', () => {
  const [boot] = ownToken.split('.');
  expect(lifeOf(`${boot}.1.1.1`)).toBe('unknown');
  expect(lifeOf('nonsense')).toBe('unknown');
});
