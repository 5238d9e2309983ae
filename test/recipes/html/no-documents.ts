/** Pages with status 200 that are no document. */
import { footer, navigation, page } from './chrome.ts';
import { utf8, type WebPage } from './page.ts';

const made = (
  name: string,
  html: string,
  lines: readonly string[],
  code: string,
  title: string | null = null,
): WebPage => ({
  name,
  url: `http://www.qinghe.gov.cn/${name}.html`,
  fileName: null,
  declaredCharset: 'utf-8',
  bytes: utf8(html),
  expect: { charset: 'utf-8', cms: null, title, lines, diagnostics: [code] },
});

export const soft404 = made(
  'soft-404',
  page(
    '<meta charset="utf-8"><title>提示信息</title>',
    `${navigation}<div class="tip"><p>抱歉，您访问的页面不存在！</p><p><a href="/">返回首页</a></p></div>${footer}`,
  ),
  ['抱歉，您访问的页面不存在！'],
  'parse/soft-404',
);

export const captcha = made(
  'captcha',
  page(
    '<meta charset="utf-8"><title>安全验证</title>',
    '<div><p>您的访问过于频繁，请输入验证码后继续。</p><input name="code"><img src="/captcha.jsp"></div>',
  ),
  ['您的访问过于频繁，请输入验证码后继续。'],
  'parse/captcha',
);

export const challenge = made(
  'challenge',
  '<html><head><meta charset="utf-8"><script>var a="__jsl_clearance_s=1";document.cookie=a;location.href="/";</script></head><body></body></html>',
  [],
  'parse/captcha',
);

export const login = made(
  'login',
  page(
    '<meta charset="utf-8"><title>用户登录</title>',
    '<form><p>请登录后查看信息内容</p><p>用户名<input name="u"></p><p>密码<input type="password" name="p"></p></form>',
  ),
  ['请登录后查看信息内容', '用户名', '密码'],
  'parse/login-wall',
);

const entries = Array.from(
  { length: 12 },
  (_, at) => `青禾县水务局关于第${at + 1}批河道采砂许可事项的公告`,
);

export const list = made(
  'list',
  page(
    '<meta charset="utf-8"><title>通知公告</title>',
    `${navigation}<div class="list"><ul>${entries
      .map(
        (text, at) =>
          `<li><a href="t${at}.html">${text}</a><span>2019-0${(at % 9) + 1}-11</span></li>`,
      )
      .join('')}</ul></div>${footer}`,
  ),
  entries.map((text, at) => `${text}2019-0${(at % 9) + 1}-11`),
  'parse/list-page',
);

export const empty = made(
  'empty',
  page(
    '<meta charset="utf-8"><title>青禾县</title>',
    '<div id="app"></div><script src="/app.js"></script>',
  ),
  [],
  'parse/no-content',
);
