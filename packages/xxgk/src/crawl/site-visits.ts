/** The visits of one round over a site: each address once, counted, and within its limits. */
import type { SourceFile } from '@xxgk/ingest';
import { canonical, type Discovery, type Link } from '@xxgk/ingest/sites';
import { failureOf } from '../worker/failure.ts';
import type { RoundTally } from './report.ts';
import { type LimitsOptions, RoundLimits } from './site-limits.ts';
import type { ListPage } from './site-lists.ts';
import type { Visited, VisitRequest } from './visit.ts';
import type { Visitor } from './visitor.ts';

/** Why an address is visited. */
export interface Reason {
  readonly role: VisitRequest['role'];
  /** What made us take it for what it is. */
  readonly rule: string;
  /** Name of the column that leads to it; empty where it has none. */
  readonly column: string;
  readonly from: string | null;
}

export interface SiteVisitsParts extends LimitsOptions {
  readonly visitor: Pick<Visitor, 'visit'>;
  readonly linksOf: (file: SourceFile) => Promise<Discovery>;
  readonly tally: RoundTally;
  /** Called after the attachments of an article, by their canonical addresses, have been visited. */
  readonly attached?: (article: SourceFile, addresses: readonly string[]) => void;
  /** Called after each visit. */
  readonly visited?: (address: string, visited: Visited, reason: Reason) => void;
}

/** Its methods throw what the visitor throws, and `RoundEnded` where a limit is reached. */
export class SiteVisits {
  readonly #parts: SiteVisitsParts;
  readonly #limits: RoundLimits;
  readonly #seen = new Set<string>();
  #documents = 0;

  constructor(parts: SiteVisitsParts) {
    this.#parts = parts;
    this.#limits = new RoundLimits(parts);
  }

  /** Articles and files visited. */
  get documents(): number {
    return this.#documents;
  }

  /**
   * Reads one page of a list; undefined where it gives nothing, or was visited.
   *
   * @param column Name of its list.
   */
  async list(page: ListPage, column: string): Promise<Discovery | undefined> {
    const { tally, visitor, visited: told } = this.#parts;
    const { address, from, rule } = page;
    if (this.#seen.has(address)) return undefined;
    this.#seen.add(address);
    this.#limits.check('list');
    const visited = await visitor.visit({ address, role: 'list', from });
    told?.(address, visited, { role: 'list', rule, column, from });
    if (visited.failure) tally.fail(address, visited.failure);
    this.#limits.hear('list', visited);
    if (!visited.file) {
      if (!page.guessed) tally.warn(`the list ${address} could not be read`);
      return undefined;
    }
    tally.lists += 1;
    return this.#linksOf(address, visited.file);
  }

  /** Visits an article, its files, and the same document of other years. */
  async article(link: Link, reason: Reason): Promise<void> {
    const { url: address, text: title } = link;
    const file = await this.#document(
      { address, role: 'document', from: reason.from, title },
      reason,
    );
    if (!file) return;
    const found = await this.#linksOf(address, file);
    if (!found) return;
    const because = { ...reason, rule: 'file', from: address };
    for (const { url, text } of this.fresh(found.attachments)) {
      await this.#document({ address: url, role: 'document', from: address, title: text }, because);
    }
    if (found.attachments.length > 0) {
      const addresses = found.attachments.map(({ url }) => canonical(new URL(url)));
      this.#parts.attached?.(file, addresses);
    }
    for (const sibling of this.fresh(found.siblings)) {
      await this.article(sibling, { ...reason, rule: sibling.rule, from: address });
    }
  }

  async #document(request: VisitRequest, reason: Reason): Promise<SourceFile | null> {
    const { tally, visitor, visited: told } = this.#parts;
    this.#limits.check('document');
    const visited = await visitor.visit(request);
    this.#documents += 1;
    tally.end(visited.end);
    if (visited.failure) tally.fail(request.address, visited.failure);
    told?.(request.address, visited, reason);
    this.#limits.hear('document', visited);
    return visited.file;
  }

  async #linksOf(address: string, file: SourceFile): Promise<Discovery | undefined> {
    try {
      return await this.#parts.linksOf(file);
    } catch (error) {
      this.#parts.tally.fail(address, failureOf(error));
      return undefined;
    }
  }

  /** Canonical addresses that this round has not visited, each once. */
  fresh(links: readonly Link[]): readonly Link[] {
    return links.flatMap(({ url, ...link }) => {
      const address = canonical(new URL(url));
      if (this.#seen.has(address)) return [];
      this.#seen.add(address);
      return [{ ...link, url: address }];
    });
  }
}
