/** The lists of a site that a round still has to read, and what is known of each before it is read. */
import { canonical, type NamedColumn, type NextPage } from '@xxgk/ingest/sites';
import type { Selection } from './site-take.ts';

/** One list, from its first page on. */
export interface SiteList {
  readonly address: string;
  /** Page that names it; null for a start address. */
  readonly from: string | null;
  /** What made us take it for a list. */
  readonly rule: string;
  /** Its name, as the link to it says. */
  readonly name: string;
  /** What it holds; null where nothing has said so yet. */
  readonly kind: NamedColumn['kind'];
  /** Steps from a start address. */
  readonly depth: number;
  /** Whether it stands for the front page: a start address, or where that leads by itself. */
  readonly front: boolean;
}

/** One page of it. */
export interface ListPage {
  readonly address: string;
  readonly from: string | null;
  readonly rule: string;
  /** Whether it was counted up, and may be past the end. */
  readonly guessed: boolean;
}

export const startOf = (address: string): SiteList => ({
  address,
  from: null,
  rule: 'start',
  name: '',
  kind: null,
  depth: 0,
  front: true,
});

export const firstPage = ({ address, from, rule }: SiteList): ListPage => ({
  address,
  from,
  rule,
  guessed: false,
});

export const furtherPage = ({ url, rule, guessed }: NextPage, from: string): ListPage => ({
  address: canonical(new URL(url)),
  from,
  rule,
  guessed,
});

/** Pages that only lead to others, e.g. 信息公开; more are no navigation. */
const mostHubs = 60;
/** Steps from the front page to a list: 信息公开, 法定主动公开内容, 政策, 规范性文件, 2021年. */
const deepest = 6;

/** First in, first out; each list once. */
export class SiteLists {
  readonly #waiting: SiteList[] = [];
  /** Read after all others: what they name is better known from the columns. */
  readonly #last: SiteList[] = [];
  readonly #known = new Set<string>();
  readonly #selection: Selection;
  #hubs = 0;
  /** Columns that were not followed, for there were too many. */
  leftOut = 0;

  constructor(selection: Selection) {
    this.#selection = selection;
  }

  add(list: SiteList): void {
    if (this.#known.has(list.address)) return;
    this.#known.add(list.address);
    this.#waiting.push(list);
  }

  /**
   * Adds the columns that are to be followed.
   *
   * @param navigation Whether the page that names them is there to lead to others.
   */
  addColumns(
    columns: readonly NamedColumn[],
    by: SiteList,
    page: string,
    navigation: boolean,
  ): void {
    const from = page;
    for (const column of columns) {
      if (!this.#selection.follows(column, navigation)) continue;
      const address = canonical(new URL(column.url));
      if (this.#known.has(address)) continue;
      if (!this.#hasRoom(column, by)) {
        this.leftOut += 1;
        continue;
      }
      const { rule, text: name, kind } = column;
      const front = by.front && rule === 'refresh';
      this.add({ address, from, rule, name, kind, depth: by.depth + 1, front });
    }
  }

  /** A list of the whole site, without titles. */
  addSitemap(address: string, from: string): void {
    if (!URL.canParse(address) || this.#known.has(address)) return;
    this.#known.add(address);
    this.#last.push({
      ...startOf(address),
      from,
      rule: 'robots.txt',
      name: 'sitemap',
      depth: 1,
      front: false,
    });
  }

  next(): SiteList | undefined {
    return this.#waiting.shift() ?? this.#last.shift();
  }

  #hasRoom({ kind }: NamedColumn, { depth }: SiteList): boolean {
    if (depth >= deepest) return false;
    if (kind === 'hub') this.#hubs += 1;
    return this.#hubs <= mostHubs;
  }
}
