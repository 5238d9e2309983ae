/** A fetched page as link discovery sees it. */
import type { CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';
import { tame } from '../parse/html/tree/guard.ts';
import { loadHtml } from './load-html.ts';

export interface SitePage {
  /** Address that answered; relative links are resolved against it. */
  readonly url: URL;
  /** The whole page as text, scripts included: lists and pagers hide there. */
  readonly html: string;
  readonly $: CheerioAPI;
}

/** A link as a reader sees it. */
export interface Link {
  /** Absolute, without fragment. */
  readonly url: string;
  /** Its words, blanks folded; may be empty. */
  readonly text: string;
  /** What made us take it for what it is, in a few words, e.g. `trs address`. */
  readonly rule: string;
}

/** A further page of a list. */
export interface NextPage extends Link {
  /**
   * The list does not say whether there is such a page: it was counted up. One that names nothing
   * new is past the end.
   */
  readonly guessed: boolean;
}

const blanks = /[\s\u00a0\u3000]+/g;

/** @throws {TooLargeError} for what no page is. */
export function openPage(address: string, html: string): SitePage {
  const $ = loadHtml(tame(html).html);
  const base = $('base[href]').first().attr('href');
  const url = new URL(address);
  return { url: (base === undefined ? null : URL.parse(base, url.href)) ?? url, html, $ };
}

/** The words of an element or a string, blanks folded. */
export const words = (text: string): string => text.replace(blanks, ' ').trim();

/** Absolute http(s) address of a link, without fragment; undefined for what is no page or file. */
export function resolve(href: string | undefined, base: URL): URL | undefined {
  if (href === undefined || href.trim() === '') return undefined;
  const url = URL.parse(href.trim(), base.href);
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return undefined;
  if (url.username !== '' || url.password !== '') return undefined;
  url.hash = '';
  return url;
}

/** What stands around every page of a site and is no part of its list or article. */
const chrome = 'nav, footer, header, .footer, #footer, .header, #header, .nav, #nav, .foot, #foot';

/** More are no list that an editor made. */
const mostElements = 20_000;

/** Elements of a page that are not part of its chrome, in order, the first twenty thousand. */
export function outsideChrome({ $ }: SitePage, selector: string): readonly Element[] {
  const inside = new Set($(chrome).find(selector).toArray());
  return $.root()
    .find(selector)
    .toArray()
    .slice(0, mostElements)
    .filter((element) => !inside.has(element));
}
