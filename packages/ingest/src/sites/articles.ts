/** The articles that a list page lists. */
import type { Cheerio, CheerioAPI } from 'cheerio';
import type { AnyNode, Element } from 'domhandler';
import { ownColumn } from './columns/own-column.ts';
import { families, familyOf } from './families/index.ts';
import { type Link, outsideChrome, resolve, type SitePage, words } from './page.ts';
import { sameSite } from './site-of.ts';

interface Candidate {
  readonly url: URL;
  readonly text: string;
  readonly rule: string;
  /** Smallest element that holds this link and another candidate. */
  readonly group: AnyNode | string;
}

/** A line of a list, with its date. */
const row = 'li, tr, dd, dt, p, .item';
const date = /20\d{2}\s?[-./年]\s?\d{1,2}\s?[-./月]\s?\d{1,2}/;
const longestRow = 400;
const dynamic = /\.(s?html?|jspx?|aspx?|php|do|action)$/i;

/** In order, each once. */
export function articlesIn(page: SitePage): readonly Link[] {
  const { url, $ } = page;
  const anchors = outsideChrome(page, 'a[href]');
  const candidates = anchors.flatMap((anchor) => candidateOf($, anchor, url));
  const crowd = crowdOf(candidates.map(({ anchor }) => anchor));
  const shown = candidates.map(
    ({ anchor, ...link }): Candidate => ({ ...link, group: groupOf(anchor, crowd) }),
  );
  const hidden = families
    .flatMap(({ hiddenArticles }) => hiddenArticles?.(page) ?? [])
    .map(
      ({ url: address, ...link }): Candidate => ({
        ...link,
        url: new URL(address),
        group: 'hidden',
      }),
    );
  const links = new Map<string, Link>();
  for (const { url: target, text, rule } of ownColumn([...shown, ...hidden], url)) {
    const known = links.get(target.href);
    // A picture and the title beside it link to one article: the words are the title's.
    if (!known || known.text === '') links.set(target.href, { url: target.href, text, rule });
  }
  return [...links.values()];
}

function candidateOf($: CheerioAPI, element: Element, base: URL) {
  const anchor = $(element);
  const url = resolve(anchor.attr('href'), base);
  if (!url || url.href === base.href || !sameSite(url, base)) return [];
  const known = familyOf(url);
  if (!known && !isDated(anchor, url)) return [];
  const rule = known ? `${known.id} address` : 'dated line';
  return [{ anchor: element, url, text: words(anchor.attr('title') || anchor.text()), rule }];
}

/** Of an unknown system: a link to a page, in a line that holds one date. */
function isDated(anchor: Cheerio<Element>, { pathname, search }: URL): boolean {
  if (!dynamic.test(pathname) && search === '') return false;
  const line = words(anchor.closest(row).text());
  return line.length < longestRow && date.test(line);
}

/** How many of the links each element holds. */
function crowdOf(anchors: readonly Element[]): ReadonlyMap<AnyNode, number> {
  const crowd = new Map<AnyNode, number>();
  for (const anchor of anchors) {
    for (let holder: AnyNode | null = anchor.parent; holder; holder = holder.parent) {
      crowd.set(holder, (crowd.get(holder) ?? 0) + 1);
    }
  }
  return crowd;
}

function groupOf(anchor: Element, crowd: ReadonlyMap<AnyNode, number>): AnyNode {
  let group: AnyNode = anchor;
  while (group.parent && (crowd.get(group) ?? 0) < 2) group = group.parent;
  return group;
}
