/** TRS 拓尔思 WCM: static pages, `/202101/t20210115_123.html`, lists `index.html`, `index_1.html` … */
import type { NextPage, SitePage } from '../page.ts';
import type { Family } from './family.ts';

const article = /\/t20\d{6}_\d+\.s?html?$/i;
/**
 * `createPageHTML(<pages>, <this one, from 0>, "index", "html")`, called by the list page itself; some
 * templates name the element of the pager first.
 */
const pager =
  /createPage(?:HTML)?\s{0,4}\(\s{0,4}(?:["'][^"']{0,40}["']\s{0,4},\s{0,4})?(\d{1,5})\s{0,4},\s{0,4}(\d{1,5})\s{0,4},\s{0,4}["']([\w-]{1,40})["']\s{0,4},\s{0,4}["'](\w{1,8})["']/;

export const trs: Family = {
  id: 'trs',
  isArticle: ({ pathname }) => article.test(pathname),
  nextPages: nextOf,
};

function nextOf({ url, html }: SitePage): readonly NextPage[] {
  const [, count, current, name, extension] = pager.exec(html) ?? [];
  const next = Number(current) + 1;
  if (name === undefined || next >= Number(count)) return [];
  const address = new URL(`${name}_${next}.${extension}`, url).href;
  return [{ url: address, text: '', rule: 'trs createPageHTML', guessed: false }];
}
