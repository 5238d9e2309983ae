/**
 * 博达 VSB WebPlus: articles `/info/<category>/<id>.htm`; the first list page is `/slug.htm`, the
 * next ones count down: `/slug/8.htm`, `/slug/7.htm` … `/slug/1.htm`.
 */
import type { NextPage, SitePage } from '../page.ts';
import type { Family } from './family.ts';

const article = /\/info\/\d+\/\d+\.html?$/i;
const dynamicArticle = /NewsContentUrl/i;
const download = /\/system\/_content\/download\.jsp$/i;
const numbered = /^(.*\/)(\d{1,5})(\.html?)$/i;
/** Marks of the system in its pages. */
const signs = /vsb_content|_newscontent_fromname|\/system\/_content\/|_sitegray|<!--\s{0,4}#?vsb/i;

export const vsb: Family = {
  id: 'vsb',
  isArticle: ({ pathname, search }) => article.test(pathname) || dynamicArticle.test(search),
  isDownload: ({ pathname }) => download.test(pathname),
  nextPages: nextOf,
};

/** From the second page on; the first one names it by a link. */
function nextOf({ url, html }: SitePage): readonly NextPage[] {
  const [, folder, number, extension] = numbered.exec(url.pathname) ?? [];
  const next = Number(number) - 1;
  if (folder === undefined || next < 1 || article.test(url.pathname) || !signs.test(html))
    return [];
  const address = new URL(`${folder}${next}${extension}`, url).href;
  return [{ url: address, text: '', rule: 'vsb countdown', guessed: false }];
}
