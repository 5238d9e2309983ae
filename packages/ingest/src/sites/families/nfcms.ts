/**
 * 广东 NFCMS and its 信息公开目录 (gkmlpt): articles `/content/post_123.html`. The page of the 目录 holds
 * its columns as JSON in a script, and a list is `/gkmlpt/api/all/<column>?page=1&sid=<site>`:
 * `{"total":145,"articles":[{"title":…,"url":…}]}`.
 */
import { type NamedColumn, namedColumn } from '../columns/kinds.ts';
import type { Feed } from '../feeds/feed.ts';
import { jsonAfter, listOf, memberOf, numberOf, textOf } from '../feeds/json.ts';
import { type NextPage, resolve, type SitePage } from '../page.ts';
import { sameSite } from '../site-of.ts';
import { pageAfter } from './counted.ts';
import type { Family } from './family.ts';

const article = /\/post_\d+\.html?$/i;
const download = /\/attachment\/\d+\//i;
const catalogue = /^(.*\/gkmlpt)\/(index|guide|annual|policy)?(\.html?)?$/i;
const api = /\/gkmlpt\/api\/all\/\d+$/i;
const site = /\bSID["']?\s{0,4}[:=]\s{0,4}["']?(\d{1,12})/;
const tree = /\bTREE["']?\s{0,4}[:=]\s{0,4}(?=\[)/;

/** How deep columns lie below columns. */
const deepest = 6;

export const nfcms: Family = {
  id: 'nfcms',
  isArticle: ({ pathname }) => article.test(pathname),
  isDownload: ({ pathname }) => download.test(pathname),
  hiddenColumns,
  nextOfFeed,
};

function hiddenColumns({ url, html }: SitePage): readonly NamedColumn[] {
  const [, folder] = catalogue.exec(url.pathname) ?? [];
  const [, sid] = site.exec(html) ?? [];
  if (folder === undefined || sid === undefined) return [];
  const lists = listOf(jsonAfter(html, tree));
  return lists.flatMap((node) => columnsBelow(node, { url, folder, sid }, 0));
}

interface Catalogue {
  readonly url: URL;
  readonly folder: string;
  readonly sid: string;
}

/** A column and those below it, each with its name; those of another site are left to its links. */
function columnsBelow(node: unknown, here: Catalogue, depth: number): readonly NamedColumn[] {
  if (depth > deepest) return [];
  const below = listOf(memberOf(node, 'children')).flatMap((child) =>
    columnsBelow(child, here, depth + 1),
  );
  const name = textOf(memberOf(node, 'name'));
  const jump = resolve(textOf(memberOf(node, 'jump_url')), here.url);
  const id = numberOf(memberOf(node, 'id'));
  const list = id === undefined ? undefined : resolve(listAddress(id, here), here.url);
  const target = jump && sameSite(jump, here.url) ? jump : list;
  const own =
    target && name
      ? namedColumn({ url: target.href, text: name, rule: 'gkmlpt tree' }, true)
      : undefined;
  return own ? [own, ...below] : below;
}

const listAddress = (id: number, { folder, sid }: Catalogue): string =>
  `${folder}/api/all/${id}?page=1&sid=${sid}`;

/** The answer does not say how many it holds at a time: pages follow until they cover the total. */
function nextOfFeed({ url, value, listed }: Feed): readonly NextPage[] {
  if (!api.test(url.pathname) || listed === 0) return [];
  const total =
    numberOf(memberOf(value, 'total')) ??
    numberOf(memberOf(memberOf(value, 'classify'), 'post_count'));
  const page = Number(url.searchParams.get('page') ?? 1);
  if (total !== undefined && page * listed >= total) return [];
  return pageAfter(url, 'page', 'gkmlpt page');
}
