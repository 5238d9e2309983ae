/**
 * One round over one site: its list pages, their articles, and the articles' attachments, in order; from
 * the front page the columns that are asked for.
 *
 * Every trap ends it: an address is visited once, a list that names nothing new for some pages is
 * left, and so is a site that gives one content under many addresses or does not answer any more.
 */
import { type Discovery, isArticleAddress, type Link } from '@xxgk/ingest/sites';
import { RoundEnded } from './site-limits.ts';
import {
  firstPage,
  furtherPage,
  type ListPage,
  type SiteList,
  SiteLists,
  startOf,
} from './site-lists.ts';
import { Selection } from './site-take.ts';
import { SiteVisits, type SiteVisitsParts } from './site-visits.ts';

export interface SiteRoundParts extends SiteVisitsParts {
  /** Default: everything that is listed. */
  readonly selection?: Selection;
  /** Sitemaps that the robots.txt of an address's host names. */
  readonly sitemapsOf?: (address: string) => readonly string[];
}

/** List pages in a row that name nothing new. */
const mostBarren = 3;

/** A list while it is read. */
interface Walk {
  /** With what its first page says of itself. */
  list: SiteList;
  readonly ahead: ListPage[];
  /** Whether a page of it is there to lead to others. */
  leads: boolean;
  /** Pages in a row that named nothing new. */
  barren: number;
}

export class SiteRound {
  readonly #parts: SiteRoundParts;
  readonly #selection: Selection;
  readonly #lists: SiteLists;
  readonly #visits: SiteVisits;
  #homes = 0;
  #reportColumns = 0;

  constructor(parts: SiteRoundParts) {
    this.#parts = parts;
    this.#selection = parts.selection ?? new Selection();
    this.#lists = new SiteLists(this.#selection);
    this.#visits = new SiteVisits(parts);
  }

  /** @throws what the visitor throws: the store fails, or the run is stopped. */
  async run(start: readonly string[]): Promise<void> {
    const { tally } = this.#parts;
    for (const address of start) this.#lists.add(startOf(address));
    try {
      for (let list = this.#lists.next(); list; list = this.#lists.next()) {
        if (isArticleAddress(new URL(list.address))) await this.#startArticle(list);
        else await this.#list(list);
      }
    } catch (error) {
      if (!(error instanceof RoundEnded)) throw error;
      tally.complete = false;
      tally.warn(error.message);
    }
    this.#tellDiscovery();
  }

  #tellDiscovery(): void {
    const { tally } = this.#parts;
    const { leftOut } = this.#lists;
    if (leftOut > 0)
      tally.warn(`trap: ${leftOut} columns were not followed, for there are too many`);
    if (this.#homes > 0 && this.#reportColumns === 0 && this.#selection.has('reports')) {
      tally.warn('no column of annual reports was found from the front page: give its address');
    }
  }

  /** An address of the user's, or a column, that is a document itself. */
  async #startArticle({ address, from, rule, name }: SiteList): Promise<void> {
    const [fresh] = this.#visits.fresh([{ url: address, text: name, rule }]);
    if (fresh) await this.#visits.article(fresh, { role: 'document', rule, column: name, from });
  }

  async #list(list: SiteList): Promise<void> {
    const walk: Walk = { list, ahead: [firstPage(list)], leads: false, barren: 0 };
    const before = this.#visits.documents;
    for (let page = walk.ahead.shift(); page; page = walk.ahead.shift()) {
      const found = await this.#visits.list(page, walk.list.name);
      if (found) await this.#readPage(page, found, walk);
      if (walk.barren < mostBarren) continue;
      const barren = `${walk.barren} list pages in a row name nothing new`;
      this.#parts.tally.warn(`trap: ${barren}, up to ${page.address}`);
      return;
    }
    if (this.#visits.documents === before) this.#tellEmpty(walk);
  }

  async #readPage(page: ListPage, found: Discovery, walk: Walk): Promise<void> {
    if (page.address === walk.list.address) walk.list = namedBy(found, walk.list);
    const fresh = this.#visits.fresh([...found.articles, ...found.attachments]);
    // The front page of an office below another's lists nothing either, or leads on by itself.
    const front = found.home || (walk.list.front && walk.list.kind === null && fresh.length === 0);
    walk.leads = this.#follow(found, walk.list, page, front) || walk.leads;
    // One past the end of a list that does not say where that is.
    if (fresh.length === 0 && page.guessed) return;
    walk.barren = fresh.length === 0 ? walk.barren + 1 : 0;
    await this.#take(fresh, walk.list, page);
    if (found.unreadPages) {
      this.#parts.tally.warn(`the list ${page.address} goes on by a script only`);
    }
    walk.ahead.push(...found.nextPages.map((next) => furtherPage(next, page.address)));
  }

  /** A list of documents that has none: of a start address, or of a column that says it holds reports. */
  #tellEmpty({ list: { address, rule, kind, name }, leads }: Walk): void {
    const { tally } = this.#parts;
    if (leads) return;
    if (rule === 'start') tally.warn(`${address} lists no documents: is it a list page?`);
    else if (kind === 'reports') tally.warn(`the column ${name} (${address}) lists no documents`);
  }

  /** @returns Whether the page is there to lead to others. */
  #follow(found: Discovery, own: SiteList, page: ListPage, front: boolean): boolean {
    const navigation = front || own.kind === 'hub';
    if (front) this.#addSitemaps(page.address);
    if (found.home) this.#homes += 1;
    if (own.kind === 'reports') this.#reportColumns += 1;
    this.#lists.addColumns(found.columns, own, page.address, navigation);
    const leads = found.home || own.kind === 'hub';
    return leads || found.columns.some((column) => this.#selection.follows(column, navigation));
  }

  #addSitemaps(home: string): void {
    for (const address of this.#parts.sitemapsOf?.(home) ?? []) {
      this.#lists.addSitemap(address, home);
    }
  }

  async #take(fresh: readonly Link[], { kind, name }: SiteList, page: ListPage): Promise<void> {
    for (const link of fresh) {
      if (!this.#selection.takes(link, kind)) continue;
      const reason = {
        role: 'document',
        rule: link.rule,
        column: name,
        from: page.address,
      } as const;
      await this.#visits.article(link, reason);
    }
  }
}

/** A list with what its first page says of itself, where the link to it did not. */
const namedBy = ({ column }: Discovery, list: SiteList): SiteList => ({
  ...list,
  name: list.name || column.name,
  kind: list.kind ?? column.kind,
});
