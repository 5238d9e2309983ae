/**
 * 大汉 jpaas, the successor of jcms: articles `/art/2026/art_<32 hex digits>.html`. A list page holds
 * the parameters of its list, in quotes within quotes,
 * `<script url="…/page/build/unit" queryData="{'webId':'1','pageId':'2',…}">`; the list comes as HTML in
 * JSON, `{"success":true,"data":{"html":"<ul>…"}}`.
 */
import type { Element } from 'domhandler';
import type { Feed } from '../feeds/feed.ts';
import { jsonIn, memberOf, numberOf, textOf } from '../feeds/json.ts';
import { type NextPage, resolve, type SitePage } from '../page.ts';
import { numberIn, pageAfter } from './counted.ts';
import type { Family } from './family.ts';

const article = /\/art\/\d{4}\/(\d{1,2}\/\d{1,2}\/)?art_[0-9a-f]{32}\.html?$/i;
const download = /\/document\/download$/i;
const unit = /\/page\/build\/unit$/i;
const count = /(?:page_?count|total_?page)["']?\s{0,4}[:=]\s{0,4}["']?(\d{1,5})/i;
const singleQuote = /'/g;
/** Values that a script passes on as they stand; the number of the page is ours to give. */
const longestValue = 300;

export const jpaas: Family = {
  id: 'jpaas',
  isArticle: ({ pathname }) => article.test(pathname),
  isDownload: ({ pathname }) => download.test(pathname),
  nextPages: unitsIn,
  nextOfFeed,
};

function unitsIn({ url, $ }: SitePage): readonly NextPage[] {
  return $('[querydata], [data-querydata]')
    .toArray()
    .flatMap((element) => unitOf(element, url) ?? []);
}

function unitOf({ attribs }: Element, page: URL): NextPage | undefined {
  const target = resolve(attribs['url'] ?? attribs['data-url'], page);
  const data = attribs['querydata'] ?? attribs['data-querydata'] ?? '';
  const query = jsonIn(data.replaceAll(singleQuote, '"'));
  if (!target || target.host !== page.host || !unit.test(target.pathname)) return undefined;
  if (typeof query !== 'object' || query === null) return undefined;
  for (const [name, value] of Object.entries(query)) {
    const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
    if (text.length <= longestValue) target.searchParams.set(name, text);
  }
  return { url: target.href, text: '', rule: 'jpaas unit', guessed: false };
}

function nextOfFeed({ url, html, listed }: Feed): readonly NextPage[] {
  if (!unit.test(url.pathname) || listed === 0) return [];
  const last = numberIn(html, count);
  if (url.searchParams.has('pageNo')) return pageAfter(url, 'pageNo', 'jpaas page', last);
  const param = jsonIn(url.searchParams.get('paramJson') ?? '');
  const next = (numberOf(memberOf(param, 'pageNo')) ?? 1) + 1;
  if (last !== undefined && next > last) return [];
  // What came without a size shows by its length what the size is.
  const pageSize = textOf(memberOf(param, 'pageSize')) ?? String(listed);
  const address = new URL(url);
  address.searchParams.set('paramJson', JSON.stringify({ pageNo: next, pageSize }));
  return [{ url: address.href, text: '', rule: 'jpaas page', guessed: last === undefined }];
}
