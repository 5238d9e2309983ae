/** What a page or a feed of an agency's site leads to. */
import { articlesIn } from './articles.ts';
import { attachmentsIn, isFileAddress } from './attachments.ts';
import { columnsIn } from './columns/in-page.ts';
import type { ColumnKind, NamedColumn } from './columns/kinds.ts';
import { nameOf } from './columns/page-name.ts';
import { families, familyOf } from './families/index.ts';
import { jsonIn } from './feeds/json.ts';
import { listedIn } from './feeds/json-list.ts';
import { isXmlList, xmlListIn } from './feeds/xml-list.ts';
import { nextPagesOf, saysItGoesOn } from './next-pages.ts';
import { type Link, type NextPage, openPage } from './page.ts';
import { sameSite } from './site-of.ts';
import { isTrap } from './traps.ts';

export interface Discovery {
  /** Family of the system whose addresses the articles have; null where none is known. */
  readonly family: string | null;
  /** What the page calls itself, and what its column holds; null where the name does not say. */
  readonly column: { readonly name: string; readonly kind: ColumnKind | null };
  /** Whether it is the front page of its site. */
  readonly home: boolean;
  /** Articles of the page's own list; on an article page, what stands beside it: not to be used. */
  readonly articles: readonly Link[];
  /** On the page of a document: the same document of other years. */
  readonly siblings: readonly Link[];
  /** Columns of the site that the page leads to, and columns below it. */
  readonly columns: readonly NamedColumn[];
  /** Further pages of the list. */
  readonly nextPages: readonly NextPage[];
  /** The page says that its list goes on, and does not say where: a script knows. */
  readonly unreadPages: boolean;
  /** Files that the page links to. */
  readonly attachments: readonly Link[];
}

/** Of what leads nowhere. */
export const nothingFound: Discovery = {
  family: null,
  column: { name: '', kind: null },
  home: false,
  articles: [],
  siblings: [],
  columns: [],
  nextPages: [],
  unreadPages: false,
  attachments: [],
};

/**
 * Finds the links of a page, a feed (JSON, JSONP, RSS, Atom) or a sitemap. Parses what others wrote: to
 * be called in a process of its own.
 *
 * @param address Where it was fetched from.
 * @param text Its text.
 */
export function discover(address: string, text: string): Discovery {
  const url = new URL(address);
  if (isXmlList(text)) return discoverXml(url, text);
  const json = jsonIn(text);
  return json === undefined ? discoverPage(address, text) : discoverJson(url, json);
}

function discoverPage(address: string, html: string): Discovery {
  const page = openPage(address, html);
  const articles = articlesIn(page).filter(isSound);
  const attachments = attachmentsIn(page).filter(isSound);
  const files = new Set(attachments.map(({ url }) => url));
  const listed = new Set(articles.map(({ url }) => url));
  const own = nameOf(page);
  const nextPages = nextPagesOf(page).filter(isSound);
  const further = new Set(nextPages.map(({ url }) => url));
  return {
    family: idOf(articles),
    column: { name: own.name, kind: own.kind },
    home: own.home,
    articles: articles.filter(({ url }) => !files.has(url)),
    siblings: families.flatMap(({ siblings }) => siblings?.(page) ?? []).filter(isSound),
    columns: columnsIn(page, own).filter(
      (column) => isSound(column) && !listed.has(column.url) && !further.has(column.url),
    ),
    nextPages,
    unreadPages: nextPages.length === 0 && saysItGoesOn(page),
    attachments,
  };
}

function discoverJson(url: URL, value: unknown): Discovery {
  const { entries, html } = listedIn(value, url);
  const inHtml = html === '' ? nothingFound : discoverPage(url.href, html);
  const links = [...entries.filter((link) => isListed(link, url)), ...inHtml.articles];
  const listed = links.length + inHtml.attachments.length;
  const feed = { url, value, html, listed };
  const counted = families.flatMap(({ nextOfFeed }) => nextOfFeed?.(feed) ?? []);
  const isFile = (link: Link): boolean => isFileAddress(new URL(link.url));
  return {
    ...nothingFound,
    family: idOf(links),
    articles: links.filter((link) => !isFile(link)),
    nextPages: counted.length > 0 ? counted : inHtml.nextPages,
    attachments: [...links.filter(isFile), ...inHtml.attachments],
  };
}

function discoverXml(url: URL, text: string): Discovery {
  const { entries, lists } = xmlListIn(text, url);
  const links = entries.filter((link) => isListed(link, url));
  const isFile = (link: Link): boolean => isFileAddress(new URL(link.url));
  // A sitemap names the site's lists too, and says of none what it is.
  const isArticle = (link: Link): boolean =>
    link.rule !== 'sitemap' || familyOf(new URL(link.url)) !== undefined;
  return {
    ...nothingFound,
    family: idOf(links),
    articles: links.filter((link) => !isFile(link) && isArticle(link)),
    nextPages: lists
      .filter((link) => isListed(link, url))
      .map((link) => ({ ...link, guessed: false })),
    attachments: links.filter(isFile),
  };
}

const isListed = (link: Link, page: URL): boolean =>
  isSound(link) && sameSite(new URL(link.url), page);

const isSound = ({ url }: Pick<Link, 'url'>): boolean => !isTrap(new URL(url));

function idOf(articles: readonly Link[]): string | null {
  const [first] = articles;
  return (first && familyOf(new URL(first.url))?.id) ?? null;
}
