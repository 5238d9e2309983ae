/** `xxgk schedule`: the clock that starts rounds; runs until it is told to stop. */
import { once } from 'node:events';
import type { AlarmBook } from '@xxgk/store';
import { crawlSite } from '../crawl/crawl-site.ts';
import { openCrawler } from '../crawl/crawl-sites.ts';
import { reportLines } from '../crawl/report.ts';
import { loadConfig, type SiteConfig, tlsExceptionsOf } from '../crawl/site-config.ts';
import { UsageError } from '../errors.ts';
import { failureLine, reported } from '../failures.ts';
import { onInterrupt } from '../interrupt.ts';
import { openRun } from '../open-run.ts';
import { serveHealth } from '../schedule/health.ts';
import { openOutlet } from '../schedule/outlet.ts';
import { SiteClock } from '../schedule/site-clock.ts';
import { tellOf, tellOfError } from '../schedule/teller.ts';
import type { StoreOptions } from '../store-place.ts';
import { type Exit, exit, type Terminal } from '../terminal.ts';

export interface ScheduleOptions extends StoreOptions {
  readonly config: string;
  readonly allowAddress?: readonly string[];
  /** Of the health endpoint; none where it is left out. */
  readonly port?: number;
  /** Seconds by which a round may begin later. @default 60 */
  readonly jitter?: number;
  /** Address to which alarms are posted; overrides that of the sites file. */
  readonly webhook?: string;
  readonly json?: boolean;
}

const second = 1000;
const defaultJitter = 60;

export async function scheduleCommand(options: ScheduleOptions, terminal: Terminal): Promise<Exit> {
  const config = await loadConfig(options.config);
  const sites = config.sites.filter(({ schedule }) => schedule !== undefined);
  if (sites.length === 0) throw new UsageError(`No site in ${options.config} has a schedule.`);
  const { allowAddress = [], json = false } = options;
  await using crawler = openCrawler({
    contact: config.contact,
    allowAddress,
    tlsExceptions: tlsExceptionsOf(sites),
  });
  await using opened = await openRun(options);
  const webhook = options.webhook ?? config.alarms?.webhook;
  await using outlet = openOutlet({ webhook, allowAddress, json }, terminal);
  const telling = { frontier: opened.frontier, alarms: opened.alarms, tell: outlet.tell };
  using interrupt = onInterrupt(terminal);
  const { signal } = interrupt;
  const parts = { opened, fetcher: crawler.fetcher, links: crawler.links, signal, dry: false };

  const round = async (site: SiteConfig): Promise<void> => {
    try {
      const report = await crawlSite(site, parts);
      if (json) terminal.out(`${JSON.stringify(report)}\n`);
      else for (const line of reportLines(report)) terminal.say(line);
      if (!signal.aborted) tellOf(report, telling);
    } catch (error) {
      // The store may be back at the next time: the clock goes on.
      const failure = reported(site.id, error);
      terminal.say(failureLine(failure, json));
      if (!signal.aborted) tellOfError(site.id, failure.message, telling);
    }
  };
  const jitter = (options.jitter ?? defaultJitter) * second;
  const clocks = sites.map(
    (site) =>
      new SiteClock({
        site: site.id,
        schedule: site.schedule ?? '',
        jitter,
        lastRound: () => opened.frontier.lastRound(site.id),
        round: () => round(site),
        signal,
      }),
  );
  await using health = await healthOf(options.port, clocks, opened.alarms);
  if (health) terminal.say(`xxgk: http://127.0.0.1:${health.port}/health tells how it goes`);
  for (const clock of clocks) {
    clock.start();
    terminal.say(`xxgk: ${clock.state.site}: next round ${clock.state.next ?? 'never'}`);
  }
  if (!signal.aborted) await once(signal, 'abort');
  await Promise.all(clocks.map((clock) => clock.stop()));
  terminal.say('xxgk: stopped; rounds that were interrupted go on at the next start.');
  return exit.well;
}

function healthOf(port: number | undefined, clocks: readonly SiteClock[], alarms: AlarmBook) {
  if (port === undefined) return Promise.resolve(null);
  return serveHealth(port, () => ({
    status: 'ok',
    sites: clocks.map(({ state }) => state),
    alarms: alarms.standing().map(({ site, code, since, message }) => ({
      site,
      code,
      since: new Date(since).toISOString(),
      message,
    })),
  }));
}
