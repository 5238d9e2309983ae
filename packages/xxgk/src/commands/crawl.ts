/** `xxgk crawl`: one polite round over the sites of a file; can be killed and run again. */

import { changedCells, gapsBySite } from '../completeness/gaps.ts';
import { matrixOf } from '../completeness/open-matrix.ts';
import { type Crawler, crawlSites, openCrawler } from '../crawl/crawl-sites.ts';
import { hasFailed, reportLines, type SiteReport } from '../crawl/report.ts';
import { chosenSites, loadConfig, type SiteConfig, tlsExceptionsOf } from '../crawl/site-config.ts';
import type { Reason } from '../crawl/site-visits.ts';
import type { Visited } from '../crawl/visit.ts';
import { onInterrupt } from '../interrupt.ts';
import { openRun } from '../open-run.ts';
import { openOutlet } from '../schedule/outlet.ts';
import { tellOf } from '../schedule/teller.ts';
import type { StoreOptions } from '../store-place.ts';
import { type Exit, exit, type Terminal } from '../terminal.ts';

export interface CrawlOptions extends StoreOptions {
  readonly config: string;
  readonly allowAddress?: readonly string[];
  readonly dryRun?: boolean;
  /** Try the annual reports that are missing, and say what became of them. */
  readonly gaps?: boolean;
  /** Address to which alarms are posted; overrides that of the sites file. */
  readonly webhook?: string;
  readonly json?: boolean;
}

/** @param ids Sites of the file; all of them where none is named. */
export async function crawlCommand(
  ids: readonly string[],
  options: CrawlOptions,
  terminal: Terminal,
): Promise<Exit> {
  const config = await loadConfig(options.config);
  const chosen = chosenSites(config, ids);
  const { allowAddress = [], dryRun: dry = false } = options;
  await using crawler: Crawler = openCrawler({
    contact: config.contact,
    allowAddress,
    tlsExceptions: tlsExceptionsOf(chosen),
  });
  await using opened = await openRun(options);
  const webhook = options.webhook ?? config.alarms?.webhook;
  // Reports are what a crawl prints; its alarms are said.
  await using outlet = openOutlet({ webhook, allowAddress }, terminal);
  const telling = { frontier: opened.frontier, alarms: opened.alarms, tell: outlet.tell };
  using interrupt = onInterrupt(terminal);
  const { signal } = interrupt;
  const { fetcher, links } = crawler;
  const done = (report: SiteReport): void => {
    tell(report, options, terminal);
    if (!dry && !signal.aborted) tellOf(report, telling);
  };
  const visited = (site: string, address: string, { end }: Visited, reason: Reason): void => {
    if (dry)
      terminal.out(options.json ? plannedJson(site, address, reason) : planned(address, reason));
    else if (!options.json && end !== 'unchanged' && reason.role === 'document')
      terminal.say(`xxgk: ${site}: ${end} ${address}`);
  };
  const matrix = () => matrixOf({ ...opened, sites: config.sites }, { now: Date.now() });
  const before = options.gaps ? await matrix() : [];
  const gaps = gapsBySite(before);
  const sites = options.gaps ? chosen.filter(({ id }) => gaps.has(id)) : chosen;
  if (options.gaps) terminal.say(gapsLine(sites, gaps));
  const parts = { opened, fetcher, links, signal, dry, visited, gaps };
  const reports = await crawlSites(sites, parts, done);
  if (options.gaps && !dry) tellChanges(changedCells(before, await matrix()), options, terminal);
  if (signal.aborted) {
    terminal.say('xxgk: stopped; the same command goes on where it was.');
    return exit.interrupted;
  }
  return reports.some(hasFailed) ? exit.failed : exit.well;
}

function gapsLine(
  sites: readonly SiteConfig[],
  gaps: ReadonlyMap<string, ReadonlySet<number>>,
): string {
  const years = sites.reduce((sum, { id }) => sum + (gaps.get(id)?.size ?? 0), 0);
  return years === 0
    ? 'xxgk: no annual report is known to be missing'
    : `xxgk: ${years} annual reports are missing at ${sites.length} sites: trying them`;
}

function tellChanges(
  changes: ReturnType<typeof changedCells>,
  { json }: CrawlOptions,
  terminal: Terminal,
): void {
  for (const { cell, was } of changes) {
    const { agency, year, state } = cell;
    if (json) terminal.out(`${JSON.stringify({ ...cell, was })}\n`);
    else terminal.say(`xxgk: ${agency} ${year}: ${was} → ${state}`);
  }
}

const plannedJson = (site: string, url: string, reason: Reason): string =>
  `${JSON.stringify({ site, url, ...reason })}\n`;

/** The address first, so that it can be cut out; then what it is, the rule that found it, and where. */
function planned(address: string, { role, rule, column, from }: Reason): string {
  const where = [column, from ?? ''].filter((part) => part !== '').join(' ');
  return `${address}\t${role}\t${rule}\t${where}\n`;
}

function tell(report: SiteReport, { json, dryRun }: CrawlOptions, terminal: Terminal): void {
  if (json && !dryRun) terminal.out(`${JSON.stringify(report)}\n`);
  else for (const line of reportLines(report)) terminal.say(line);
}
