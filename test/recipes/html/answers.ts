/** What sites answer with status 200 in place of a document, in their many wordings; and short documents like them. */
import { footer, navigation, page } from './chrome.ts';
import { utf8 } from './page.ts';

export interface SiteAnswer {
  readonly name: string;
  readonly url: string;
  readonly bytes: Uint8Array;
  /** Code of the diagnostic that says what the page is; null for a document. */
  readonly code: string | null;
}

const answer = (
  code: string | null,
  name: string,
  body: string,
  head = '<title>提示</title>',
  url = 'http://www.qinghe.gov.cn/a/b/c.html',
): SiteAnswer => ({ name, url, code, bytes: utf8(page(`<meta charset="utf-8">${head}`, body)) });

const inSite = (body: string): string => `${navigation}<div class="w">${body}</div>${footer}`;

const gone: readonly SiteAnswer[] = [
  '抱歉，您要访问的页面不存在或已被删除',
  '对不起，您查看的文章已删除！',
  '没有找到您要访问的页面',
  '404 Not Found',
  '很抱歉，该信息已被管理员删除',
  '页面走丢了，3秒后返回首页',
  '您请求的文件不存在',
  '该稿件已撤销',
  '参数错误',
  '找不到服务器上的文件或目录',
  '500 Internal Server Error',
  '您访问的内容已下线',
].map((words) => answer('parse/soft-404', words, inSite(`<p>${words}</p>`)));

const walls: readonly SiteAnswer[] = [
  answer(
    'parse/maintenance',
    'under repair',
    inSite('<p>网站升级维护中，给您带来不便，敬请谅解。</p>'),
  ),
  answer('parse/maintenance', 'closed', '<p>系统维护，暂停服务，请稍后再来。</p>'),
  answer(
    'parse/blocked',
    'firewall',
    '<p>很抱歉，由于您访问的地址有可能对网站造成安全威胁，您的访问被阻断。</p><p>事件编号：77120</p>',
  ),
  answer('parse/blocked', 'forbidden', '<h1>403 Forbidden</h1><hr><center>WAF</center>'),
  answer('parse/blocked', 'refused', '<p>您的请求带有不合法的参数，已被网站管理员设置拦截！</p>'),
  answer(
    'parse/captcha',
    'slider',
    '<p>请完成安全验证</p><div id="slide">向右拖动滑块填充拼图</div>',
  ),
  answer('parse/captcha', 'too fast', '<p>访问过于频繁，请输入验证码</p><input name="v">'),
  answer(
    'parse/captcha',
    'browser check',
    '<p>正在检测浏览器环境，请稍候</p><script>var _0x3f2a=1;</script>',
  ),
  answer(
    'parse/captcha',
    'script made unreadable',
    '<script>$_ts=window["$_ts"];if(!$_ts)$_ts={};$_ts.nsd=1;</script><script src="/x.js"></script>',
    '',
  ),
  answer(
    'parse/captcha',
    'cookie and again',
    '<script>document.cookie="a=1;path=/";location.reload();</script>',
    '',
  ),
  answer(
    'parse/login-wall',
    'login',
    inSite('<p>请先登录后查看</p><form><input type="password"></form>'),
  ),
  answer('parse/login-wall', 'inside only', '<p>对不起，您没有访问权限，仅限内网用户访问。</p>'),
];

const links = (count: number, date: (at: number) => string): string[] =>
  Array.from(
    { length: count },
    (_, at) => `<a href="/n/${at}.html">青禾县关于第${at + 1}批公租房配租结果的公示</a>${date(at)}`,
  );

const lists: readonly SiteAnswer[] = [
  answer(
    'parse/list-page',
    'column as table',
    inSite(
      `<table>${links(15, (at) => `</td><td>2021-03-${at + 10}`)
        .map((row) => `<tr><td>${row}</td></tr>`)
        .join('')}</table><p>共15条 第1页</p>`,
    ),
    '<title>公示公告_青禾县</title>',
  ),
  answer(
    'parse/list-page',
    'short column',
    inSite(
      `<h2>人事信息</h2><ul>${links(5, () => '<span>[2020-01-02]</span>')
        .map((row) => `<li>${row}</li>`)
        .join('')}</ul>`,
    ),
    '<title>人事信息</title>',
  ),
  answer(
    'parse/list-page',
    'column of one report',
    inSite(
      `<h2>政府信息公开年报</h2><ul><li><a href="/n/1.html">青禾县2021年政府信息公开工作年度报告</a><span>2022-01-20</span></li></ul>`,
    ),
    '<title>政府信息公开年报</title>',
  ),
  answer(
    'parse/list-page',
    'column of three with a pager',
    inSite(
      `<table>${links(3, (at) => `</td><td>2021-03-${at + 10}`)
        .map((row) => `<tr><td>${row}</td></tr>`)
        .join('')}</table><div>共3条 1/1 首页 上页 下页 尾页</div>`,
    ),
    '<title>通知公告</title>',
  ),
  answer(
    'parse/home-page',
    'front page',
    inSite(
      `<div class="news">${links(30, () => '')
        .map((row) => `<p>${row}</p>`)
        .join('')}</div>`,
    ),
    '<title>青禾县人民政府</title>',
    'http://www.qinghe.gov.cn/',
  ),
  answer(
    'parse/empty-column',
    'nothing yet',
    inSite('<div class="list">暂无相关信息！</div>'),
    '<title>规划计划</title>',
  ),
  answer(
    'parse/directory',
    'folder',
    '<h1>Index of /upload/2019</h1><pre><a href="../">Parent Directory</a>\n<a href="a.doc">a.doc</a> 2019-01-02 12K\n<a href="b/">b/</a></pre>',
    '<title>Index of /upload/2019</title>',
  ),
];

const sent: readonly SiteAnswer[] = [
  answer(
    'parse/redirect',
    'by meta tag',
    '<p>正在跳转，请稍候……</p>',
    '<meta http-equiv="refresh" content="1; url=/new/c.html">',
  ),
  answer(
    'parse/redirect',
    'by script',
    '<script>window.location.replace("http://new.qinghe.gov.cn/c.html");</script>',
    '',
  ),
  {
    ...answer('parse/content-elsewhere', 'frameset', ''),
    bytes: utf8(
      '<html><head><title>青禾县</title></head><frameset cols="200,*"><frame src="left.htm"><frame src="main.htm"><noframes>请升级浏览器</noframes></frameset></html>',
    ),
  },
  answer(
    'parse/content-elsewhere',
    'one frame',
    '<iframe src="/inner/771.html" width="100%"></iframe>',
    '<title></title>',
  ),
  answer(
    'parse/no-content',
    'by script',
    '<div id="root"></div><script src="/static/js/main.js"></script>',
  ),
];

const documents: readonly SiteAnswer[] = [
  answer(
    null,
    'a notice about maintenance',
    inSite(
      '<h1>关于政务服务网系统升级维护的公告</h1><p>因系统升级维护，5月3日22时至24时暂停服务，由此带来的不便敬请谅解。</p><p>青禾县数据局</p><p>2022年4月30日</p>',
    ),
    '<title>关于政务服务网系统升级维护的公告</title>',
  ),
  answer(
    null,
    'a notice about deleted pages',
    inSite(
      '<h1>关于网站栏目调整的通知</h1><div>发布时间：2022-04-30 来源：县政府办</div><p>即日起，“旧版下载”栏目已关闭，原栏目页面已删除，有关文件请到“资料中心”查阅，该页面不存在访问限制。</p>',
    ),
    '<title>关于网站栏目调整的通知</title>',
  ),
  answer(
    null,
    'a short notice full of links',
    inSite(
      `<h1>青禾县关于公布办事指南的通知</h1><div>发布时间：2022-04-30 来源：县政府办</div><div class="TRS_Editor"><p>现将办事指南予以公布。</p>${links(
        10,
        () => '',
      )
        .map((row) => `<p>${row}</p>`)
        .join('')}</div>`,
    ),
    '<title>青禾县关于公布办事指南的通知</title>',
  ),
  answer(
    null,
    'one sentence about a login',
    inSite(
      '<h1>关于启用新申报系统的通知</h1><div>发布时间：2022-04-30 来源：县科技局</div><p>请各企业登录系统填报，首次登录请输入验证码并修改密码。</p>',
    ),
    '<title>关于启用新申报系统的通知</title>',
  ),
  answer(
    null,
    'nothing but files',
    inSite(
      '<h1>青禾县2022年部门预算公开表</h1><div>发布时间：2022-04-30 来源：县财政局</div><div><a href="/f/1.xls">预算表.xls</a></div>',
    ),
    '<title>青禾县2022年部门预算公开表</title>',
  ),
];

export const answers: readonly SiteAnswer[] = [...gone, ...walls, ...lists, ...sent, ...documents];
