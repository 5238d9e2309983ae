/**
 * 集约化平台 (UCAP), gov.cn among them: articles `/c100/202204/<32 hex digits>.shtml`; lists come as
 * JSON, `{"data":{"page":1,"rows":18,"total":240,"results":[{"title":…,"url":…}]}}`, or as a piece of
 * HTML, from an address whose query begins with an underscore: `?_isAgg=true&_isJson=true&page=1`.
 */

import type { Feed } from '../feeds/feed.ts';
import { memberOf, numberOf } from '../feeds/json.ts';
import type { NextPage, SitePage } from '../page.ts';
import { pageAfter } from './counted.ts';
import type { Family } from './family.ts';
import { quotedAddresses } from './quoted.ts';

const article =
  /\/c\d+\/(\d{6}\/)?([0-9a-f]{32}|content_\d+)\.s?html?$|\/content\/\d{6}\/content_\d+\.html?$/i;
const feed = /[?&]_(isAgg|isJson|template|pageSize)=/i;
const file = /\/files\/[\w/-]{1,200}\.\w{2,5}$/i;

export const ucap: Family = {
  id: 'ucap',
  isArticle: ({ pathname }) => article.test(pathname),
  isDownload: ({ pathname }) => file.test(pathname),
  nextPages: feedsIn,
  nextOfFeed,
};

/** Of a page: the feed that its script loads. Of a piece of HTML from such a feed: the next one. */
function feedsIn(page: SitePage): readonly NextPage[] {
  if (feed.test(page.url.search)) return pageAfter(page.url, 'page', 'ucap page');
  return quotedAddresses(page, feed).map((address) => {
    // `'…&page=' + number` in the script.
    if ((address.searchParams.get('page') ?? '') === '') address.searchParams.set('page', '1');
    return { url: address.href, text: '', rule: 'ucap feed', guessed: false };
  });
}

function nextOfFeed({ url, value, listed }: Feed): readonly NextPage[] {
  const data = memberOf(value, 'data');
  const total = numberOf(memberOf(data, 'total'));
  if (!feed.test(url.search) || listed === 0) return [];
  const rows = numberOf(memberOf(data, 'rows')) ?? Number(url.searchParams.get('_pageSize'));
  if (total === undefined || !(rows > 0)) return pageAfter(url, 'page', 'ucap page');
  return pageAfter(url, 'page', 'ucap page', Math.ceil(total / rows));
}
