import { expect, test } from 'vitest';
import { Recent } from './ppocr-recent.ts';

test('what is asked for twice is made once, until newer results push it out', async () => {
  const recent = new Recent<string>(2);
  const made: string[] = [];
  const ask = (key: string): Promise<string> =>
    recent.get(key, async () => {
      made.push(key);
      return key;
    });
  for (const key of ['a', 'b', 'a', 'c', 'a']) await ask(key);
  expect(made).toEqual(['a', 'b', 'c', 'a']);
});

test('a failure is not kept', async () => {
  const recent = new Recent<string>(2);
  await expect(recent.get('a', () => Promise.reject(new Error('out of memory')))).rejects.toThrow();
  expect(await recent.get('a', async () => 'read')).toBe('read');
});
