/** One polite round over one site, into the archive. */
import { type Fetcher, Pace, RobotsGate } from '@xxgk/ingest/fetch';
import type { Frontier, Round } from '@xxgk/store';
import type { End } from '../arrival.ts';
import { Drainer } from '../ingest/drainer.ts';
import { Intake } from '../intake.ts';
import type { OpenedRun } from '../open-run.ts';
import { Asker } from './asker.ts';
import { Attachments } from './attachments.ts';
import type { LinkReader } from './links.ts';
import { RoundTally, type SiteReport } from './report.ts';
import { gapOf, type SiteConfig } from './site-config.ts';
import { SiteRound } from './site-round.ts';
import type { Visited } from './visit.ts';
import { Visitor } from './visitor.ts';

export interface CrawlParts {
  readonly opened: OpenedRun;
  readonly fetcher: Fetcher;
  readonly links: LinkReader;
  readonly signal: AbortSignal;
  /** Only look: list pages are fetched, what they list is told, and nothing is kept. */
  readonly dry: boolean;
  /** Told of every document visited. */
  readonly visited?: (site: string, address: string, visited: Visited) => void;
}

const day = 86_400_000;
/** No run of the ledger. */
const none = 0;

/**
 * Runs a round, or goes on with the one that was interrupted.
 *
 * @throws {StoreError} when the store fails.
 */
export async function crawlSite(site: SiteConfig, parts: CrawlParts): Promise<SiteReport> {
  const { opened, signal, dry, links } = parts;
  const { frontier, ledger, archive, readers } = opened;
  const begun = performance.now();
  const tally = new RoundTally();
  const round = dry ? undefined : roundOf(frontier, site.id);
  const run = dry ? undefined : ledger.beginRun(`crawl ${site.id}`);
  const read: Intake = new Intake({
    archive,
    ledger,
    run: run?.id ?? none,
    reader: readers,
  });
  const ended = (end: End): void => count(end, tally);
  const draining = { concurrency: readers.size + 1, signal, ended };
  const drainer = new Drainer(() => read.drain(draining));
  const visitor = visitorOf(site, parts, read, round?.startedAt ?? 0);
  const attachments = new Attachments();
  const siteRound = new SiteRound({
    visitor,
    linksOf: (file) => links.linksOf(file),
    tally,
    attached: ({ sha256 }, addresses) => attachments.note(sha256, addresses),
    visited: (address, visited) => {
      drainer.wake();
      parts.visited?.(site.id, address, visited);
    },
  });
  try {
    await siteRound.run(site.start);
  } catch (error) {
    if (!signal.aborted) throw error;
    tally.complete = false;
  } finally {
    await drainer.end();
  }
  if (!dry && !signal.aborted) {
    await read.drainAll(draining);
    await attachments.link(archive, frontier, (error) => tally.fail(site.id, error));
  }
  const report = tally.report(site.id, (performance.now() - begun) / 1000);
  if (run && !signal.aborted) ledger.finishRun(run.id);
  if (round && report.complete) frontier.finishRound(round.id, countsOf(report));
  return report;
}

/** An interrupted round goes on, unless what it has seen is too old to stand for a new one. */
function roundOf(frontier: Frontier, site: string): Round {
  const round = frontier.beginRound(site);
  if (Date.now() - round.startedAt < day) return round;
  frontier.finishRound(round.id, {});
  return frontier.beginRound(site);
}

function visitorOf(site: SiteConfig, parts: CrawlParts, intake: Intake, since: number): Visitor {
  const { opened, fetcher, signal, dry } = parts;
  const { frontier, archive } = opened;
  const gap = gapOf(site);
  const pace: Pace = new Pace(frontier, {
    gapOf: (url) => Math.max(gap, robots.delayOf(url)),
    signal,
  });
  const robots: RobotsGate = new RobotsGate({ fetcher, store: frontier, turn: pace.turn });
  const asker = new Asker({ fetcher, pace, robots, signal });
  return new Visitor({ site: site.id, since, asker, archive, frontier, intake, dry, signal });
}

function count({ records, failure, sourceId }: End, tally: RoundTally): void {
  tally.records += records;
  if (!failure) return;
  tally.unreadable += 1;
  tally.fail(sourceId, failure);
}

function countsOf(report: SiteReport): Record<string, number> {
  const entries = Object.entries(report).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number',
  );
  return Object.fromEntries(entries);
}
