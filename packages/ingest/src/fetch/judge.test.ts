import { describe, expect, test } from 'vitest';
import type { Answer } from './answer.ts';
import { judge } from './judge.ts';
import { retryAfter } from './retry-after.ts';

const asked = 'https://www.example.gov.cn/zwgk/nb/t20200101_1.html';

const answer = (status: number, body = '', more: Partial<Answer> = {}): Answer => ({
  requested: asked,
  url: asked,
  redirects: [],
  status,
  headers: {},
  bytes: Buffer.from(body),
  length: 'declared',
  fetchedAt: '2026-01-02T00:00:00.000Z',
  ...more,
});

/** 该信息已删除 in GBK. */
const deleted = Buffer.from('b8c3d0c5cfa2d2d1c9beb3fd', 'hex');

const challenge =
  '<html><head><script>document.cookie="x=1";location.reload()</script></head><body></body></html>';
const prose = '本馆去年公开信息一百余条，其中工作动态八十条，均在规定期限内完成。'.repeat(8);

describe('what a server puts in the place of a document', () => {
  const refusals: readonly (readonly [string, string, Answer])[] = [
    ['加速乐', 'fetch/blocked', answer(521, challenge)],
    ['瑞数', 'fetch/blocked', answer(412, '<script>$_ts=1</script>')],
    ['a script with 200', 'fetch/blocked', answer(200, challenge)],
    [
      'a script with 202',
      'fetch/blocked',
      answer(202, '<html><script src="/x.js"></script></html>'),
    ],
    ['403', 'fetch/blocked', answer(403, '<h1>Forbidden</h1>')],
    [
      'a captcha',
      'fetch/blocked',
      answer(200, '<html><body>请输入验证码<input name="code"><img src="/c.jpg"></body></html>'),
    ],
    [
      'a login',
      'fetch/blocked',
      answer(200, '<html><body>用户登录<input type="password"></body></html>'),
    ],
    ['a firewall', 'fetch/blocked', answer(200, '<html><body>您的访问被拦截</body></html>')],
    [
      'maintenance',
      'fetch/blocked',
      answer(200, '<html><body><p>网站升级维护中，请稍后访问</p></body></html>'),
    ],
    ['404', 'fetch/not-found', answer(404, '<h1>404</h1>')],
    ['410', 'fetch/not-found', answer(410)],
    [
      'a soft 404',
      'fetch/not-found',
      answer(200, '<html><body>您访问的页面不存在！</body></html>'),
    ],
    [
      'a soft 404 in GBK',
      'fetch/not-found',
      answer(200, '', { bytes: Buffer.concat([Buffer.from('<html><body>'), deleted]) }),
    ],
    [
      'an article that leads home',
      'fetch/not-found',
      answer(200, '<html>首页</html>', { url: 'https://www.example.gov.cn/index.html' }),
    ],
    ['429', 'fetch/host-busy', answer(429)],
    ['503', 'fetch/host-busy', answer(503)],
    ['500', 'fetch/server-error', answer(500)],
    ['400', 'fetch/status', answer(400)],
    ['300', 'fetch/status', answer(300)],
  ];
  test.each(refusals)('%s: %s', (_, code, found) => {
    expect(() => judge(found)).toThrow(expect.objectContaining({ code }));
  });
});

describe('documents', () => {
  const documents: readonly (readonly [string, Answer])[] = [
    ['an article', answer(200, `<html><body>${prose}</body></html>`)],
    [
      'an article about 404 pages',
      answer(200, `<html><body>页面不存在怎么办？${prose}</body></html>`),
    ],
    [
      'an article beside a login',
      answer(200, `<html><body>登录<input type="password">${prose}</body></html>`),
    ],
    [
      'a short notice',
      answer(200, '<html><body><p>关于闭馆的通知</p><p>明日闭馆。</p></body></html>'),
    ],
    ['a PDF', answer(200, '%PDF-1.7 404 Not Found')],
    [
      'a script that leads on, with links',
      answer(200, `<script>a()</script>${'<a href="/x">x</a>'.repeat(20)}`),
    ],
    [
      'the home page that was asked for',
      answer(200, '<html>首页</html>', {
        requested: 'http://a.gov.cn/',
        url: 'https://a.gov.cn/index.html',
      }),
    ],
    [
      'a folder that leads to its list',
      answer(200, '<html>列表</html>', {
        requested: 'http://a.gov.cn/nb',
        url: 'http://a.gov.cn/nb/',
      }),
    ],
    ['304', answer(304)],
  ];
  test.each(documents)('%s', (_, found) => {
    expect(judge(found)).toBeUndefined();
  });
});

// Quadratic work on 200 KB takes minutes, longer than any test may.
test('a hostile page is judged without standing still', () => {
  for (const piece of ['<!--', '<script>', '<a href=', '<', 'document.cookie=']) {
    const html = `<html>${piece.repeat(199_000 / piece.length)}`;
    expect(() => judge(answer(404, html))).toThrow(/nothing at|declines/);
  }
});

const now = Date.parse('2026-01-02T00:00:00Z');
test.each([
  ['7', 7000],
  [' 120 ', 120_000],
  ['Fri, 02 Jan 2026 00:01:00 GMT', 60_000],
  ['Fri, 02 Jan 2036 00:01:00 GMT', 86_400_000],
  ['999999999', 86_400_000],
  ['-7', null],
  ['0', null],
  ['soon', null],
  ['Thu, 01 Jan 2026 00:00:00 GMT', null],
  [undefined, null],
])('Retry-After: %s', (header, wait) => {
  expect(retryAfter(header, now)).toBe(wait);
});
