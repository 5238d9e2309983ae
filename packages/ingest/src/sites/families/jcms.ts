/**
 * 大汉 jcms: articles `/art/2021/1/15/art_12_345.html`; list pages hold their first records in a
 * script, and fetch further ones from `dataproxy.jsp`. Reports of the 信息公开 module are one address
 * with the year as parameter: `/module/xxgk/xxgkAnnualReport.jsp?fbtime=2019&area=…`.
 */
import { loadHtml } from '../load-html.ts';
import { type Link, type NextPage, resolve, type SitePage, words } from '../page.ts';
import type { Family } from './family.ts';
import { quotedAddresses } from './quoted.ts';

const article = /\/art\/(\d{4}\/(\d{1,2}\/\d{1,2}\/)?)?art_\w+(_\w+)?(\.html?)?$/i;
const annualReport = /\/module\/xxgk\/xxgkAnnualReport\.jsp$/i;
const annualReportText = /xxgkAnnualReport\.jsp\?[^"']{0,200}fbtime=/i;
const download = /\/module\/download\/(downfile|down)\.jsp$|\/document\/download$/i;
const year = /^\s*((?:19|20)\d{2})\s*年?\s*$/;

const recordBegin = '<![CDATA[';
const recordEnd = ']]>';
const proxy = /["']([^"'\s]{1,200}\/(?:more)?(?:column)?dataproxy\.jsp)[^"']{0,400}["']/i;
const perPage = /per_?page\s{0,4}[:=]\s{0,4}["']?(\d{1,4})/i;
const total = /(?:totalrecord|<totalrecord>)\s{0,4}[:=]?\s{0,4}["']?(\d{1,7})/i;

/** The page's own script fetches three of its pages at a time. */
const windowPages = 3;
/** More are no list of documents. */
const mostWindows = 500;

/** Parameters that the script passes on, besides the window. */
const passedOn = [
  'col',
  'appid',
  'webid',
  'path',
  'columnid',
  'sourceContentType',
  'unitid',
  'webname',
  'permissiontype',
] as const;

/** `unitid:'1234'`, `"unitid":1234`, `unitid=1234`. */
const parameter = (name: string): RegExp =>
  new RegExp(
    `["'&?{,\\s]${name}["']?\\s{0,4}[:=]\\s{0,4}(?:"([^"]{0,200})"|'([^']{0,200})'|([\\w%/.-]{1,200}))`,
    'i',
  );
const parameters = passedOn.map((name) => [name, parameter(name)] as const);

export const jcms: Family = {
  id: 'jcms',
  isArticle: ({ pathname }) => article.test(pathname) || annualReport.test(pathname),
  isDownload: ({ pathname }) => download.test(pathname),
  hiddenArticles: (page) => [...recordLinks(page), ...reportsNamed(page)],
  siblings: otherYears,
  nextPages: nextOf,
};

function recordLinks({ url, html }: SitePage): readonly Link[] {
  if (!html.includes('<recordset>')) return [];
  const $ = loadHtml(recordsIn(html).join('\n'));
  return $('a[href]')
    .toArray()
    .flatMap((anchor) => {
      const target = resolve($(anchor).attr('href'), url);
      const text = words($(anchor).attr('title') || $(anchor).text());
      return target ? [{ url: target.href, text, rule: 'jcms record' }] : [];
    });
}

function recordsIn(html: string): readonly string[] {
  const [, ...begun] = html.split(recordBegin);
  return begun.flatMap((rest) => {
    const end = rest.indexOf(recordEnd);
    return end < 0 ? [] : [rest.slice(0, end)];
  });
}

/** Addresses of reports that stand as strings in scripts. */
const reportsNamed = (page: SitePage): readonly Link[] =>
  quotedAddresses(page, annualReportText).map((address) => {
    const text = address.searchParams.get('fbtime') ?? '';
    return { url: address.href, text, rule: 'jcms annual report' };
  });

/** Reports of other years: those named, and the options of the box from which the page's script takes the year. */
function otherYears(page: SitePage): readonly Link[] {
  const { url, $ } = page;
  if (!annualReport.test(url.pathname) || !url.searchParams.has('fbtime')) return [];
  const chosen = $('select option')
    .toArray()
    .flatMap((option) => year.exec($(option).attr('value') ?? $(option).text())?.[1] ?? []);
  const offered = chosen.map((text) => {
    const address = new URL(url);
    address.searchParams.set('fbtime', text);
    return { url: address.href, text, rule: 'jcms annual report' };
  });
  return [...reportsNamed(page), ...offered];
}

/** All windows of the list; a reply of the proxy itself names no further one. */
function nextOf({ url, html }: SitePage): readonly NextPage[] {
  const [, path] = proxy.exec(html) ?? [];
  const size = Number(perPage.exec(html)?.[1] ?? 0);
  const records = Number(total.exec(html)?.[1] ?? 0);
  if (path === undefined || size === 0 || records <= size) return [];
  const fixed = parameters.flatMap(([name, pattern]): [string, string][] => {
    const [, double, single, bare] = pattern.exec(html) ?? [];
    const value = double ?? single ?? bare;
    return value === undefined ? [] : [[name, value]];
  });
  const step = size * windowPages;
  return Array.from({ length: Math.min(Math.ceil(records / step), mostWindows) }, (_, index) => {
    const next = new URL(path, url);
    next.search = new URLSearchParams([
      ...fixed,
      ['startrecord', String(index * step + 1)],
      ['endrecord', String(Math.min(records, (index + 1) * step))],
      ['perpage', String(size)],
    ]).toString();
    return { url: next.href, text: '', rule: 'jcms dataproxy', guessed: false };
  });
}
