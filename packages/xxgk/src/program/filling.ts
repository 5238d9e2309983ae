/** Commands that fill a store: `ingest`, `crawl`, `schedule`, `retry`. */
import { Option } from 'commander';
import type { CrawlOptions } from '../commands/crawl.ts';
import type { IngestOptions } from '../commands/ingest.ts';
import type { RetryOptions } from '../commands/retry.ts';
import type { ScheduleOptions } from '../commands/schedule.ts';
import { allowAddress, config, countOf, json, store, webhook, work } from '../options.ts';
import type { Addition } from './addition.ts';

const ingest: Addition = (root, terminal, end) => {
  root
    .command('ingest')
    .summary('take files and folders into a store')
    .description('Takes files into a store. Killed at any moment, the same command goes on.')
    .argument('<path...>', 'files, folders, or recordings of sites (WARC, WACZ)')
    .addOption(store())
    .addOption(work())
    .addOption(
      new Option('--concurrency <n>', 'documents read at once (default: processors)').argParser(
        countOf(999, 1),
      ),
    )
    .addOption(json())
    .action(async (paths: string[], options: IngestOptions) => {
      const { ingestCommand } = await import('../commands/ingest.ts');
      end(await ingestCommand(paths, options, terminal));
    });
};

const crawl: Addition = (root, terminal, end) => {
  root
    .command('crawl')
    .summary('one polite round over the sites of a file')
    .description('Crawls the sites of a file once. Killed at any moment, the same command goes on.')
    .argument('[site...]', 'ids of sites (default: all of the file)')
    .addOption(config())
    .addOption(store())
    .addOption(work())
    .option('--dry-run', 'only look at the lists: print what would be fetched, keep nothing')
    .option('--gaps', 'try the annual reports that are missing (see status --matrix)')
    .addOption(allowAddress())
    .addOption(webhook())
    .addOption(json())
    .action(async (sites: string[], options: CrawlOptions) => {
      const { crawlCommand } = await import('../commands/crawl.ts');
      end(await crawlCommand(sites, options, terminal));
    });
};

const schedule: Addition = (root, terminal, end) => {
  root
    .command('schedule')
    .summary('start rounds by the clock, until stopped')
    .description(
      'Starts a round of each site when its cron expression says so; runs until stopped.',
    )
    .addOption(config())
    .addOption(store())
    .addOption(work())
    .addOption(
      new Option(
        '--port <port>',
        'answer GET /health on this port of the loopback address',
      ).argParser(countOf(65_535)),
    )
    .addOption(
      new Option('--jitter <seconds>', 'by which a round may begin later (default: 60)').argParser(
        countOf(86_400),
      ),
    )
    .addOption(allowAddress())
    .addOption(webhook())
    .addOption(json())
    .action(async (options: ScheduleOptions) => {
      const { scheduleCommand } = await import('../commands/schedule.ts');
      end(await scheduleCommand(options, terminal));
    });
};

const retry: Addition = (root, terminal, end) => {
  root
    .command('retry')
    .description('Reads again what is in quarantine.')
    .option('--code <code>', 'only what failed with this code, e.g. reader/deadline')
    .addOption(store())
    .addOption(work())
    .addOption(json())
    .action(async (options: RetryOptions) => {
      const { retryCommand } = await import('../commands/retry.ts');
      end(await retryCommand(options, terminal));
    });
};

export const filling: readonly Addition[] = [ingest, crawl, schedule, retry];
