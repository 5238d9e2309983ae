/** One polite round over one site, into the archive. */

import type { SourceFile } from '@xxgk/ingest';
import { type Fetcher, Hours, Pace, RobotsGate } from '@xxgk/ingest/fetch';
import { canonical, type Discovery } from '@xxgk/ingest/sites';
import type { Frontier, Round } from '@xxgk/store';
import { Drainer } from '../ingest/drainer.ts';
import type { End } from '../intake/arrival.ts';
import { type DrainOptions, Intake } from '../intake/intake.ts';
import type { OpenedRun } from '../open-run.ts';
import { Asker } from './asker.ts';
import { linkArticles } from './attachments.ts';
import { visitGaps } from './gaps.ts';
import type { LinkReader } from './links.ts';
import { RoundTally, type SiteReport } from './report.ts';
import { budgetOf, gapOf, type SiteConfig } from './site-config.ts';
import { SiteRound } from './site-round.ts';
import { Selection } from './site-take.ts';
import type { Reason } from './site-visits.ts';
import { missingIn, recallVanished, settleVanished, visitUnlisted } from './vanished.ts';
import type { Visited } from './visit.ts';
import { Visitor } from './visitor.ts';

export interface CrawlParts {
  readonly opened: OpenedRun;
  readonly fetcher: Fetcher;
  readonly links: Pick<LinkReader, 'linksOf'>;
  readonly signal: AbortSignal;
  /** Only look: list pages are fetched, what they list is told, and nothing is kept. */
  readonly dry: boolean;
  /** Years whose annual reports are missing, by site: they are tried when the lists have been read. */
  readonly gaps?: ReadonlyMap<string, ReadonlySet<number>>;
  /** Told of every visit, of a list or a document. */
  readonly visited?: (site: string, address: string, visited: Visited, reason: Reason) => void;
}

const day = 86_400_000;
/** No run of the ledger, and no round. */
const none = 0;

/** What a round over one site works with. */
interface Workings {
  readonly site: SiteConfig;
  readonly parts: CrawlParts;
  readonly tally: RoundTally;
  readonly visitor: Visitor;
  readonly drainer: Drainer;
  readonly asker: Asker;
  readonly robots: RobotsGate;
}

/**
 * Runs a round, or goes on with the one that was interrupted.
 *
 * @throws {StoreError} when the store fails.
 */
export async function crawlSite(site: SiteConfig, parts: CrawlParts): Promise<SiteReport> {
  const { opened, signal, dry } = parts;
  const { archive, attached, frontier, ledger, readers } = opened;
  const begun = performance.now();
  const tally = new RoundTally();
  if (!dry) await recallVanished(site.id, { archive, frontier });
  const round = dry ? undefined : roundOf(frontier, site.id);
  const run = dry ? undefined : ledger.beginRun(`crawl ${site.id}`);
  const intake = new Intake({ archive, ledger, run: run?.id ?? none, reader: readers });
  const draining: DrainOptions = {
    concurrency: readers.size + 1,
    signal,
    ended: (end) => count(end, tally),
  };
  const drainer = new Drainer(() => intake.drain(draining));
  const { asker, robots } = askerOf(site, parts, tally);
  const visitor = visitorOf(site, parts, { asker, intake, round });
  await visitAll({ site, parts, tally, visitor, drainer, asker, robots }, round);
  if (!dry && !signal.aborted) {
    await intake.drainAll(draining);
    const damaged = (error: Parameters<typeof tally.fail>[1]): void => tally.fail(site.id, error);
    await linkArticles(site.id, { archive, frontier, attached, damaged });
  }
  if (round && tally.complete && !signal.aborted) {
    const after = site.vanished_after;
    await settleVanished({ site: site.id, round, archive, frontier, visitor, tally, after });
  }
  const report = tally.report(site.id, (performance.now() - begun) / 1000);
  if (run && !signal.aborted) ledger.finishRun(run.id);
  if (round && report.complete) frontier.finishRound(round.id, countsOf(report));
  return report;
}

/** What the lists name, then what none of them names any more. */
async function visitAll(workings: Workings, round: Round | undefined): Promise<void> {
  const { site, parts, tally, visitor, drainer } = workings;
  const { archive, frontier } = parts.opened;
  try {
    await siteRoundOf(workings).run(site.start);
    if (tally.lists === 0 && tally.found === 0) {
      // Such a round says nothing about what is there.
      tally.complete = false;
      tally.warn('not one of its lists could be read');
    }
    const years = parts.gaps?.get(site.id);
    if (round && tally.complete && years) {
      const linksOf = (file: SourceFile): Promise<Discovery> => parts.links.linksOf(file);
      const since = round.startedAt;
      const attached = attachedOf(site.id, parts);
      await visitGaps({ site, years, frontier, visitor, linksOf, tally, since, attached });
    }
    if (round && tally.complete) {
      await visitUnlisted({ site: site.id, round, archive, frontier, visitor, tally });
    }
  } catch (error) {
    if (!parts.signal.aborted) throw error;
    tally.complete = false;
  } finally {
    await drainer.end();
  }
}

function siteRoundOf(workings: Workings): SiteRound {
  const { site, parts, tally, visitor, drainer, asker, robots } = workings;
  const { opened, links, dry } = parts;
  return new SiteRound({
    visitor,
    linksOf: async (file) => {
      const found = await links.linksOf(file);
      if (!dry) noteTitles(site.id, file, found, opened.frontier);
      return found;
    },
    tally,
    attached: attachedOf(site.id, parts),
    selection: new Selection(site.take),
    budget: budgetOf(site),
    spent: () => asker.spent,
    sitemapsOf: (address) => robots.sitemapsOf(new URL(address)),
    visited: (address, visited, reason) => {
      drainer.wake();
      parts.visited?.(site.id, address, visited, reason);
    },
  });
}

/** Which files belong to which article is kept until the records of the articles say so. */
const attachedOf =
  (site: string, { opened, dry }: CrawlParts) =>
  ({ sha256 }: SourceFile, addresses: readonly string[]): void => {
    if (!dry) opened.attached.note(site, sha256, addresses);
  };

/** What a link calls its target tells of what is not had what it would be. */
function noteTitles(
  site: string,
  { url }: SourceFile,
  { articles, attachments }: Discovery,
  frontier: Frontier,
): void {
  for (const { url: target, text } of [...articles, ...attachments]) {
    const title = text.trim();
    if (title !== '') frontier.see({ site, address: canonical(new URL(target)), from: url, title });
  }
}

/** An interrupted round goes on, unless what it has seen is too old to stand for a new one. */
function roundOf(frontier: Frontier, site: string): Round {
  const round = frontier.beginRound(site);
  if (Date.now() - round.startedAt < day) return round;
  frontier.finishRound(round.id, {});
  return frontier.beginRound(site);
}

/** Who asks, as the site wants to be asked. */
function askerOf(site: SiteConfig, { opened, fetcher, signal }: CrawlParts, tally: RoundTally) {
  const { frontier } = opened;
  const gap = gapOf(site);
  const ignored = typeof site.robots === 'object' ? site.robots.ignore : undefined;
  if (ignored !== undefined) tally.note(`robots.txt is not obeyed: ${ignored}`);
  const pace: Pace = new Pace(frontier, {
    gapOf: (url) => Math.max(gap, robots.delayOf(url)),
    jitter: site.jitter,
    ...(site.hours === undefined ? {} : { hours: new Hours(site.hours) }),
    signal,
  });
  const gate = { fetcher, store: frontier, turn: pace.turn, overridden: ignored !== undefined };
  const robots: RobotsGate = new RobotsGate(gate);
  return { asker: new Asker({ fetcher, pace, robots, signal }), robots };
}

function visitorOf(
  site: SiteConfig,
  { opened, signal, dry }: CrawlParts,
  { asker, intake, round }: { asker: Asker; intake: Intake; round: Round | undefined },
): Visitor {
  const { frontier, archive } = opened;
  const since = round?.startedAt ?? 0;
  const missing = missingIn(round?.id ?? none, site.vanished_after);
  const about = { site: site.id, since, missing };
  return new Visitor({ ...about, asker, archive, frontier, intake, dry, signal });
}

function count(
  { records, full = 0, same = false, failure, sourceId }: End,
  tally: RoundTally,
): void {
  tally.records += records;
  tally.full += full;
  if (same) tally.same += 1;
  if (!failure) return;
  tally.unreadable += 1;
  tally.fail(sourceId, failure);
}

function countsOf(report: SiteReport): Record<string, number> {
  const entries = Object.entries(report).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number',
  );
  return { ...Object.fromEntries(entries), vanished: report.vanished.length };
}
