/**
 * The site of an invented county archive: a TRS column in UTF-8 with `createPageHTML`, a VSB column
 * in GBK whose pages count down, files behind a download script that wants a referer, and what goes
 * wrong on such sites: a dead link, a firewall, a soft 404, redirects, a forbidden folder, a
 * calendar without end.
 */
import iconv from 'iconv-lite';
import {
  annualReport,
  interpretationArticles,
  noticeArticles,
  type SiteArticle,
} from './articles.ts';
import { docx, htmlDoc, pdf } from './attachments.ts';
import { articlePage, type Entry, listPage } from './pages.ts';
import type { Resource } from './serve-site.ts';

export interface County {
  readonly resources: Map<string, Resource>;
  /** Paths of the articles that can be read. */
  readonly articles: readonly string[];
  readonly attachments: readonly string[];
}

/** Start addresses, by what is special about them. */
export const starts = {
  reports: '/zwgk/ndbg/index.html',
  notices: '/tzgg.htm',
  calendar: '/rili/1.html',
} as const;

/** Seconds; longer than the gap of the tests, so that it is seen to be obeyed. */
export const crawlDelay = 0.07;

const robots = `User-agent: *\nDisallow: /internal/\nCrawl-delay: ${crawlDelay}\n`;
const firstYear = 2014;
const lastYear = 2024;
const reportsPerPage = 6;
const noticesPerPage = 8;

/** Links of the report column that lead nowhere, with the answer of each. */
export const trouble: ReadonlyMap<string, Resource> = new Map([
  ['/zwgk/ndbg/201301/t20130110_901.html', { status: 404, body: '<h1>404 Not Found</h1>' }],
  [
    '/zwgk/ndbg/201301/t20130110_902.html',
    {
      status: 521,
      headers: { 'x-via-jsl': 'a1b2c3' },
      body: '<script>document.cookie="__jsl_clearance=1";location.href=location.href</script>',
    },
  ],
  [
    '/zwgk/ndbg/201301/t20130110_903.html',
    {
      body: '<html><body><div>抱歉，您访问的页面不存在</div><a href="/">返回首页</a></body></html>',
    },
  ],
  [
    '/zwgk/ndbg/201301/t20130110_904.html',
    { status: 302, headers: { location: 'http://10.1.2.3/' } },
  ],
  [
    '/zwgk/ndbg/201301/t20130110_905.html',
    { status: 302, headers: { location: '/internal/a.html' } },
  ],
]);

/** Redirects to an article that no list names. */
export const moved = {
  from: '/zwgk/ndbg/201302/t20130201_906.html',
  to: '/archive/t20130201_906.html',
} as const;

export async function county(): Promise<County> {
  const resources = new Map<string, Resource>([
    ['/robots.txt', { type: 'text/plain', body: robots }],
    ['/internal/a.html', { body: '<p>内部资料</p>' }],
    ...trouble,
  ]);
  const attachments: string[] = [];
  const reports = await reportColumn(resources, attachments);
  const notices = await noticeColumn(resources, attachments);
  return { resources, articles: [...reports, ...notices], attachments };
}

async function reportColumn(
  resources: Map<string, Resource>,
  attachments: string[],
): Promise<readonly string[]> {
  const folder = '/zwgk/ndbg';
  const entries: Entry[] = [];
  for (let year = lastYear; year >= firstYear; year -= 1) {
    const article = annualReport(year);
    const path = `${folder}/${article.date.slice(0, 7).replace('-', '')}/t${article.date.replaceAll('-', '')}_${year}.html`;
    const file = await reportFile(year, article);
    if (file) {
      const address = new URL(file.href, `http://site${path}`).pathname;
      resources.set(address, file.resource);
      attachments.push(address);
    }
    resources.set(path, {
      body: articlePage(article, file, { charset: 'utf-8', content: 'class="TRS_Editor"' }),
    });
    entries.push({
      href: `./${path.slice(folder.length + 1)}`,
      title: article.title,
      date: article.date,
    });
  }
  const old = annualReport(2012);
  resources.set(moved.from, { status: 301, headers: { location: moved.to } });
  resources.set(moved.to, {
    body: articlePage(old, null, { charset: 'utf-8', content: 'class="TRS_Editor"' }),
  });
  const paths = entries.map(({ href }) => `${folder}${href.slice(1)}`);
  const bad = [...trouble.keys(), moved.from, '/internal/t20130110_907.html'];
  entries.push(
    ...bad.map((href) => ({ href, title: `旧年报 ${href.slice(-8)}`, date: '2013-01-10' })),
  );
  addTrsLists(resources, folder, entries);
  return [...paths, moved.from];
}

async function reportFile(year: number, article: SiteArticle) {
  const name = `P0${year + 1}0101${year}`;
  if (year % 3 === 0) {
    return {
      href: `./${name}.docx`,
      name: `${year}年报.docx`,
      resource: { type: 'application/octet-stream', body: await docx(article) },
    };
  }
  if (year % 3 === 1) {
    return {
      href: `./${name}.doc`,
      name: `${year}年报.doc`,
      resource: { type: 'application/msword', body: htmlDoc(article) },
    };
  }
  return null;
}

function addTrsLists(
  resources: Map<string, Resource>,
  folder: string,
  entries: readonly Entry[],
): void {
  const count = Math.ceil(entries.length / reportsPerPage);
  const sidebar = [
    { href: '/zwgk/gzdt/202501/t20250101_7.html', title: '县领导调研', date: '2025-01-01' },
  ];
  for (let page = 0; page < count; page += 1) {
    const shown = entries.slice(page * reportsPerPage, (page + 1) * reportsPerPage);
    const pager = `<script>createPageHTML(${count}, ${page}, "index", "html");</script>`;
    const path = `${folder}/index${page === 0 ? '' : `_${page}`}.html`;
    resources.set(path, { body: listPage('政府信息公开年报', shown, pager, sidebar, 'utf-8') });
  }
}

async function noticeColumn(
  resources: Map<string, Resource>,
  attachments: string[],
): Promise<readonly string[]> {
  const type = 'text/html';
  const entries: Entry[] = [];
  for (const [index, article] of [...interpretationArticles, ...noticeArticles].entries()) {
    const path = `/info/1011/${3000 + index}.htm`;
    const id = index % 4 === 0 ? 500 + index : undefined;
    const href = `/system/_content/download.jsp?urltype=news.DownloadAttachUrl&owner=7&wbfileid=${id}`;
    if (id !== undefined) {
      const body = await pdf(`Register of files, part ${id}. Shelf list of the archive.`);
      resources.set(href, { type: 'application/pdf', body, needsReferer: true });
      attachments.push(href);
    }
    const attachment =
      id === undefined ? null : { href: href.replaceAll('&', '&amp;'), name: '移交清册' };
    const page = articlePage(article, attachment, {
      charset: 'gb2312',
      content: 'id="vsb_content"',
    });
    resources.set(path, { type, body: iconv.encode(page, 'gb18030') });
    entries.push({ href: path, title: article.title, date: article.date });
  }
  addVsbLists(resources, entries);
  return entries.map(({ href }) => href);
}

/** The first page is `/tzgg.htm`; the second of three is `/tzgg/2.htm`, the last `/tzgg/1.htm`. */
function addVsbLists(resources: Map<string, Resource>, entries: readonly Entry[]): void {
  const count = Math.ceil(entries.length / noticesPerPage);
  for (let page = count; page >= 1; page -= 1) {
    const first = page === count;
    const begin = (count - page) * noticesPerPage;
    const next = first ? `tzgg/${page - 1}.htm` : `${page - 1}.htm`;
    const pager = page === 1 ? '<span>下页</span>' : `<a href="${next}" class="Next">下页</a>`;
    const html = listPage(
      '通知公告',
      entries.slice(begin, begin + noticesPerPage),
      `<!--#vsb-->${pager}`,
      [],
      'gb2312',
    );
    const path = first ? '/tzgg.htm' : `/tzgg/${page}.htm`;
    resources.set(path, { type: 'text/html', body: iconv.encode(html, 'gb18030') });
  }
}

/** A calendar whose every page names the next one. */
export function calendarPage(path: string): Resource | undefined {
  const [, number] = /^\/rili\/(\d+)\.html$/.exec(path) ?? [];
  if (number === undefined) return undefined;
  const month = Number(number);
  return {
    body: listPage(
      `日程 第${month}月`,
      [],
      `<a href="/rili/${month + 1}.html">下一页</a>`,
      [],
      'utf-8',
    ),
  };
}
