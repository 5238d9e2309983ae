import { expect, test } from 'vitest';
import { workerEnvironment } from './environment.ts';

test('a worker gets what it needs to run, one time zone, and nothing that could be a secret', () => {
  const environment = workerEnvironment({
    PATH: '/usr/bin',
    LANG: 'C.UTF-8',
    TZ: 'Asia/Shanghai',
    AWS_SECRET_ACCESS_KEY: 'secret',
    HTTPS_PROXY: 'http://user:password@proxy',
    NODE_OPTIONS: '--inspect',
  });
  expect(environment).toMatchObject({ PATH: '/usr/bin', LANG: 'C.UTF-8', TZ: 'UTC' });
  expect(Object.keys(environment)).not.toContain('NODE_OPTIONS');
  expect(JSON.stringify(environment)).not.toMatch(/secret|password/);
});
