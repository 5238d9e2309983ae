import { describe, expect, test } from 'vitest';
import { discover } from './discover.ts';

const host = 'http://www.yunhe.example.cn';
const urls = (links: readonly { readonly url: string }[]): readonly string[] =>
  links.map(({ url }) => url.replace(host, ''));
const list = (rows: string): string => `<html><body><div class="list">${rows}</div></body></html>`;
const row = (href: string, title = '年度报告', date = '2021-01-15'): string =>
  `<li><a href="${href}">${title}</a><span>${date}</span></li>`;

describe('articles of a list', () => {
  const families: readonly (readonly [string, string, string])[] = [
    ['trs', '/zwgk/nb/', './202101/t20210115_12.html'],
    ['trs', '/zwgk/nb/', '/other/202101/t20210115_12.shtml'],
    ['vsb', '/tzgg.htm', 'info/1011/345.htm'],
    ['vsb', '/tzgg.htm', 'content.jsp?urltype=news.NewsContentUrl&wbtreeid=1011&wbnewsid=345'],
    ['jcms', '/col/col12/index.html', '/art/2021/1/15/art_12_345.html'],
    ['jcms', '/col/col12/index.html', '/art/2021/1/15/art_46355_1634538'],
    ['jpaas', '/col/col12/index.html', '/art/2026/art_0123456789abcdef0123456789abcdef.html'],
    ['ucap', '/c100/list.shtml', '/c133076/202204/0123456789abcdef0123456789abcdef.shtml'],
    ['ucap', '/zhengce/', '/zhengce/content/202204/content_5690.htm'],
    ['nfcms', '/zwgk/', '/gkmlpt/content/3/3608/post_3608759.html'],
    ['anhui', '/public/', '/XxgkAnnualReport/show/2310.html'],
    ['anhui', '/public/', '/OpennessContent/show/3321987.html'],
    ['anhui', '/public/', '/public/6600021/1111.html'],
    ['dated', '/nb/', '/20200214/i1180025.html'],
    ['dated', '/gongkai/', '/gongkai/channel_c_1/doc_5f0a.html'],
  ];
  test.each(families)('%s: on %s, %s', (family, page, href) => {
    const found = discover(`${host}${page}`, list(`<ul>${row(href)}</ul>`));
    expect(found.family).toBe(family);
    expect(urls(found.articles)).toEqual([new URL(href, `${host}${page}`).href.replace(host, '')]);
  });

  test('of an unknown system by the date beside them', () => {
    const html = list(`<ul>${row('show.asp?id=5')}${row('a/b.html', '公告', '2021年3月4日')}</ul>
      <p><a href="about.html">关于我们</a></p>`);
    const found = discover(`${host}/nb/list.asp`, html);
    expect(found.family).toBeNull();
    expect(urls(found.articles)).toEqual(['/nb/show.asp?id=5', '/nb/a/b.html']);
  });

  test('not those of a sidebar, another site, the footer or a script', () => {
    const html = `<div class="footer">${row('./202101/t20210101_1.html')}</div>
      <ul class="hot">${row('/gzdt/202101/t20210102_2.html')}${row('/gzdt/202101/t20210102_3.html')}</ul>
      <ul>${row('./202101/t20210103_4.html')}${row('javascript:open(5)')}${row('mailto:a@b.cn')}
      ${row('http://elsewhere.example.com/202101/t20210103_6.html')}</ul>`;
    expect(urls(discover(`${host}/zwgk/nb/index.html`, html).articles)).toEqual([
      '/zwgk/nb/202101/t20210103_4.html',
    ]);
  });

  test('of a list that begins anew every few lines', () => {
    const part = (id: number): string =>
      `<ul>${row(`/art/2021/1/1/art_12_${id}.html`)}${row(`/art/2021/1/1/art_12_${id + 1}.html`)}</ul>`;
    const side = `<ul>${row('/art/2021/1/1/art_99_7.html')}</ul>`;
    const { articles } = discover(
      `${host}/col/col12/index.html`,
      list(side + part(1) + part(3) + part(5)),
    );
    expect(urls(articles)).toHaveLength(6);
  });

  test('each once, with the words of its title', () => {
    const html = list(
      `<ul><li><a href="t20210101_1.html"><img src="a.jpg"></a><a href="t20210101_1.html#x">年报　 全文</a> 2021-01-01</li></ul>`,
    );
    expect(discover(`${host}/nb/`, html).articles).toEqual([
      { url: `${host}/nb/t20210101_1.html`, text: '年报 全文', rule: 'trs address' },
    ]);
  });

  test('on a subdomain of the same site, relative to the base of the page', () => {
    const html = `<base href="http://zwgk.yunhe.example.cn/nb/">${list(`<ul>${row('202101/t20210101_1.html')}</ul>`)}`;
    expect(discover(`${host}/nb.html`, html).articles[0]?.url).toBe(
      'http://zwgk.yunhe.example.cn/nb/202101/t20210101_1.html',
    );
  });

  test('hidden in a script (jcms)', () => {
    const record = (id: number): string =>
      `<record><![CDATA[<li><a href='/art/2021/1/1/art_12_${id}.html' title='年报'>年报</a><span>2021-01-01</span></li>]]></record>`;
    const html = `<div id="list"><script type="text/xml"><datastore><nextgroup></nextgroup><recordset>${record(1)}${record(2)}</recordset></datastore></script></div>`;
    const expected = ['/art/2021/1/1/art_12_1.html', '/art/2021/1/1/art_12_2.html'];
    expect(urls(discover(`${host}/col/col12/index.html`, html).articles)).toEqual(expected);
    const reply = `<?xml version='1.0' encoding='utf-8' ?><datastore><totalrecord>2</totalrecord><recordset>${record(1)}${record(2)}</recordset></datastore>`;
    expect(
      urls(discover(`${host}/module/web/jpage/dataproxy.jsp?columnid=12`, reply).articles),
    ).toEqual(expected);
  });
});

describe('columns', () => {
  const columns = (path: string, html: string) =>
    discover(
      host + path,
      `<html><head><title>x</title></head><body>${html}</body></html>`,
    ).columns.map(({ url, kind, rule }) => [url.replace(host, ''), kind, rule]);

  test('of the front page: by their names, in the head too; no articles, files or other sites', () => {
    const html = `<div class="nav"><a href="/zwgk/">政务公开</a><a href="/ldzc/">领导之窗</a></div>
      <a href="/nb/">信息公开年报</a><a href="/nb/"><img></a><a href="/nb/a.pdf">年报</a>
      <a href="/nb/202001/t20200101_1.html">年度报告</a><a href="http://www.elsewhere.example.com/nb/">年报</a>
      <map><area href="/zcjd/" title="政策解读"></map>`;
    expect(columns('/', html)).toEqual([
      ['/zwgk/', 'hub', 'column name'],
      ['/nb/', 'reports', 'column name'],
      ['/zcjd/', 'interpretations', 'column name'],
    ]);
  });

  test('below a column of reports: years and groups of offices', () => {
    const html = `<h2>政府信息公开年报</h2><a href="?year=2019">2019年</a><a href="/bm/nb/">部门年报</a>
      <a href="/x/2020/">2020</a><a href="/zj/">各镇街</a><a href="/y/">2019年度十大新闻</a>`;
    expect(columns('/nb/index.html', html)).toEqual([
      ['/nb/index.html?year=2019', 'reports', 'year column'],
      ['/bm/nb/', 'reports', 'group column'],
      ['/x/2020/', 'reports', 'year column'],
      ['/zj/', 'reports', 'group column'],
    ]);
  });

  test('of a list that does not say what it is, only what lies below it', () => {
    const html = '<a href="/gs/2019/">2019年</a><a href="/news/2019/">2019年</a>';
    expect(columns('/gs/index.html', html)).toEqual([['/gs/2019/', null, 'year column']]);
  });

  test.each([
    ['<meta http-equiv="Refresh" content="0; URL=/portal/">', '/portal/'],
    ['<script>window.location.href = "/zwgk/main.html"</script>', '/zwgk/main.html'],
  ])('where a front page leads by itself: %s', (html, to) => {
    expect(columns('/', html)).toEqual([[to, null, 'refresh']]);
  });

  test('not where a script of a whole page may lead', () => {
    const html = `<script>if (mobile) location.href="/m/"</script><p>${'云河县人民政府欢迎您'.repeat(5)}</p>`;
    expect(columns('/', html)).toEqual([]);
  });

  test('in a frame of an older site', () => {
    const html =
      '<h2>信息公开年报</h2><iframe src="list.asp?id=3"></iframe><iframe src="/a.pdf"></iframe>';
    expect(columns('/nb/index.asp', html)).toEqual([['/nb/list.asp?id=3', 'reports', 'frame']]);
  });
});

test('a list that goes on by a script only is said to', () => {
  const html = (pages: string): string => `<ul>${row('t20210101_1.html')}</ul><div>${pages}</div>`;
  const goesOn = (pages: string): boolean => discover(`${host}/nb/`, html(pages)).unreadPages;
  expect(goesOn('共 <b>12</b> 页 当前第 1 页 <a href="javascript:go(2)">下一页</a>')).toBe(true);
  expect(goesOn('共12页 第12页')).toBe(false);
  expect(goesOn('共1页')).toBe(false);
  expect(goesOn('共 12 页 <a href="index_1.html">下一页</a>')).toBe(false);
});

test('a page of more links than editors make is read as far as editors go', () => {
  const html = `<ul>${'<li><a href="t20210101_1.html">a</a></li>'.repeat(30_000)}<li><a href="t20210101_2.html">b</a></li></ul>`;
  expect(discover(`${host}/nb/`, html).articles).toHaveLength(1);
}, 60_000);

describe('further pages of a list', () => {
  const pagers: readonly (readonly [string, string, readonly string[]])[] = [
    [
      '/nb/index.html',
      '<script>createPageHTML(3, 0, "index", "html");</script>',
      ['/nb/index_1.html'],
    ],
    [
      '/nb/index_1.html',
      "<script>createPageHTML(3,1,'index','shtml')</script>",
      ['/nb/index_2.shtml'],
    ],
    ['/nb/index_2.html', '<script>createPageHTML(3, 2, "index", "html");</script>', []],
    [
      '/tzgg.htm',
      '<a href="tzgg/8.htm" class="Next">下页</a><a href="tzgg/1.htm">尾页</a>',
      ['/tzgg/8.htm'],
    ],
    ['/tzgg/8.htm', '<!--#vsb--><a href="7.htm">下页</a>', ['/tzgg/7.htm']],
    ['/tzgg/8.htm', '<link href="/system/_content/x.css">', ['/tzgg/7.htm']],
    ['/tzgg/1.htm', '<!--#vsb-->', []],
    ['/a/8.htm', 'not of this system', []],
    ['/list.asp?p=1', '<a href="?p=2">[下一页]</a>', ['/list.asp?p=2']],
    ['/list.asp?p=1', '<a href="?p=2">&gt;</a><a href="?p=2">下一页</a>', ['/list.asp?p=2']],
    ['/list.asp', '<link rel="next" href="list2.asp">', ['/list2.asp']],
    ['/list.asp', '<a href="javascript:go(2)">下一页</a>', []],
    ['/list.asp', '<a href="http://other.example.com/2">下一页</a>', []],
    ['/list.asp', '<a href="/n/2.html">下一篇</a><a href="/n/3.html">下一页的通知</a>', []],
    ['/list.asp', '<a href="#">下一页</a>', []],
  ];
  test.each(pagers)('%s with %s', (page, html, expected) => {
    expect(urls(discover(`${host}${page}`, html).nextPages)).toEqual(expected);
  });

  test('behind the proxy of jcms', () => {
    const script = `<script>jQuery('#1').jpage({ perPage:15, totalRecord:100, proxyUrl:'/module/web/jpage/dataproxy.jsp',
      ajaxParam:{col:1,appid:1,webid:3,path:'/',columnid:12,sourceContentType:1,unitid:'345',webname:'云河县',permissiontype:0} })</script>`;
    const { nextPages } = discover(`${host}/col/col12/index.html`, script);
    expect(nextPages.map(({ url }) => Object.fromEntries(new URL(url).searchParams))).toEqual([
      expect.objectContaining({
        startrecord: '1',
        endrecord: '45',
        perpage: '15',
        columnid: '12',
        unitid: '345',
      }),
      expect.objectContaining({ startrecord: '46', endrecord: '90', webname: '云河县', path: '/' }),
      expect.objectContaining({
        startrecord: '91',
        endrecord: '100',
        webid: '3',
        permissiontype: '0',
      }),
    ]);
  });
});

describe('attachments', () => {
  const files: readonly (readonly [string, string])[] = [
    ['<a href="./P020210115.doc">附件</a>', '/nb/P020210115.doc'],
    ['<a href="a.PDF?v=1">x</a>', '/nb/a.PDF?v=1'],
    [
      '<a href="/module/download/downfile.jsp?classid=0&filename=1.wps">下载</a>',
      '/module/download/downfile.jsp?classid=0&filename=1.wps',
    ],
    [
      '<a href="/system/_content/download.jsp?urltype=news.DownloadAttachUrl&wbfileid=3">表</a>',
      '/system/_content/download.jsp?urltype=news.DownloadAttachUrl&wbfileid=3',
    ],
    ['<a href="/OpennessContent/download/3.html">清册</a>', '/OpennessContent/download/3.html'],
    ['<a href="/down?id=3">附件1：统计表.xls</a>', '/down?id=3'],
    ['<iframe src="/files/a.pdf"></iframe>', '/files/a.pdf'],
    ['<iframe src="/pdf/web/viewer.html?file=%2Ffiles%2Fb.pdf"></iframe>', '/files/b.pdf'],
    ['<embed src="c.ofd">', '/nb/c.ofd'],
    ['<object data="d.pdf"></object>', '/nb/d.pdf'],
    ['<a href="scan.jpg">附件：扫描件</a>', '/nb/scan.jpg'],
  ];
  test.each(files)('%s', (html, expected) => {
    expect(
      urls(discover(`${host}/nb/t20210101_1.html`, `<body>${html}</body>`).attachments),
    ).toEqual([expected]);
  });

  test.each([
    '<div class="footer"><a href="help.pdf">帮助</a></div>',
    '<a href="other.html">下载中心</a>',
    '<a href="photo.jpg"><img src="photo.jpg"></a>',
    '<a href="http://elsewhere.example.com/a.pdf">外部</a>',
    '<a href="app.apk">客户端</a>',
    '<iframe src="/weather.html"></iframe>',
  ])('%s is none', (html) => {
    expect(discover(`${host}/nb/t20210101_1.html`, `<body>${html}</body>`).attachments).toEqual([]);
  });
});
