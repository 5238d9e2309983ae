/**
 * 安徽 (龙讯): articles `/XxgkAnnualReport/show/2310.html`, `/public/<column>/<id>.html`; the lists are
 * pieces of HTML that a script loads from `/site/label/8888?labelName=publicInfoList&pageIndex=1&…`.
 */
import type { NextPage, SitePage } from '../page.ts';
import { numberIn, pageAfter } from './counted.ts';
import type { Family } from './family.ts';
import { quotedAddresses } from './quoted.ts';

const article =
  /\/(XxgkAnnualReport|OpennessContent)\/show\/\d+\.html?$|\/(public|openness)\/(?!column\/)[\w/]{1,80}\/\d+\.html?$/i;
const download = /\/OpennessContent\/download\//i;
const label = /\/site\/label\/\d+\?/i;
/** `page_1.html` of `/OpennessContent/showList/1442/45712/page_1.html`. */
const numbered = /^(.*\/showList\/[\w/]{1,80}\/page_)(\d{1,5})(\.html?)$/i;
const count =
  /(?:page_?count|total_?pages?)["']?\s{0,4}[:=]\s{0,4}["']?(\d{1,5})|共\s{0,4}(?:<[^>]{1,60}>)?(\d{1,5})(?:<[^>]{1,60}>)?\s{0,4}页/i;
const firstGroup = /(\d{1,5})/;

export const anhui: Family = {
  id: 'anhui',
  isArticle: ({ pathname }) => article.test(pathname) && !numbered.test(pathname),
  isDownload: ({ pathname }) => download.test(pathname),
  nextPages: nextOf,
};

function nextOf(page: SitePage): readonly NextPage[] {
  const { url, html } = page;
  const last = numberIn(count.exec(html)?.[0] ?? '', firstGroup);
  if (label.test(url.href)) return pageAfter(url, 'pageIndex', 'label page', last);
  const [, before, number, after] = numbered.exec(url.pathname) ?? [];
  if (before !== undefined && last !== undefined && Number(number) < last) {
    const next = new URL(`${before}${Number(number) + 1}${after}`, url).href;
    return [{ url: next, text: '', rule: 'showList page', guessed: false }];
  }
  return quotedAddresses(page, label).map((address) => {
    if ((address.searchParams.get('pageIndex') ?? '') === '')
      address.searchParams.set('pageIndex', '1');
    return { url: address.href, text: '', rule: 'label list', guessed: false };
  });
}
