/**
 * Lists that come as XML: sitemaps (sitemaps.org 0.9) and their indexes, RSS 2.0, RSS 1.0 and Atom
 * (RFC 4287). Read as a stream; entities are not expanded, and nothing is fetched.
 */
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { type Link, resolve, words } from '../page.ts';

export interface XmlList {
  readonly entries: readonly Link[];
  /** Further lists: the parts of an index, the next page of a feed. */
  readonly lists: readonly Link[];
}

const roots = /<(?:[\w-]{1,20}:)?(urlset|sitemapindex|rss|feed|RDF)[\s>]/i;
const head = 4000;
/** sitemaps.org: a sitemap has at most 50,000 addresses. */
const mostEntries = 50_000;

/** Whether the text is one of these lists. */
export const isXmlList = (text: string): boolean => roots.test(text.slice(0, head));

/** What stands in a broken file before its fault is given all the same. */
export function xmlListIn(text: string, base: URL): XmlList {
  const reader = new Reader(base);
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => reader.open(tag));
  parser.on('text', (piece) => reader.add(piece));
  parser.on('cdata', (piece) => reader.add(piece));
  parser.on('closetag', ({ name }) => reader.close(localName(name)));
  // Broken markup in titles is common: what is well-formed is read.
  parser.on('error', () => undefined);
  parser.write(text).close();
  return reader;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1).toLowerCase();

const holders: ReadonlySet<string> = new Set(['url', 'sitemap', 'item', 'entry']);

class Reader implements XmlList {
  readonly entries: Link[] = [];
  readonly lists: Link[] = [];
  readonly #base: URL;
  readonly #open: string[] = [];
  #text = '';
  #title = '';
  #address = '';

  constructor(base: URL) {
    this.#base = base;
  }

  open({ name, attributes }: SaxesTagPlain): void {
    const local = localName(name);
    this.#open.push(local);
    this.#text = '';
    if (holders.has(local)) {
      this.#title = '';
      this.#address = '';
    }
    if (local === 'link' && attributes['href'] !== undefined) this.#atomLink(attributes);
  }

  add(piece: string): void {
    this.#text += piece;
  }

  close(local: string): void {
    this.#open.pop();
    const holder = this.#open.at(-1) ?? '';
    if (holders.has(holder)) this.#member(local);
    if (holders.has(local)) this.#entry(local);
    this.#text = '';
  }

  #member(local: string): void {
    if (local === 'title') this.#title = words(this.#text);
    if ((local === 'loc' || local === 'link') && this.#text.trim() !== '')
      this.#address = this.#text.trim();
  }

  #atomLink({ href = '', rel = 'alternate' }: Record<string, string>): void {
    const inEntry = this.#open.includes('entry');
    if (inEntry && rel === 'alternate') this.#address = href;
    else if (!inEntry && rel === 'next') this.#push(this.lists, href, '', 'feed next');
  }

  #entry(holder: string): void {
    if (holder === 'sitemap') this.#push(this.lists, this.#address, '', 'sitemap index');
    else {
      const rule = holder === 'url' ? 'sitemap' : 'feed entry';
      this.#push(this.entries, this.#address, this.#title, rule);
    }
  }

  #push(list: Link[], address: string, text: string, rule: string): void {
    const url = resolve(address, this.#base);
    if (url && list.length < mostEntries) list.push({ url: url.href, text, rule });
  }
}
