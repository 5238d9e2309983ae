/** The commands and their options; what a command does is loaded when it is called. */
import { Command, Option } from 'commander';
import type { CrawlOptions } from './commands/crawl.ts';
import type { DemoOptions } from './commands/demo.ts';
import type { DiffOptions } from './commands/diff.ts';
import type { DoctorOptions } from './commands/doctor.ts';
import type { ExportWarcOptions } from './commands/export-warc.ts';
import type { ExtractOptions } from './commands/extract.ts';
import type { IngestOptions } from './commands/ingest.ts';
import type { MatrixOptions } from './commands/matrix.ts';
import type { RetryOptions } from './commands/retry.ts';
import type { ScheduleOptions } from './commands/schedule.ts';
import type { StatusOptions } from './commands/status.ts';
import type { VerifyOptions } from './commands/verify.ts';
import { allowAddress, config, countOf, json, store, webhook, work } from './options.ts';
import type { Exit, Terminal } from './terminal.ts';
import { version } from './version.ts';

/** Told of the exit status when a command has ended. */
type End = (status: Exit) => void;

/** Years of annual reports: the duty to publish them began with 2008. */
const firstYear = 2008;
const lastYear = 2100;

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
    .option('--gaps', 'try the annual reports that are missing (see status --matrix)')
    .addOption(allowAddress())
    .addOption(webhook())
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
    .addOption(webhook())
    .addOption(json())
    .action(async (options: ScheduleOptions) => {
      const { scheduleCommand } = await import('./commands/schedule.ts');
      end(await scheduleCommand(options, terminal));
    });
};

const status: Addition = (root, terminal, end) => {
  const year = countOf(lastYear, firstYear);
  root
    .command('status')
    .description('Shows the runs of a store, what is in quarantine, and which reports are missing.')
    .option('--matrix', 'show which annual reports are there: agency by year')
    .option('--site <id>', 'with --matrix: only this site')
    .addOption(new Option('--from <year>', 'with --matrix: first year').argParser(year))
    .addOption(new Option('--to <year>', 'with --matrix: last year').argParser(year))
    .addOption(config())
    .addOption(store())
    .addOption(work())
    .addOption(json())
    .action(async (options: StatusOptions & MatrixOptions & { readonly matrix?: boolean }) => {
      if (options.matrix) {
        const { matrixCommand } = await import('./commands/matrix.ts');
        end(await matrixCommand(options, terminal));
        return;
      }
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

const verify: Addition = (root, terminal, end) => {
  root
    .command('verify')
    .summary('whether everything in a store is what was written')
    .description('Reads every object of a store and names what is damaged, missing or foreign.')
    .option('--set-aside', 'move damaged objects away, so that the next run writes them anew')
    .addOption(store())
    .addOption(work())
    .addOption(json())
    .action(async (options: VerifyOptions) => {
      const { verifyCommand } = await import('./commands/verify.ts');
      end(await verifyCommand(options, terminal));
    });
};

const diff: Addition = (root, terminal, end) => {
  root
    .command('diff')
    .summary('what changed from version to version, value by value')
    .description('Tells which values of a document changed, with both places; and what vanished.')
    .argument('[source...]', 'addresses or paths as they were taken in (default: all)')
    .option('--since <date>', 'only what happened since a day (Beijing) or an RFC 3339 time')
    .option('--layout', 'tell also where only what stands around the content changed')
    .addOption(store())
    .addOption(json())
    .action(async (sources: string[], options: DiffOptions) => {
      const { diffCommand } = await import('./commands/diff.ts');
      end(await diffCommand(sources, options, terminal));
    });
};

const exportWarc: Addition = (root, terminal, end) => {
  root
    .command('export-warc')
    .summary('write the captures of a store as a WARC file')
    .description('Writes what was fetched as WARC 1.1, for web archives and their tools.')
    .requiredOption('--out <file>', 'a file *.warc.gz')
    .option('--host <host...>', 'only what these hosts gave')
    .option('--documents', 'leave out list pages, and what else could not be read')
    .option('--since <date>', 'only what was fetched since a day (Beijing) or an RFC 3339 time')
    .addOption(store())
    .addOption(work())
    .addOption(json())
    .action(async (options: ExportWarcOptions) => {
      const { exportWarcCommand } = await import('./commands/export-warc.ts');
      end(await exportWarcCommand(options, terminal));
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
  verify,
  diff,
  exportWarc,
  doctor,
  demo,
];
