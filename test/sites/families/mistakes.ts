/** What goes wrong on sites of agencies, planted on each simulated one. */
import type { Resource } from '../serve-site.ts';
import { anchor, entriesHtml, type Frame, listOf } from './templates.ts';

/** Of the articles that are planted to fail, by what is wrong with them. */
export const wrong = [
  'gone',
  'firewall',
  'soft',
  'login',
  'login too',
  'forbidden',
  'leads astray',
] as const;
export type Wrong = (typeof wrong)[number];

export const answers: Readonly<Record<Exclude<Wrong, 'leads astray'>, Resource>> = {
  gone: { status: 404, body: '<h1>404 Not Found</h1>' },
  firewall: {
    status: 521,
    headers: { 'x-via-jsl': 'e5f6' },
    body: '<script>document.cookie="__jsl_clearance=2";location.reload()</script>',
  },
  soft: { body: '<html><body><p>您访问的页面不存在或已删除</p></body></html>' },
  login: {
    body: '<html><body><form><p>请登录后查看</p><input name="u"><input type="password" name="p"></form></body></html>',
  },
  'login too': {
    body: '<html><body><h3>统一身份认证</h3><form><input type="password" name="p">登录</form></body></html>',
  },
  forbidden: { body: '<p>不应被程序读取</p>' },
};

/** What a round over the site must say. */
export const planted = { blocked: 3, failed: 2, excluded: 2, traps: 2 } as const;

/** Columns that lead nowhere, to be linked from the hub. */
export const traps = `${anchor('/rili/1.html', '通知公告')} ${anchor('/gs/list.jsp?page=1', '公示公告')}`;

/** A calendar whose every page names the next one. */
export function calendar({ pathname }: URL): Resource | undefined {
  const [, number] = /^\/rili\/(\d+)\.html$/.exec(pathname) ?? [];
  if (number === undefined) return undefined;
  const next = anchor(`/rili/${Number(number) + 1}.html`, '下一页');
  return { body: listOf({ charset: 'utf-8', nav: '' }, '通知公告', `第${number}月 ${next}`) };
}

/** A list that gives its first page for every number, and a further number for ever. */
export function endless(url: URL, frame: Frame, paths: readonly string[]): Resource | undefined {
  if (url.pathname !== '/gs/list.jsp') return undefined;
  const page = Number(url.searchParams.get('page')) + 1;
  const entries = paths.slice(0, 3).map((href) => ({ href, title: '公示', date: '2024-02-01' }));
  const next = anchor(`/gs/list.jsp?page=${page}`, '下一页');
  return {
    body: listOf(
      { ...frame, charset: 'utf-8' },
      '公示公告',
      `<ul>${entriesHtml(entries)}</ul>${next}`,
    ),
  };
}
