/** The commands and their options; what a command does is loaded when it is called. */
import { Command, Option } from 'commander';
import type { CrawlOptions } from './commands/crawl.ts';
import type { DemoOptions } from './commands/demo.ts';
import type { DoctorOptions } from './commands/doctor.ts';
import type { ExtractOptions } from './commands/extract.ts';
import type { IngestOptions } from './commands/ingest.ts';
import type { RetryOptions } from './commands/retry.ts';
import type { ScheduleOptions } from './commands/schedule.ts';
import type { StatusOptions } from './commands/status.ts';
import { allowAddress, config, countOf, json, store, work } from './options.ts';
import type { Exit, Terminal } from './terminal.ts';
import { version } from './version.ts';

/** Told of the exit status when a command has ended. */
type End = (status: Exit) => void;

type Addition = (root: Command, terminal: Terminal, end: End) => void;

export function program(terminal: Terminal, end: End): Command {
  const root = new Command('xxgk')
    .description('Turns what Chinese government agencies publish into checked, structured records.')
    .version(version)
    .configureOutput({ writeOut: terminal.out, writeErr: (text) => terminal.say(text.trimEnd()) })
    .exitOverride()
    .showHelpAfterError('(xxgk --help shows how)')
    .addHelpText(
      'after',
      '\nExit status: 0 all well, 1 something failed, 2 wrong usage, 130 stopped.',
    );
  for (const add of additions) add(root, terminal, end);
  return root;
}

const extract: Addition = (root, terminal, end) => {
  root
    .command('extract')
    .summary('read files or pages and print their records')
    .description('Reads files or web pages and prints one JSON record per line; writes nothing.')
    .argument('<file-or-url...>')
    .option('--url <url>', 'the address from which the file was saved')
    .option('--text', 'print the clean reading text instead')
    .option('--document', 'print the Document (pages, blocks, places) as JSON instead')
    .option(
      '--explain <key>',
      'print value, quote, place, rule and confidence of one key, e.g. title',
    )
    .addOption(json())
    .addOption(allowAddress())
    .action(async (inputs: string[], options: ExtractOptions) => {
      const { extractCommand } = await import('./commands/extract.ts');
      end(await extractCommand(inputs, options, terminal));
    });
};

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
      const { ingestCommand } = await import('./commands/ingest.ts');
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
    .addOption(allowAddress())
    .addOption(json())
    .action(async (sites: string[], options: CrawlOptions) => {
      const { crawlCommand } = await import('./commands/crawl.ts');
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
    .addOption(json())
    .action(async (options: ScheduleOptions) => {
      const { scheduleCommand } = await import('./commands/schedule.ts');
      end(await scheduleCommand(options, terminal));
    });
};

const status: Addition = (root, terminal, end) => {
  root
    .command('status')
    .description('Shows the runs of a store and what is in quarantine.')
    .addOption(store())
    .addOption(work())
    .addOption(json())
    .action(async (options: StatusOptions) => {
      const { statusCommand } = await import('./commands/status.ts');
      end(await statusCommand(options, terminal));
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
      const { retryCommand } = await import('./commands/retry.ts');
      end(await retryCommand(options, terminal));
    });
};

const doctor: Addition = (root, terminal, end) => {
  root
    .command('doctor')
    .description('Shows what is installed and reachable, and what to do where something is not.')
    .option('--store <store>', 'a directory or s3://bucket/prefix to try')
    .addOption(json())
    .action(async (options: DoctorOptions) => {
      const { doctorCommand } = await import('./commands/doctor.ts');
      end(await doctorCommand(options, terminal));
    });
};

const demo: Addition = (root, terminal, end) => {
  root
    .command('demo')
    .description('Reads the bundled documents, or those of a folder, and shows what was found.')
    .argument('[folder...]')
    .option('--out <folder>', 'where to write the records', './data/demo')
    .addOption(json())
    .action(async (folders: string[], options: DemoOptions) => {
      const { demoCommand } = await import('./commands/demo.ts');
      end(await demoCommand(folders, options, terminal));
    });
};

const additions: readonly Addition[] = [
  extract,
  ingest,
  crawl,
  schedule,
  status,
  retry,
  doctor,
  demo,
];
