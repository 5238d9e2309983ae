import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type Discovery, discover, discoverIn } from './index.ts';

const host = 'http://www.yunhe.example.cn';
const paths = (links: readonly { readonly url: string }[]): readonly string[] =>
  links.map(({ url }) => decodeURIComponent(url.replace(host, '')));
const at = (path: string, text: string): Discovery => discover(host + path, text);

const hex = (n: number): string => n.toString(16).padStart(32, '0');

describe('a list of jpaas', () => {
  const unit = '/api-gateway/jpaas-publish-server/front/page/build/unit';
  const rows = (n: number): string =>
    Array.from(
      { length: n },
      (_, i) => `<li><a href="/art/2024/art_${hex(i)}.html" title="年报${i}">年报</a></li>`,
    ).join('');

  test('is asked for with the parameters of the page', () => {
    const page = `<html><body><script url="${unit}" queryData="{'parseType':'bulidstatic','webId':'7','pageType':'column','tagId':'列表','pageId':'ab'}"></script></body></html>`;
    const { nextPages } = at('/col/col7/index.html', page);
    expect(nextPages).toHaveLength(1);
    expect(nextPages[0]).toMatchObject({ rule: 'jpaas unit', guessed: false });
    expect(Object.fromEntries(new URL(nextPages[0]?.url ?? '').searchParams)).toEqual({
      parseType: 'bulidstatic',
      webId: '7',
      pageType: 'column',
      tagId: '列表',
      pageId: 'ab',
    });
  });

  test('holds HTML, and is counted up', () => {
    const answer = JSON.stringify({ success: true, data: { html: `<ul>${rows(3)}</ul>` } });
    const found = at(`${unit}?webId=7&pageId=ab`, answer);
    expect(found.family).toBe('jpaas');
    expect(paths(found.articles)).toEqual([0, 1, 2].map((i) => `/art/2024/art_${hex(i)}.html`));
    expect(found.articles[0]?.text).toBe('年报0');
    expect(paths(found.nextPages)).toEqual([
      `${unit}?webId=7&pageId=ab&paramJson={"pageNo":2,"pageSize":"3"}`,
    ]);
    expect(found.nextPages[0]?.guessed).toBe(true);
  });

  test.each([
    ['?webId=7&pageNo=2', 3, '', ['?webId=7&pageNo=3']],
    ['?paramJson={"pageNo":2,"pageSize":15}', 3, '', ['?paramJson={"pageNo":3,"pageSize":"15"}']],
    ['?webId=7&pageNo=4', 3, '<div data-x="pageCount: 4"></div>', []],
    ['?webId=7&pageNo=5', 0, '', []],
  ])('after %s with %d rows', (query, count, more, expected) => {
    const answer = JSON.stringify({
      success: true,
      data: { html: `<ul>${rows(count)}</ul>${more}` },
    });
    expect(paths(at(unit + query, answer).nextPages)).toEqual(expected.map((next) => unit + next));
  });
});

describe('a feed of UCAP', () => {
  const feed = '/searchList/abc?_isAgg=true&_isJson=true&_pageSize=2&_template=index';
  const answer = (page: number, total: number): string =>
    JSON.stringify({
      data: {
        page,
        rows: 2,
        total,
        results: [1, 2].map((n) => ({
          title: `<em>年报</em>${n}`,
          url: `/c100/202204/${hex(page * 10 + n)}.shtml`,
          id: n,
        })),
      },
    });

  test('is named in the script of the page', () => {
    const script = `<script>$.getJSON('${feed}&page=' + n)</script><script>load("${feed.replaceAll('&', '&amp;')}&amp;page=1")</script>`;
    expect(paths(at('/c100/list.shtml', `<html><body>${script}</body></html>`).nextPages)).toEqual([
      `${feed}&page=1`,
    ]);
  });

  test('lists titles with addresses, and says how many', () => {
    const found = at(`${feed}&page=1`, answer(1, 5));
    expect(found.family).toBe('ucap');
    expect(found.articles).toEqual([
      { url: `${host}/c100/202204/${hex(11)}.shtml`, text: '年报1', rule: 'json entry' },
      { url: `${host}/c100/202204/${hex(12)}.shtml`, text: '年报2', rule: 'json entry' },
    ]);
    expect(paths(found.nextPages)).toEqual([`${feed}&page=2`]);
    expect(at(`${feed}&page=3`, answer(3, 5)).nextPages).toEqual([]);
  });

  test('may come as a call (JSONP)', () => {
    expect(at(`${feed}&page=3`, `cb_1(${answer(3, 5)});`).articles).toHaveLength(2);
  });
});

describe('gkmlpt', () => {
  const tree = [
    { id: 7, name: '政府信息公开年报', children: [] },
    {
      id: 5,
      name: '法定主动公开内容',
      jump_url: null,
      children: [{ id: 9, name: '规范性文件', children: [] }],
    },
    { id: 6, name: '领导 "之" 窗]', children: [] },
    { id: 8, name: '政策解读', jump_url: 'http://www.yunhe.example.cn/zcjd/' },
    { id: 3, name: '政策文件', jump_url: 'http://elsewhere.example.com/wj/' },
  ];
  const page = `<html><body><script>window._CONFIG = {SITE: 1, SID: '660001', TREE: ${JSON.stringify(tree)}, X: {}}</script></body></html>`;

  test('its columns are in a script', () => {
    const { columns } = at('/ghj/gkmlpt/index', page);
    expect(columns.map(({ url, kind }) => [url.replace(host, ''), kind])).toEqual([
      ['/ghj/gkmlpt/api/all/7?page=1&sid=660001', 'reports'],
      ['/ghj/gkmlpt/api/all/5?page=1&sid=660001', 'hub'],
      ['/ghj/gkmlpt/api/all/9?page=1&sid=660001', 'documents'],
      ['/zcjd/', 'interpretations'],
      // Another site's page: the list here may hold what was here before.
      ['/ghj/gkmlpt/api/all/3?page=1&sid=660001', 'documents'],
    ]);
  });

  const articles = [1, 2].map((n) => ({
    id: n,
    title: `年报${n}`,
    url: `${host}/ghj/gkmlpt/content/0/1/post_${n}.html`,
  }));
  test.each([
    [{ total: 5, articles }, '?page=1&sid=6', ['?page=2&sid=6']],
    [{ total: 4, articles }, '?page=2&sid=6', []],
    [{ classify: { post_count: 3 }, articles }, '?page=1', ['?page=2']],
    [{ articles }, '?page=1', ['?page=2']],
    [{ total: 5, articles: [] }, '?page=3', []],
  ])('after %j at %s', (value, query, next) => {
    const api = '/ghj/gkmlpt/api/all/7';
    const found = at(api + query, JSON.stringify(value));
    expect(paths(found.articles)).toEqual(value.articles.map(({ url }) => url.replace(host, '')));
    expect(paths(found.nextPages)).toEqual(next.map((each) => api + each));
  });
});

describe('a list of 安徽', () => {
  const label = '/site/label/8888?labelName=publicInfoList&organId=66&pageSize=15';
  test('is named in the script of the page', () => {
    const html = `<html><body><script>Ls.pagination("#page", { ajaxUrl: "${label}&pageIndex=" })</script></body></html>`;
    expect(paths(at('/public/column/66', html).nextPages)).toEqual([`${label}&pageIndex=1`]);
  });

  test('is a piece of a page, and says how many follow', () => {
    const piece = `<ul><li><a href="/public/66/11.html">年报</a></li><li><a href="/public/66/12.html">年报</a></li></ul><div>共<b>2</b>页</div>`;
    const found = at(`${label}&pageIndex=1`, piece);
    expect(paths(found.articles)).toEqual(['/public/66/11.html', '/public/66/12.html']);
    expect(found.nextPages).toEqual([
      expect.objectContaining({ url: `${host}${label}&pageIndex=2`, guessed: false }),
    ]);
    expect(at(`${label}&pageIndex=2`, piece).nextPages).toEqual([]);
  });

  test('of pages with numbers', () => {
    const html =
      '<html><body><ul><li><a href="/OpennessContent/show/3.html">a</a></li></ul> totalPages: 3</body></html>';
    const path = (n: number): string => `/openness/OpennessContent/showList/14/45/page_${n}.html`;
    expect(paths(at(path(1), html).nextPages)).toEqual([path(2)]);
    expect(at(path(3), html).nextPages).toEqual([]);
  });
});

describe('JSON of nobody in particular', () => {
  test('entries with a title and an address are listed, files apart', () => {
    const found = at(
      '/data/list.json',
      JSON.stringify([
        { TITLE: '年报', URL: 'a/1.html' },
        { docTitle: '年报 二', docPubUrl: `${host}/b/2.html` },
        { title: '附件', url: '/c/3.pdf' },
      ]),
    );
    expect(paths(found.articles)).toEqual(['/data/a/1.html', '/b/2.html']);
    expect(paths(found.attachments)).toEqual(['/c/3.pdf']);
  });

  test.each([
    ['an id is no address', { id: 5, title: '年报' }],
    ['nor are words', { title: '年报', url: '暂无 链接' }],
    [
      'an entry of another site is left',
      { title: '年报', url: 'http://elsewhere.example.com/1.html' },
    ],
    ['an address without a title is none of a document', { url: '/x.html' }],
    ['nothing is asked that is no web address', { title: '年报', url: 'javascript:go(1)' }],
  ])('%s', (_, entry) => {
    expect(at('/list.json', JSON.stringify({ data: [entry] })).articles).toEqual([]);
  });

  test('nesting without end is read as far as it makes sense', () => {
    const deep = '['.repeat(5000) + ']'.repeat(5000);
    expect(at('/list.json', deep).articles).toEqual([]);
  });
});

describe('XML', () => {
  test('a sitemap: articles of known systems, and files', () => {
    const xml = `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      <url><loc>${host}/nb/202001/t20200101_1.html</loc></url><url><loc> ${host}/nb/index.html </loc></url>
      <url><loc>${host}/nb/a.pdf</loc></url><url><loc>http://elsewhere.example.com/202001/t20200101_2.html</loc></url></urlset>`;
    const found = at('/sitemap.xml', xml);
    expect(paths(found.articles)).toEqual(['/nb/202001/t20200101_1.html']);
    expect(paths(found.attachments)).toEqual(['/nb/a.pdf']);
  });

  test('an index of sitemaps, packed as they are on some sites', () => {
    const xml = `<sitemapindex><sitemap><loc>${host}/a.xml</loc></sitemap><sitemap><loc>${host}/b.xml.gz</loc></sitemap></sitemapindex>`;
    const file = {
      bytes: gzipSync(xml),
      sha256: '',
      url: `${host}/sitemap.xml.gz`,
      fileName: null,
    };
    const found = discoverIn({
      ...file,
      declaredType: null,
      declaredCharset: null,
      fetchedAt: null,
    });
    expect(paths(found.nextPages)).toEqual(['/a.xml', '/b.xml.gz']);
  });

  test('RSS and Atom', () => {
    const rss = `<rss version="2.0"><channel><title>公告</title><link>${host}/</link>
      <item><title><![CDATA[年报 & 公告]]></title><link>${host}/a/1.html</link></item>
      <item><title>R&amp;D</title><link>/a/2.html</link></item></channel></rss>`;
    expect(at('/rss.xml', rss).articles).toEqual([
      { url: `${host}/a/1.html`, text: '年报 & 公告', rule: 'feed entry' },
      { url: `${host}/a/2.html`, text: 'R&D', rule: 'feed entry' },
    ]);
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><link rel="self" href="/f"/><link rel="next" href="/f?p=2"/>
      <entry><title>年报</title><link rel="edit" href="/e"/><link href="/a/3.html"/></entry></feed>`;
    const found = at('/f', atom);
    expect(paths(found.articles)).toEqual(['/a/3.html']);
    expect(paths(found.nextPages)).toEqual(['/f?p=2']);
  });

  test.each([
    [
      'a bomb of entities is not expanded',
      `<!DOCTYPE r [<!ENTITY a "${'x'.repeat(100)}"><!ENTITY b "&a;&a;&a;&a;">]><rss><item><title>&b;</title><link>/1.html</link></item></rss>`,
    ],
    ['a broken end', '<rss><item><title>年报</title><link>/1.html</link></item><item><tit'],
  ])('%s', (_, xml) => {
    expect(paths(at('/rss.xml', xml).articles)).toEqual(['/1.html']);
  });
});

describe('annual reports of jcms under one address', () => {
  const report = '/module/xxgk/xxgkAnnualReport.jsp?fbtime=2021&area=11';
  test('a column lists them by year, also in its script', () => {
    const html = `<html><body><ul><li><a href="${report}">2021年</a></li></ul><script>go("/module/xxgk/xxgkAnnualReport.jsp?fbtime=2020&area=11")</script></body></html>`;
    expect(paths(at('/col/col11/index.html', html).articles)).toEqual([
      report,
      report.replace('2021', '2020'),
    ]);
  });

  test('a report leads to those of the years that its box offers', () => {
    const html =
      '<html><body><select><option value="">年份</option><option value="2021">2021年</option><option>2020年</option></select></body></html>';
    expect(paths(at(report, html).siblings)).toEqual([report, report.replace('2021', '2020')]);
  });
});
