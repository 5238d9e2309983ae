import { expect, test } from 'vitest';
import { sameSite } from './site-of.ts';
import { canonical, isTrap } from './traps.ts';

test.each([
  [`/${'a/b/'.repeat(3)}x.html`, true],
  ['/a/a/a/x.html', true],
  [`/${Array.from({ length: 21 }, (_, i) => i).join('/')}/x`, true],
  [`/x?${'y'.repeat(2100)}`, true],
  ['/a/a/x.html', false],
  ['/zwgk/2021/01/01/nb/01/x.html', false],
])('%s: %s', (path, expected) => {
  expect(isTrap(new URL(path, 'http://a.gov.cn'))).toBe(expected);
});

test.each([
  ['/a.jsp;jsessionid=1A2B?id=3#top', '/a.jsp?id=3'],
  ['/a.php?id=3&PHPSESSID=4&_t=5', '/a.php?id=3'],
  ['/a?sid=0123456789abcdef0123', '/a'],
  ['/gkmlpt/api/all/7?page=1&sid=660001', '/gkmlpt/api/all/7?page=1&sid=660001'],
  ['/a?b=%E5%B9%B4&c=d+e', '/a?b=%E5%B9%B4&c=d+e'],
])('%s is %s', (path, plain) => {
  expect(canonical(new URL(path, 'http://a.gov.cn'))).toBe(`http://a.gov.cn${plain}`);
});

test.each([
  ['http://www.yunhe.gov.cn', 'https://zrzy.yunhe.gov.cn', true],
  ['http://www.yunhe.gov.cn', 'http://www.danhe.gov.cn', false],
  ['http://www.yunhe.cn', 'http://yunhe.cn', true],
  ['http://127.0.0.1:80', 'http://127.0.0.1:81', false],
  ['http://10.0.0.1', 'http://11.0.0.1', false],
])('%s and %s', (one, other, expected) => {
  expect(sameSite(new URL(one), new URL(other))).toBe(expected);
});
