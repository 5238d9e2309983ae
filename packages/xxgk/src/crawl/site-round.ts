/**
 * One round over one site: its list pages, their articles, and the articles' attachments, in order.
 *
 * Every trap ends it: an address is visited once, a list that names nothing new for some pages is
 * left, and so is a site that gives one content under many addresses or does not answer any more.
 */
import type { SourceFile } from '@xxgk/ingest';
import { canonical, type Discovery, type Link } from '@xxgk/ingest/sites';
import { failureOf } from '../worker/failure.ts';
import type { RoundTally } from './report.ts';
import type { Visited, VisitRequest } from './visit.ts';
import type { Visitor } from './visitor.ts';

export interface SiteRoundParts {
  readonly visitor: Pick<Visitor, 'visit'>;
  readonly linksOf: (file: SourceFile) => Promise<Discovery>;
  readonly tally: RoundTally;
  /** Called after the attachments of an article, by their canonical addresses, have been visited. */
  readonly attached?: (article: SourceFile, addresses: readonly string[]) => void;
  /** Called after each address of a document. */
  readonly visited?: (address: string, visited: Visited) => void;
}

/** List pages in a row that name nothing new. */
const mostBarren = 3;
/** Documents in a row whose content has been seen in this round under another address. */
const mostEqual = 20;
/** Addresses in a row at which the host gave no answer. */
const mostSilent = 5;
const listBudget = 2000;
const documentBudget = 200_000;

const silent: ReadonlySet<string> = new Set([
  'fetch/unreachable',
  'fetch/timeout',
  'fetch/host-busy',
  'fetch/server-error',
  'fetch/certificate',
]);

/** Breaks a round off; what it says is the warning of the report. */
class RoundEnded extends Error {
  override readonly name = 'RoundEnded';
}

export class SiteRound {
  readonly #parts: SiteRoundParts;
  readonly #seen = new Set<string>();
  readonly #contents = new Set<string>();
  #equal = 0;
  #silent = 0;
  #documents = 0;

  constructor(parts: SiteRoundParts) {
    this.#parts = parts;
  }

  /** @throws what the visitor throws: the store fails, or the run is stopped. */
  async run(start: readonly string[]): Promise<void> {
    const { tally } = this.#parts;
    try {
      for (const address of start) await this.#list(address);
    } catch (error) {
      if (!(error instanceof RoundEnded)) throw error;
      tally.complete = false;
      tally.warn(error.message);
    }
  }

  async #list(start: string): Promise<void> {
    const { tally } = this.#parts;
    const ahead: VisitRequest[] = [{ address: start, role: 'list', from: null }];
    const before = this.#documents;
    let barren = 0;
    for (let page = ahead.shift(); page; page = ahead.shift()) {
      const found = await this.#openList(page);
      if (!found) continue;
      const fresh = this.#fresh([...found.articles, ...found.attachments]);
      barren = fresh.length === 0 ? barren + 1 : 0;
      if (barren === mostBarren) {
        tally.warn(`trap: ${barren} list pages in a row name nothing new, up to ${page.address}`);
        return;
      }
      for (const { url } of fresh) await this.#article(url, page.address);
      const from = page.address;
      ahead.push(
        ...found.nextPages.map((url) => ({
          address: canonical(new URL(url)),
          role: 'list' as const,
          from,
        })),
      );
    }
    if (this.#documents === before) tally.warn(`${start} lists no documents: is it a list page?`);
  }

  async #openList(request: VisitRequest): Promise<Discovery | undefined> {
    const { tally, visitor } = this.#parts;
    if (this.#seen.has(request.address)) return undefined;
    this.#seen.add(request.address);
    const visited = await visitor.visit(request);
    this.#hear(visited);
    if (visited.failure) tally.fail(request.address, visited.failure);
    if (!visited.file) {
      tally.warn(`the list ${request.address} could not be read`);
      return undefined;
    }
    tally.lists += 1;
    if (tally.lists > listBudget) throw new RoundEnded(`trap: more than ${listBudget} list pages`);
    return this.#linksOf(request.address, visited.file);
  }

  async #article(address: string, from: string): Promise<void> {
    const file = await this.#document({ address, role: 'document', from });
    if (!file) return;
    const found = await this.#linksOf(address, file);
    const attachments = found?.attachments ?? [];
    for (const { url } of this.#fresh(attachments)) {
      await this.#document({ address: url, role: 'document', from: address });
    }
    if (attachments.length === 0) return;
    this.#parts.attached?.(
      file,
      attachments.map(({ url }) => canonical(new URL(url))),
    );
  }

  async #document(request: VisitRequest): Promise<SourceFile | null> {
    const { tally, visitor, visited: told } = this.#parts;
    const visited = await visitor.visit(request);
    this.#documents += 1;
    tally.end(visited.end);
    if (visited.failure) tally.fail(request.address, visited.failure);
    told?.(request.address, visited);
    this.#hear(visited);
    this.#weigh(visited.file);
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
  #fresh(links: readonly Link[]): readonly Link[] {
    return links.flatMap(({ url, text }) => {
      const address = canonical(new URL(url));
      if (this.#seen.has(address)) return [];
      this.#seen.add(address);
      return [{ url: address, text }];
    });
  }

  #hear({ failure }: Visited): void {
    this.#silent = failure && silent.has(failure.code) ? this.#silent + 1 : 0;
    if (this.#silent === mostSilent) {
      throw new RoundEnded(`its host gave no answer ${mostSilent} times in a row`);
    }
  }

  #weigh(file: SourceFile | null): void {
    if (this.#documents > documentBudget)
      throw new RoundEnded(`trap: more than ${documentBudget} documents`);
    if (!file) return;
    this.#equal = this.#contents.has(file.sha256) ? this.#equal + 1 : 0;
    this.#contents.add(file.sha256);
    if (this.#equal === mostEqual)
      throw new RoundEnded(`trap: ${mostEqual} addresses in a row give one content`);
  }
}
