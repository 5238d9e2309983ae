import { expect, test } from 'vitest';
import { inStoreTerms } from './faults.ts';

const cases: readonly (readonly [errno: string, code: string])[] = [
  ['ENOSPC', 'store/full'],
  ['EDQUOT', 'store/full'],
  ['EMFILE', 'store/full'],
  ['EACCES', 'store/denied'],
  ['EROFS', 'store/denied'],
  ['EIO', 'store/fault'],
];

test.each(cases)('%s is %s, and stops the run', async (errno, code) => {
  const error = Object.assign(new Error('as injected'), { code: errno });
  const work = inStoreTerms('/srv/data', 'write raw/ab', () => Promise.reject(error));
  await expect(work).rejects.toMatchObject({
    code,
    remedy: 'stop',
    message: expect.stringContaining(`${errno}: as injected`),
  });
});
