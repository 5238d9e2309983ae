/** Rounds over several sites, some at once: their hosts do not know of each other. */

import { Fetcher, userAgent } from '@xxgk/ingest/fetch';
import PQueue from 'p-queue';
import { UsageError } from '../errors.ts';
import { type CrawlParts, crawlSite } from './crawl-site.ts';
import { LinkReader } from './links.ts';
import type { SiteReport } from './report.ts';
import type { CrawlConfig, SiteConfig } from './site-config.ts';

/** Sites at once; each is asked every few seconds only. */
const together = 8;

export interface CrawlerOptions {
  readonly contact: CrawlConfig['contact'];
  readonly allowAddress: readonly string[];
  /** Hosts whose certificate is not checked, with the reason. */
  readonly tlsExceptions?: ReadonlyMap<string, string>;
}

/** What all rounds of one program share. */
export interface Crawler extends AsyncDisposable {
  readonly fetcher: Fetcher;
  readonly links: LinkReader;
}

/** @throws {UsageError} when a range of addresses is none. */
export function openCrawler({ contact, allowAddress, tlsExceptions }: CrawlerOptions): Crawler {
  const fetcher = fetcherOf({
    allowAddresses: allowAddress,
    ...(tlsExceptions && { tlsExceptions }),
    ...(contact === undefined ? {} : { userAgent: userAgent(contact) }),
  });
  const links = new LinkReader();
  return {
    fetcher,
    links,
    [Symbol.asyncDispose]: async () => {
      await Promise.all([fetcher[Symbol.asyncDispose](), links[Symbol.asyncDispose]()]);
    },
  };
}

function fetcherOf(options: ConstructorParameters<typeof Fetcher>[0]): Fetcher {
  try {
    return new Fetcher(options);
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(`--allow-address: ${error.message}.`);
    throw error;
  }
}

/** One round over each; `done` is called as each ends. @throws {StoreError} when the store fails. */
export async function crawlSites(
  sites: readonly SiteConfig[],
  parts: Omit<CrawlParts, 'signal'> & { readonly signal: AbortSignal },
  done: (report: SiteReport) => void,
): Promise<readonly SiteReport[]> {
  const queue = new PQueue({ concurrency: together });
  const broken = new AbortController();
  const signal = AbortSignal.any([parts.signal, broken.signal]);
  const rounds = sites.map((site) =>
    queue.add(async () => {
      signal.throwIfAborted();
      const report = await crawlSite(site, { ...parts, signal });
      done(report);
      return report;
    }),
  );
  for (const round of rounds) round.catch((error: unknown) => broken.abort(error));
  const settled = await Promise.allSettled(rounds);
  const reports = settled.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []));
  if (!parts.signal.aborted) broken.signal.throwIfAborted();
  return reports;
}
