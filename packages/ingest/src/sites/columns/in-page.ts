/** The columns of a site that a page leads to. */

import { isFileAddress } from '../attachments.ts';
import { families, isArticleAddress } from '../families/index.ts';
import { resolve, type SitePage, words } from '../page.ts';
import { sameSite } from '../site-of.ts';
import { type ColumnKind, type NamedColumn, namedColumn } from './kinds.ts';
import { folderOf } from './own-column.ts';
import type { PageName } from './page-name.ts';

/** Below a column: one for each year, or for each group of agencies. */
const year = /^(19|20)\d{2}\s?(年|年度)?(年报|报告)?$/;
const group =
  /^(县|市|区|省|本级|各|镇)*(政府|直|直属|级)?(部门|机构|单位|委办局|乡镇|街道|镇街|乡镇街道|区县|县区|县市区|区市县|开发区|垂直管理单位|政府本级|本级|人民政府)+(单位|机构|年报|街道)?$/;

const most = 3000;

/**
 * In order, each once: columns whose name says what they hold, and on a page that is such a column
 * itself those below it. A link to an article is no column, whatever its words.
 */
export function columnsIn(page: SitePage, own: PageName): readonly NamedColumn[] {
  const { url, $ } = page;
  const found = new Map<string, NamedColumn>();
  const add = (column: NamedColumn | undefined): void => {
    if (column && column.url !== url.href && !found.has(column.url)) found.set(column.url, column);
  };
  for (const anchor of $('a[href], area[href]').toArray().slice(0, most)) {
    const target = resolve($(anchor).attr('href'), url);
    if (!target || !sameSite(target, url)) continue;
    if (isArticleAddress(target) || isFileAddress(target)) continue;
    const name = words($(anchor).text() || ($(anchor).attr('title') ?? ''));
    add(below(target, name, url, own.kind) ?? named(target, name));
  }
  for (const { hiddenColumns } of families) hiddenColumns?.(page).forEach(add);
  for (const frame of framesIn(page, own.kind)) add(frame);
  add(refreshOf(page, own.kind));
  return [...found.values()];
}

const named = (target: URL, name: string): NamedColumn | undefined =>
  namedColumn({ url: target.href, text: name, rule: 'column name' });

function below(
  target: URL,
  name: string,
  page: URL,
  kind: ColumnKind | null,
): NamedColumn | undefined {
  const isYear = year.test(name);
  if (!isYear && !group.test(name)) return undefined;
  const own = kind === null || kind === 'hub' ? undefined : kind;
  const rule = isYear ? 'year column' : 'group column';
  const link = { url: target.href, text: name, rule, below: true };
  if (own) return { ...link, kind: own };
  // Of a list that does not say what it is, only what lies in its folder is part of it.
  const inside = `${target.host}${target.pathname}`.startsWith(folderOf(page));
  const same = target.pathname === page.pathname;
  return inside || same ? { ...link, kind: null } : undefined;
}

/** Older sites show the list of a column in a frame. */
function framesIn({ url, $ }: SitePage, kind: ColumnKind | null): readonly NamedColumn[] {
  if (kind === null) return [];
  return $('iframe[src], frame[src]')
    .toArray()
    .flatMap((frame) => {
      const target = resolve($(frame).attr('src'), url);
      if (!target || target.host !== url.host || isFileAddress(target)) return [];
      if (isArticleAddress(target)) return [];
      return [{ url: target.href, text: '', rule: 'frame', kind, below: true }];
    });
}

const refresh = /^\s*\d{1,3}\s*[;,]\s*url\s*=\s*["']?([^"'\s]{1,500})/i;
const moved = /\blocation(?:\.href)?\s{0,4}=\s{0,4}["']([^"'\s]{1,500})["']/;
/** Characters that a page shows which is only there to lead on. */
const fewLetters = 30;
const longestBare = 10_000;

const isBare = (html: string, $: SitePage['$']): boolean =>
  html.length < longestBare &&
  words($('body').clone().find('script, style').remove().end().text()).length < fewLetters;

/** Where a page leads by itself: many front pages are such. */
function refreshOf({ url, html, $ }: SitePage, kind: ColumnKind | null): NamedColumn | undefined {
  const meta = $('meta').filter(
    (_, each) => $(each).attr('http-equiv')?.toLowerCase() === 'refresh',
  );
  const [, told] = refresh.exec(meta.first().attr('content') ?? '') ?? [];
  const [, scripted] = isBare(html, $) ? (moved.exec(html) ?? []) : [];
  const target = resolve(told ?? scripted, url);
  if (!target || !sameSite(target, url)) return undefined;
  return { url: target.href, text: '', rule: 'refresh', kind, below: true };
}
