/** `xxgk crawl`: one polite round over the sites of a file; can be killed and run again. */

import { type Crawler, crawlSites, openCrawler } from '../crawl/crawl-sites.ts';
import { hasFailed, reportLines, type SiteReport } from '../crawl/report.ts';
import { chosenSites, loadConfig } from '../crawl/site-config.ts';
import type { Visited } from '../crawl/visit.ts';
import { onInterrupt } from '../interrupt.ts';
import { openRun } from '../open-run.ts';
import type { StoreOptions } from '../store-place.ts';
import { type Exit, exit, type Terminal } from '../terminal.ts';

export interface CrawlOptions extends StoreOptions {
  readonly config: string;
  readonly allowAddress?: readonly string[];
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** @param ids Sites of the file; all of them where none is named. */
export async function crawlCommand(
  ids: readonly string[],
  options: CrawlOptions,
  terminal: Terminal,
): Promise<Exit> {
  const config = await loadConfig(options.config);
  const sites = chosenSites(config, ids);
  const { allowAddress = [], dryRun: dry = false } = options;
  await using crawler: Crawler = openCrawler({ contact: config.contact, allowAddress });
  await using opened = await openRun(options);
  using interrupt = onInterrupt(terminal);
  const { signal } = interrupt;
  const { fetcher, links } = crawler;
  const done = (report: SiteReport): void => tell(report, options, terminal);
  const visited = (site: string, address: string, { end }: Visited): void => {
    if (dry)
      terminal.out(options.json ? `${JSON.stringify({ site, url: address })}\n` : `${address}\n`);
    else if (!options.json && end !== 'unchanged') terminal.say(`xxgk: ${site}: ${end} ${address}`);
  };
  const reports = await crawlSites(sites, { opened, fetcher, links, signal, dry, visited }, done);
  if (signal.aborted) {
    terminal.say('xxgk: stopped; the same command goes on where it was.');
    return exit.interrupted;
  }
  return reports.some(hasFailed) ? exit.failed : exit.well;
}

function tell(report: SiteReport, { json, dryRun }: CrawlOptions, terminal: Terminal): void {
  if (dryRun) return;
  if (json) terminal.out(`${JSON.stringify(report)}\n`);
  else for (const line of reportLines(report)) terminal.say(line);
}
