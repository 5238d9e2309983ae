/** Commands that look at a store: `status`, `verify`, `diff`, `export-warc`, `publish`. */
import { Option } from 'commander';
import type { DiffOptions } from '../commands/diff.ts';
import type { ExportWarcOptions } from '../commands/export-warc.ts';
import type { MatrixOptions } from '../commands/matrix.ts';
import type { PublishOptions } from '../commands/publish.ts';
import type { StatusOptions } from '../commands/status.ts';
import type { VerifyOptions } from '../commands/verify.ts';
import { config, countOf, json, listOf, store, work } from '../options.ts';
import type { Addition } from './addition.ts';

/** Years of annual reports: the duty to publish them began with 2008. */
const firstYear = 2008;
const lastYear = 2100;

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
        const { matrixCommand } = await import('../commands/matrix.ts');
        end(await matrixCommand(options, terminal));
        return;
      }
      const { statusCommand } = await import('../commands/status.ts');
      end(await statusCommand(options, terminal));
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
      const { verifyCommand } = await import('../commands/verify.ts');
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
      const { diffCommand } = await import('../commands/diff.ts');
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
      const { exportWarcCommand } = await import('../commands/export-warc.ts');
      end(await exportWarcCommand(options, terminal));
    });
};

const formats = ['ndjson', 'csv', 'xlsx', 'parquet'] as const;
const kinds = ['annual_report', 'official_document', 'interpretation', 'other'] as const;

const publish: Addition = (root, terminal, end) => {
  root
    .command('publish')
    .summary('write the records of a store as tables')
    .description(
      'Writes the current records as tables with a data dictionary; only what changed is written.',
    )
    .requiredOption('--out <place>', 'a directory or s3://bucket/prefix of its own')
    .addOption(
      new Option(
        '--format <list>',
        `any of ${formats.join(',')}; xlsx only where a table fits a sheet`,
      )
        .argParser(listOf(formats))
        .default(['ndjson', 'csv', 'parquet'], 'ndjson,csv,parquet'),
    )
    .addOption(new Option('--kind <kind>', 'only records of this kind').choices(kinds))
    .addOption(
      new Option('--year <year>', 'only of this year: of the report, else of the date').argParser(
        countOf(lastYear, 1),
      ),
    )
    .addOption(store())
    .addOption(json())
    .action(async (options: PublishOptions) => {
      const { publishCommand } = await import('../commands/publish.ts');
      end(await publishCommand(options, terminal));
    });
};

export const looking: readonly Addition[] = [status, verify, diff, exportWarc, publish];
