import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { Roots } from './roots.ts';

test('a file is named by where it stands below what was named', () => {
  const roots = new Roots(['some/reports', 'single.html']);
  const path = resolve('some/reports/2019/x.html');
  expect(roots.idOf(path)).toBe('reports/2019/x.html');
  expect(roots.whereIs('reports/2019/x.html')).toEqual({
    folder: resolve('some'),
    names: ['reports', '2019', 'x.html'],
  });
  expect(roots.idOf(resolve('single.html'))).toBe('single.html');
  expect(roots.whereIs('single.html')).toEqual({ folder: resolve('.'), names: ['single.html'] });
});

test('the same paths in another order are the same run', () => {
  expect(new Roots(['b', 'a']).label).toBe(new Roots(['a', 'b']).label);
});

test('two paths with one name would be one source', () => {
  expect(() => new Roots(['a/2019', 'b/2019'])).toThrow(/2019/);
  expect(() => new Roots(['a/2019', 'a/2019/'])).not.toThrow();
});
